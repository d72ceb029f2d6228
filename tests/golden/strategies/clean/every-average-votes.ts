// expect: passed
// proof: bars=400
// proof: bars=300 jump=0.03 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0114",
  timeframe: "1h",
  direction: "both",
  warmup: 120,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const x = c.close;
    const { fama, mama } = ta.mama(x, 0.5, 0.05);
    const { long: slow, short: fast } = ta.dma(x, 10, 50);
    const lines = [
      ta.sma(x, 20), ta.ema(x, 20), ta.wma(x, 20), ta.dema(x, 20), ta.tema(x, 20), ta.hma(x, 20), ta.rma(x, 14),
      ta.kama(x, 10), ta.wsma(x, 14), ta.alma(x, 9, 0.85, 6), ta.t3(x, 5, 0.7), ta.trima(x, 20), ta.zlema(x, 20),
      ta.vidya(x, 14), ta.frama(x, 16), ta.mcGinleyDynamic(x, 14), ta.superSmoother(x, 10), ta.sma15(x, 15),
      ta.htTrendline(x), fama, mama, slow, fast,
    ];
    const votes = new Float64Array(c.length);
    for (const line of lines) for (let i = 0; i < c.length; i++) votes[i] += x[i] > line[i] ? 1 : x[i] < line[i] ? -1 : 0;
    return { enterLong: ta.crossAbove(votes, 12), enterShort: ta.crossBelow(votes, -12) };
  },
});
