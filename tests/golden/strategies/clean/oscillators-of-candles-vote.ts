// expect: passed
// proof: bars=400
// proof: bars=300 idle=0.1 seed=3
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0116",
  timeframe: "1h",
  direction: "both",
  warmup: 150,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const elder = ta.elderRay(c, 13);
    const vigor = ta.relativeVigorIndex(c, 10);
    const { deadZone, explosion, trend } = ta.waddahAttarExplosion(c, 100, 20, 2, 3.7, 40, 150, 20);
    const { wt1, wt2 } = ta.waveTrend(c, 21, 10, 4);
    const { k, d } = ta.stoch(c, 14, 3, 3);
    const columns = [
      ta.cci(c, 20), ta.willr(c, 14), ta.mfi(c, 14), k, d, ta.rei(c, 8), ta.ac(c, 5, 34, 5), ta.ao(c, 5, 34), ta.bop(c),
      ta.deMarker(c, 14), elder.bearPower, elder.bullPower, ta.er(c, 10), ta.fisherTransform(c, 10), ta.ibs(c), ta.imi(c, 14),
      ta.pgo(c, 14), ta.premierStochastic(c, 3, 8), ta.qstick(c, 8), vigor.rvgi, vigor.signal, ta.smi(c, 10, 3, 3),
      ta.swingIndex(c, 300), ta.accumulativeSwingIndex(c, 300), ta.ultimateOscillator(c, 28, 14, 7), deadZone, explosion, trend,
      wt1, wt2,
    ];
    const up = new Float64Array(c.length);
    const down = new Float64Array(c.length);
    for (const column of columns) {
      for (let i = 2; i < c.length; i++) {
        if (column[i] > column[i - 1] && column[i - 1] > column[i - 2]) up[i]++;
        if (column[i] < column[i - 1] && column[i - 1] < column[i - 2]) down[i]++;
      }
    }
    return { enterLong: ta.crossAbove(up, 16), enterShort: ta.crossAbove(down, 16) };
  },
});
