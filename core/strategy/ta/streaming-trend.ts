import {
  ADXR,
  ALMA,
  Alligator,
  BreakoutBarLow,
  ChandeKrollStop,
  ChandelierExit,
  DMA,
  FRAMA,
  GannHiLo,
  GatorOscillator,
  HigherLowTrail,
  HTTrendline,
  LinearRegression,
  MAMA,
  McGinleyDynamic,
  RandomWalkIndex,
  SMA15,
  SuperSmoother,
  SwingHigh,
  SwingLow,
  T3,
  TRIMA,
  VHF,
  VIDYA,
  VolatilityStop,
  VortexIndicator,
  ZigZag,
  ZLEMA,
} from "trading-signals";
import { keyed, number, period, shiftBy } from "./signature.ts";
import { fedCandles, fedColumn } from "./streaming.ts";

const HL = ["high", "low"] as const;
const HLC = ["high", "low", "close"] as const;

/** The trend indicators of trading-signals that have no loop of our own, by class name in lower camel case. */
export const STREAMING_TREND = {
  adxr: fedCandles(HLC, [period("interval", 14)], (interval) => new ADXR(interval)),
  alligator: fedCandles(
    HL,
    [
      period("jawInterval", 13),
      shiftBy("jawShift", 0, 8),
      period("lipsInterval", 5),
      shiftBy("lipsShift", 0, 3),
      period("teethInterval", 8),
      shiftBy("teethShift", 0, 5),
    ],
    (jawInterval, jawShift, lipsInterval, lipsShift, teethInterval, teethShift) =>
      new Alligator({ jawInterval, jawShift, lipsInterval, lipsShift, teethInterval, teethShift }),
    keyed("jaw", "lips", "teeth"),
  ),
  alma: fedColumn(
    [period("interval", 9), number("offset", 0.85), number("sigma", 6)],
    (interval, offset, sigma) => new ALMA(interval, offset, sigma),
  ),
  breakoutBarLow: fedCandles(HL, [period("lookback", 20)], (lookback) => new BreakoutBarLow({ lookback })),
  chandeKrollStop: fedCandles(
    HLC,
    [period("interval", 10), number("multiplier", 1), period("stopInterval", 9)],
    (interval, multiplier, stopInterval) => new ChandeKrollStop({ interval, multiplier, stopInterval }),
    keyed("longStop", "shortStop"),
  ),
  chandelierExit: fedCandles(
    HLC,
    [period("interval", 22), number("multiplier", 3)],
    (interval, multiplier) => new ChandelierExit({ interval, multiplier }),
    keyed("long", "short"),
  ),
  dma: fedColumn(
    [period("short", 10), period("long", 50)],
    (short, long) => new DMA(short, long),
    keyed("long", "short"),
  ),
  frama: fedColumn([period("interval", 16)], (interval) => new FRAMA(interval)),
  gannHiLo: fedCandles(
    HLC,
    [period("highInterval", 13), period("lowInterval", 21)],
    (highInterval, lowInterval) => new GannHiLo({ highInterval, lowInterval }),
    keyed("line", "trend"),
  ),
  gatorOscillator: fedCandles(
    HL,
    [
      period("jawInterval", 13),
      shiftBy("jawShift", 0, 8),
      period("lipsInterval", 5),
      shiftBy("lipsShift", 0, 3),
      period("teethInterval", 8),
      shiftBy("teethShift", 0, 5),
    ],
    (jawInterval, jawShift, lipsInterval, lipsShift, teethInterval, teethShift) =>
      new GatorOscillator({ jawInterval, jawShift, lipsInterval, lipsShift, teethInterval, teethShift }),
    keyed("lower", "upper"),
  ),
  higherLowTrail: fedCandles(["low"], [period("lookback", 5)], (lookback) => new HigherLowTrail({ lookback })),
  htTrendline: fedColumn([], () => new HTTrendline()),
  linearRegression: fedColumn(
    [period("interval", 14)],
    (interval) => new LinearRegression(interval),
    keyed("prediction", "slope", "intercept"),
  ),
  mama: fedColumn(
    [number("fastLimit", 0.5), number("slowLimit", 0.05)],
    (fastLimit, slowLimit) => new MAMA({ fastLimit, slowLimit }),
    keyed("fama", "mama"),
  ),
  mcGinleyDynamic: fedColumn([period("interval", 14)], (interval) => new McGinleyDynamic(interval)),
  randomWalkIndex: fedCandles(
    HLC,
    [period("interval", 14)],
    (interval) => new RandomWalkIndex(interval),
    keyed("high", "low"),
  ),
  sma15: fedColumn([period("interval", 15)], (interval) => new SMA15(interval)),
  superSmoother: fedColumn([period("interval", 10)], (interval) => new SuperSmoother(interval)),
  swingHigh: fedCandles(["high"], [period("lookback", 5)], (lookback) => new SwingHigh({ lookback })),
  swingLow: fedCandles(["low"], [period("lookback", 5)], (lookback) => new SwingLow({ lookback })),
  t3: fedColumn(
    [period("interval", 5), number("volumeFactor", 0.7)],
    (interval, volumeFactor) => new T3(interval, volumeFactor),
  ),
  trima: fedColumn([period("interval", 20)], (interval) => new TRIMA(interval)),
  vhf: fedColumn([period("interval", 28)], (interval) => new VHF(interval)),
  vidya: fedColumn([period("interval", 14)], (interval) => new VIDYA(interval)),
  volatilityStop: fedCandles(
    HLC,
    [period("interval", 5), number("multiplier", 3.5)],
    (interval, multiplier) => new VolatilityStop({ interval, multiplier }),
    keyed("signal", "stop"),
  ),
  vortexIndicator: fedCandles(
    HLC,
    [period("interval", 14)],
    (interval) => new VortexIndicator(interval),
    keyed("minus", "plus"),
  ),
  zigZag: fedCandles(HL, [number("deviation", 15)], (deviation) => new ZigZag({ deviation })),
  zlema: fedColumn([period("interval", 20)], (interval) => new ZLEMA(interval)),
};
