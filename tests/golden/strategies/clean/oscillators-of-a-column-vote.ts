// expect: passed
// proof: bars=400
// proof: bars=300 drift=0.002 seed=3
import { strategy, ta } from "sixbtc";

const turnsOf = (column) => ta.crossAbove(column, ta.shift(column, 1));

export default strategy({
  name: "Strategy_MOM_C0115",
  timeframe: "30m",
  direction: "both",
  warmup: 150,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const x = c.close;
    const { macd, signal, histogram } = ta.macd(x, 12, 26, 9);
    const pmo = ta.pmo(x, 10, 35, 20);
    const { rsiMa, trailingStop } = ta.qqe(x, 4.236, 14, 5);
    const all = [
      ta.rsi(x, 14), ta.mom(x, 10), ta.roc(x, 10), ta.cmo(x, 14), ta.stochRsi(x, 14), macd, signal, histogram,
      ta.connorsRsi(x, 100, 3, 2), ta.connorsRSI(x, 100, 3, 2), ta.laguerreRsi(x, 0.5), ta.laguerreRSI(x, 0.5),
      ta.rmi(x, 14, 5), ta.rci(x, 9), ta.psl(x, 12), ta.cfo(x, 14), ta.cg(x, 10, 3), ta.coppockCurve(x, 14, 11, 10),
      ta.derivativeOscillator(x, 5, 3, 14, 9), ta.disparityIndex(x, 14), ta.dpo(x, 20),
      ta.kst(x, 10, 15, 20, 30, 10, 10, 10, 15), pmo.pmo, pmo.signal, ta.ppo(x, 12, 26), ta.apo(x, 12, 26), rsiMa,
      trailingStop, ta.stc(x, 10, 23, 50), ta.tds(x), ta.trix(x, 15), ta.tsi(x, 25, 13),
    ];
    const votes = new Float64Array(c.length);
    for (const column of all) {
      const turns = turnsOf(column);
      for (let i = 0; i < c.length; i++) votes[i] += turns[i];
    }
    return { enterLong: ta.gte(votes, 10), enterShort: ta.and(ta.eq(votes, 0), ta.lt(x, c.open)) };
  },
});
