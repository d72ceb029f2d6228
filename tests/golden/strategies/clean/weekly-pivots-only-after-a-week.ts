// expect: passed
// proof: bars=300
// proof: bars=300 seed=2
// proof: bars=300 seed=3
import { strategy } from "sixbtc";

const WEEK = 7 * 86_400_000;
const MONDAY = 4 * 86_400_000;
const weekOf = (t) => Math.floor((t - MONDAY) / WEEK);

function weekly(c) {
  const weeks = [];
  for (let i = 0; i < c.length; i++) {
    const id = weekOf(c.time[i]);
    const at = weeks.length - 1;
    if (at < 0 || weeks[at].id !== id) weeks.push({ id, high: c.high[i], low: c.low[i], close: c.close[i] });
    else {
      weeks[at].high = Math.max(weeks[at].high, c.high[i]);
      weeks[at].low = Math.min(weeks[at].low, c.low[i]);
      weeks[at].close = c.close[i];
    }
  }
  return weeks;
}

const levels = ({ high, low, close }) => {
  const pivot = (high + low + close) / 3;
  return { pivot, support: 2 * pivot - high, resistance: 2 * pivot - low };
};

export default strategy({
  name: "Strategy_REV_E0078",
  timeframe: "4h",
  direction: "both",
  warmup: 12,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const weeks = weekly(c);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      const at = weekOf(c.time[i]) - weeks[0].id;
      const source = weeks[at - 1] ;
      if (!source) continue;
      const { pivot, support, resistance } = levels(source);
      if (c.low[i] <= support && c.close[i] > support) enterLong[i] = 1;
      if (c.high[i] >= resistance && c.close[i] < resistance) enterShort[i] = 1;
      if (c.close[i] > pivot && c.close[i - 1] <= pivot) enterLong[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
