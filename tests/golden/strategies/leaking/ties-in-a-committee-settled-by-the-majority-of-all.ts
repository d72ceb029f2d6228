// expect: shuffle future-leak
// proof: bars=1500 deviation=0.003 idle=0
// proof: bars=1500 deviation=0.003 idle=0 seed=2
// proof: bars=1500 deviation=0.003 idle=0 seed=3
import { strategy, ta } from "sixbtc";

function members(c) {
  return [
    ta.gt(ta.rsi(c.close, 9), 55),
    ta.gt(c.close, ta.wma(c.close, 21)),
    ta.gt(ta.cmf(c, 20), 0.05),
    ta.rising(ta.ema(c.close, 5), 2),
  ];
}

export default strategy({
  name: "Strategy_MOM_E0211",
  timeframe: "15m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const list = members(c);
    const votes = new Float64Array(c.length);
    for (const mask of list) for (let i = 0; i < c.length; i++) votes[i] += mask[i];
    const ups = c.close.filter((v, i) => v > c.open[i]).length;
    const bias = 2 * ups >= c.length ? 1 : 0;
    const state = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) {
      if (votes[i] > 2 || (votes[i] === 2 && bias === 1)) state[i] = 1;
    }
    const quiet = ta.lt(ta.natr(c, 14), 1.2);
    return {
      enterLong: ta.and(ta.crossAbove(state, 0.5), quiet),
      enterShort: ta.and(ta.crossBelow(state, 0.5), quiet),
    };
  },
});
