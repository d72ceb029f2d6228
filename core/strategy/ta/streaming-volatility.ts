import {
  AccelerationBands,
  BollingerBands,
  BollingerBandsWidth,
  CHOP,
  CVI,
  GAPO,
  IQR,
  MAD,
  MassIndex,
  PercentB,
  Period,
  ProjectionOscillator,
  RelativeVolatilityIndex,
  RogersSatchellVolatility,
  TTMSqueeze,
  UlcerIndex,
} from "trading-signals";
import { keyed, number, period } from "./signature.ts";
import { fedCandles, fedColumn } from "./streaming.ts";

const HL = ["high", "low"] as const;
const HLC = ["high", "low", "close"] as const;
const OHLC = ["open", "high", "low", "close"] as const;

/** The volatility indicators of trading-signals that have no loop of our own, by class name in lower camel case. */
export const STREAMING_VOLATILITY = {
  accelerationBands: fedCandles(
    HLC,
    [period("interval", 20), number("width", 4)],
    (interval, width) => new AccelerationBands(interval, width),
    keyed("lower", "middle", "upper"),
  ),
  bollingerBandsWidth: fedColumn(
    [period("interval", 20), number("deviationMultiplier", 2)],
    (interval, deviationMultiplier) => new BollingerBandsWidth(new BollingerBands(interval, deviationMultiplier)),
  ),
  chop: fedCandles(HLC, [period("interval", 14)], (interval) => new CHOP(interval)),
  cvi: fedCandles(HL, [period("interval", 10)], (interval) => new CVI(interval)),
  gapo: fedCandles(HL, [period("interval", 14)], (interval) => new GAPO(interval)),
  iqr: fedColumn([period("interval", 20)], (interval) => new IQR(interval)),
  mad: fedColumn([period("interval", 20)], (interval) => new MAD(interval)),
  massIndex: fedCandles(HL, [period("interval", 25)], (interval) => new MassIndex(interval)),
  percentB: fedColumn(
    [number("deviationMultiplier", 2), period("interval", 20)],
    (deviationMultiplier, interval) => new PercentB({ deviationMultiplier, interval }),
  ),
  period: fedColumn([period("interval", 20)], (interval) => new Period(interval), keyed("highest", "lowest")),
  projectionOscillator: fedCandles(HLC, [period("interval", 14)], (interval) => new ProjectionOscillator({ interval })),
  relativeVolatilityIndex: fedColumn(
    [period("interval", 14), period("stddevInterval", 10)],
    (interval, stddevInterval) => new RelativeVolatilityIndex({ interval, stddevInterval }),
  ),
  rogersSatchellVolatility: fedCandles(
    OHLC,
    [period("interval", 14)],
    (interval) => new RogersSatchellVolatility(interval),
  ),
  ttmSqueeze: fedCandles(
    HLC,
    [period("bbInterval", 20), number("bbMultiplier", 2), period("kcInterval", 20), number("kcMultiplier", 1.5)],
    (bbInterval, bbMultiplier, kcInterval, kcMultiplier) =>
      new TTMSqueeze({ bbInterval, bbMultiplier, kcInterval, kcMultiplier }),
    keyed("isSqueezed", "momentum"),
  ),
  ulcerIndex: fedColumn([period("interval", 14)], (interval) => new UlcerIndex(interval)),
};
