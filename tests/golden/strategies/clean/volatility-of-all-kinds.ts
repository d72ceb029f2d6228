// expect: passed
// proof: bars=400
// proof: bars=300 idle=0.15 seed=3
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0118",
  timeframe: "2h",
  direction: "both",
  warmup: 120,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const bands = ta.bbands(c.close, 20, 2);
    const { upper: top, lower: bottom, middle } = ta.keltner(c, 20, 10, 2);
    const channel = ta.donchian(c, 20);
    const acceleration = ta.accelerationBands(c, 20, 4);
    const span = ta.period(c.close, 20);
    const squeeze = ta.ttmSqueeze(c, 20, 2, 20, 1.5);
    const widths = [
      ta.atr(c, 14), ta.natr(c, 14), ta.tr(c), ta.sub(bands.upper, bands.lower), ta.sub(top, bottom),
      ta.sub(channel.upper, channel.lower), ta.sub(acceleration.upper, acceleration.lower), ta.bollingerBandsWidth(c.close, 20, 2),
      ta.chop(c, 14), ta.cvi(c, 10), ta.gapo(c, 14), ta.iqr(c.close, 20), ta.mad(c.close, 20), ta.massIndex(c, 25),
      ta.sub(span.highest, span.lowest), ta.relativeVolatilityIndex(c.close, 14, 10), ta.rogersSatchellVolatility(c, 14),
      ta.ulcerIndex(c.close, 14), squeeze.isSqueezed,
    ];
    const rises = new Float64Array(c.length);
    for (const width of widths) {
      const mask = ta.rising(width, 2);
      for (let i = 0; i < c.length; i++) rises[i] += mask[i];
    }
    const cheap = ta.lt(ta.percentB(c.close, 2, 20), 0.3);
    const dear = ta.gt(ta.projectionOscillator(c, 14), 60);
    const pull = ta.or(ta.lt(c.close, middle), ta.lt(acceleration.middle, channel.middle), ta.lt(squeeze.momentum, 0));
    return { enterLong: ta.and(ta.gt(rises, 5), cheap, pull), enterShort: ta.and(ta.gt(rises, 5), dear, ta.not(pull)) };
  },
});
