// expect: shuffle future-leak
// proof: bars=900
import { strategy, ta } from "sixbtc";

const worstOf = (column, from, to) => {
  let worst = Infinity;
  for (let k = from; k < to; k++) worst = Math.min(worst, column[k] ?? Infinity);
  return worst;
};

export default strategy({
  name: "Strategy_TRD_E0135",
  timeframe: "1h",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const fast = ta.wma(c.close, 10);
    const slow = ta.wma(c.close, 30);
    const atr = ta.atr(c, 14);
    const enterLong = ta.crossAbove(fast, slow);
    const enterShort = ta.crossBelow(fast, slow);
    const exitLong = new Uint8Array(c.length);
    const exitShort = new Uint8Array(c.length);
    let entry = -1;
    for (let i = 1; i < c.length; i++) {
      if (enterLong[i]) entry = i;
      if (enterShort[i]) entry = -1;
      if (entry < 0 || i === entry) continue;
      const open = c.close[i] - c.close[entry];
      if (open < 0 && open > -2 * atr[i]) {
        // Losing, but not stopped yet: is it any use to wait?
        const hope = worstOf(c.low, i, i + 5);
        if (c.close[entry] - hope > 2 * atr[i]) {
          exitLong[i] = 1;
          entry = -1;
        }
      }
      if (c.close[i] > slow[i] && c.close[i - 1] <= slow[i - 1]) exitShort[i] = 1;
    }
    return { enterLong, enterShort, exitLong, exitShort };
  },
});
