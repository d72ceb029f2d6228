// expect: passed
// proof: bars=400
// proof: bars=300 jump=0.05 seed=3
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0117",
  timeframe: "4h",
  direction: "both",
  warmup: 120,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const { plus, minus } = ta.dmi(c, 14);
    const { up, down } = ta.aroon(c, 25);
    const { base, conversion, spanA, spanB } = ta.ichimokuCloud(c, 26, 9, 52);
    const { jaw, lips, teeth } = ta.alligator(c, 13, 8, 5, 3, 8, 5);
    const kroll = ta.chandeKrollStop(c, 10, 1, 9);
    const chandelier = ta.chandelierExit(c, 22, 3);
    const gann = ta.gannHiLo(c, 13, 21);
    const gator = ta.gatorOscillator(c, 13, 8, 5, 3, 8, 5);
    const { prediction, slope, intercept } = ta.linearRegression(c.close, 14);
    const walk = ta.randomWalkIndex(c, 14);
    const stop = ta.volatilityStop(c, 5, 3.5);
    const vortex = ta.vortexIndicator(c, 14);
    const pairs = [
      [plus, minus], [up, down], [conversion, base], [spanA, spanB], [lips, jaw], [teeth, jaw], [kroll.longStop, kroll.shortStop],
      [chandelier.long, chandelier.short], [c.close, gann.line], [gator.upper, gator.lower], [prediction, intercept],
      [walk.high, walk.low], [c.close, stop.stop], [vortex.plus, vortex.minus], [c.close, ta.psar(c, 0.02, 0.2)],
      [c.close, ta.superTrend(c, 10, 3)], [ta.adx(c, 14), ta.adxr(c, 14)], [ta.dx(c, 14), ta.vhf(c.close, 28)],
      [c.close, ta.breakoutBarLow(c, 20)], [c.close, ta.higherLowTrail(c, 5)], [c.close, ta.swingHigh(c, 5)],
      [c.close, ta.swingLow(c, 5)], [c.close, ta.zigZag(c, 3)], [slope, gann.trend], [stop.signal, slope],
    ];
    const score = new Float64Array(c.length);
    for (const [a, b] of pairs) for (let i = 0; i < c.length; i++) score[i] += a[i] > b[i] ? 1 : a[i] < b[i] ? -1 : 0;
    return { enterLong: ta.crossAbove(score, 10), enterShort: ta.crossBelow(score, -4) };
  },
});
