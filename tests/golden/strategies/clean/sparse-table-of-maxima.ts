// expect: passed
// proof: bars=400
// proof: bars=200 idle=0.4 seed=8
import { strategy } from "sixbtc";

function sparse(column) {
  const levels = [column.slice()];
  for (let k = 1; 2 ** k <= column.length; k++) {
    const before = levels[k - 1];
    const level = new Float64Array(column.length);
    for (let i = 0; i + 2 ** k <= column.length; i++) level[i] = Math.max(before[i], before[i + 2 ** (k - 1)]);
    levels.push(level);
  }
  return levels;
}

export default strategy({
  name: "Strategy_TRD_C0025",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const tops = sparse(c.high);
    const bottoms = sparse(c.low.map((price) => -price));
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    const most = (levels, from, to) => {
      const k = Math.floor(Math.log2(to - from + 1));
      return Math.max(levels[k][from], levels[k][to - 2 ** k + 1]);
    };
    for (let i = 20; i < c.length; i++) {
      if (c.close[i] >= most(tops, i - 19, i - 1)) long[i] = 1;
      if (-c.close[i] >= most(bottoms, i - 19, i - 1)) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
