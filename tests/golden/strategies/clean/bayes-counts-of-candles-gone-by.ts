// expect: passed
// proof: bars=700
import { strategy, ta } from "sixbtc";

const KINDS = 12;

function kindOf(c, i) {
  const range = c.high[i] - c.low[i];
  if (range <= 0) return 0;
  const body = (c.close[i] - c.open[i]) / range;
  const place = (c.close[i] - c.low[i]) / range;
  const size = Math.abs(body) < 0.25 ? 0 : Math.abs(body) < 0.6 ? 1 : 2;
  return (body > 0 ? 6 : 0) + size * 2 + (place > 0.5 ? 1 : 0);
}

function tables(kinds, c, end) {
  const up = new Float64Array(KINDS);
  const all = new Float64Array(KINDS);
  for (let j = 0; j + 1 < end; j++) {
    all[kinds[j]]++;
    if (c.close[j + 1] > c.open[j + 1]) up[kinds[j]]++;
  }
  return { up, all };
}

export default strategy({
  name: "Strategy_CDL_E0048",
  timeframe: "15m",
  direction: "long",
  warmup: 150,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const kinds = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) kinds[i] = kindOf(c, i);
    const learnt = tables(kinds, c, Math.min(c.length, 150));
    const enterLong = new Uint8Array(c.length);
    const trend = ta.sma(c.close, 50);
    for (let i = 2; i < c.length; i++) {
      let odds = 0;
      for (let lag = 0; lag < 2; lag++) {
        const kind = kinds[i - lag];
        const share = (learnt.up[kind] + 1) / (learnt.all[kind] + 2);
        odds += Math.log(share / (1 - share));
      }
      if (odds > 0.5 && c.close[i] > trend[i]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
