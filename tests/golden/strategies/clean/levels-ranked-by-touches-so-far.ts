// expect: passed
// proof: bars=700
import { strategy, ta } from "sixbtc";

const GRID = 0.004;
const bucket = (price) => Math.round(Math.log(price) / GRID);

function touchTable(c) {
  const keys = [];
  const bars = [];
  for (let i = 0; i < c.length; i++) {
    const key = bucket(c.low[i]);
    let at = keys.indexOf(key);
    if (at < 0) {
      at = keys.length;
      keys.push(key);
      bars.push([]);
    }
    if (c.close[i] > c.open[i]) bars[at].push(i);
  }
  return { keys, bars };
}

export default strategy({
  name: "Strategy_REV_E0026",
  timeframe: "15m",
  direction: "long",
  warmup: 80,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const { keys, bars } = touchTable(c);
    const enterLong = new Uint8Array(c.length);
    const trend = ta.sma(c.close, 60);
    for (let i = 80; i < c.length; i++) {
      const at = keys.indexOf(bucket(c.low[i]));
      const touches = bars[at].filter((bar) => bar < i).length;
      if (touches >= 4 && c.close[i] > c.open[i] && c.close[i] > trend[i]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
