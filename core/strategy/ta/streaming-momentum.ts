import {
  AC,
  AccumulativeSwingIndex,
  AO,
  APO,
  BOP,
  CFO,
  CG,
  ConnorsRSI,
  CoppockCurve,
  DeMarker,
  DerivativeOscillator,
  DisparityIndex,
  DPO,
  ElderRay,
  ER,
  FisherTransform,
  IBS,
  IMI,
  KST,
  LaguerreRSI,
  PGO,
  PMO,
  PPO,
  PremierStochastic,
  PSL,
  QQE,
  Qstick,
  RCI,
  RelativeVigorIndex,
  RMI,
  SMI,
  STC,
  SwingIndex,
  TDS,
  TRIX,
  TSI,
  UltimateOscillator,
  WaddahAttarExplosion,
  WaveTrend,
} from "trading-signals";
import { keyed, number, period } from "./signature.ts";
import { fedCandles, fedColumn } from "./streaming.ts";

const HL = ["high", "low"] as const;
const HLC = ["high", "low", "close"] as const;
const OHLC = ["open", "high", "low", "close"] as const;

/** The momentum indicators of trading-signals that have no loop of our own, by class name in lower camel case. */
export const STREAMING_MOMENTUM = {
  ac: fedCandles(
    HL,
    [period("shortAO", 5), period("longAO", 34), period("signalInterval", 5)],
    (shortAO, longAO, signalInterval) => new AC(shortAO, longAO, signalInterval),
  ),
  ao: fedCandles(
    HL,
    [period("shortInterval", 5), period("longInterval", 34)],
    (shortInterval, longInterval) => new AO(shortInterval, longInterval),
  ),
  apo: fedColumn(
    [period("fastPeriod", 12), period("slowPeriod", 26)],
    (fastPeriod, slowPeriod) => new APO({ fastPeriod, slowPeriod }),
  ),
  bop: fedCandles(OHLC, [], () => new BOP()),
  cfo: fedColumn([period("interval", 14)], (interval) => new CFO(interval)),
  cg: fedColumn(
    [period("interval", 10), period("signalInterval", 3)],
    (interval, signalInterval) => new CG(interval, signalInterval),
  ),
  coppockCurve: fedColumn(
    [period("longRocInterval", 14), period("shortRocInterval", 11), period("wmaInterval", 10)],
    (longRocInterval, shortRocInterval, wmaInterval) =>
      new CoppockCurve({ longRocInterval, shortRocInterval, wmaInterval }),
  ),
  connorsRsi: fedColumn(
    [period("percentRankInterval", 100), period("rsiInterval", 3), period("streakRsiInterval", 2)],
    (percentRankInterval, rsiInterval, streakRsiInterval) =>
      new ConnorsRSI({ percentRankInterval, rsiInterval, streakRsiInterval }),
  ),
  deMarker: fedCandles(HL, [period("interval", 14)], (interval) => new DeMarker({ interval })),
  derivativeOscillator: fedColumn(
    [period("ema1Interval", 5), period("ema2Interval", 3), period("rsiInterval", 14), period("smaInterval", 9)],
    (ema1Interval, ema2Interval, rsiInterval, smaInterval) =>
      new DerivativeOscillator({ ema1Interval, ema2Interval, rsiInterval, smaInterval }),
  ),
  disparityIndex: fedColumn([period("interval", 14)], (interval) => new DisparityIndex(interval)),
  dpo: fedColumn([period("interval", 20)], (interval) => new DPO(interval)),
  elderRay: fedCandles(
    HLC,
    [period("interval", 13)],
    (interval) => new ElderRay(interval),
    keyed("bearPower", "bullPower"),
  ),
  er: fedCandles(HLC, [period("interval", 10)], (interval) => new ER(interval)),
  fisherTransform: fedCandles(HL, [period("interval", 10)], (interval) => new FisherTransform(interval)),
  ibs: fedCandles(HLC, [], () => new IBS()),
  imi: fedCandles(["open", "close"], [period("interval", 14)], (interval) => new IMI(interval)),
  kst: fedColumn(
    [
      period("roc1", 10),
      period("roc2", 15),
      period("roc3", 20),
      period("roc4", 30),
      period("sma1", 10),
      period("sma2", 10),
      period("sma3", 10),
      period("sma4", 15),
    ],
    (roc1, roc2, roc3, roc4, sma1, sma2, sma3, sma4) => new KST({ roc1, roc2, roc3, roc4, sma1, sma2, sma3, sma4 }),
  ),
  laguerreRsi: fedColumn([number("gamma", 0.5)], (gamma) => new LaguerreRSI({ gamma })),
  pgo: fedCandles(HLC, [period("interval", 14)], (interval) => new PGO({ interval })),
  pmo: fedColumn(
    [period("signalInterval", 10), period("smoothing1", 35), period("smoothing2", 20)],
    (signalInterval, smoothing1, smoothing2) => new PMO({ signalInterval, smoothing1, smoothing2 }),
    keyed("pmo", "signal"),
  ),
  ppo: fedColumn(
    [period("fastPeriod", 12), period("slowPeriod", 26)],
    (fastPeriod, slowPeriod) => new PPO({ fastPeriod, slowPeriod }),
  ),
  premierStochastic: fedCandles(
    HLC,
    [period("smoothInterval", 3), period("stochInterval", 8)],
    (smoothInterval, stochInterval) => new PremierStochastic({ smoothInterval, stochInterval }),
  ),
  psl: fedColumn([period("interval", 12)], (interval) => new PSL({ interval })),
  qqe: fedColumn(
    [number("fastFactor", 4.236), period("rsiInterval", 14), period("smoothInterval", 5)],
    (fastFactor, rsiInterval, smoothInterval) => new QQE({ fastFactor, rsiInterval, smoothInterval }),
    keyed("rsiMa", "trailingStop"),
  ),
  qstick: fedCandles(["open", "close"], [period("interval", 8)], (interval) => new Qstick(interval)),
  rci: fedColumn([period("interval", 9)], (interval) => new RCI(interval)),
  relativeVigorIndex: fedCandles(
    OHLC,
    [period("interval", 10)],
    (interval) => new RelativeVigorIndex(interval),
    keyed("rvgi", "signal"),
  ),
  rmi: fedColumn(
    [period("interval", 14), period("momentum", 5)],
    (interval, momentum) => new RMI({ interval, momentum }),
  ),
  smi: fedCandles(
    HLC,
    [period("interval", 10), period("smooth1", 3), period("smooth2", 3)],
    (interval, smooth1, smooth2) => new SMI({ interval, smooth1, smooth2 }),
  ),
  stc: fedColumn(
    [period("cycleInterval", 10), period("fastInterval", 23), period("slowInterval", 50)],
    (cycleInterval, fastInterval, slowInterval) => new STC({ cycleInterval, fastInterval, slowInterval }),
  ),
  swingIndex: fedCandles(OHLC, [number("limitMove", 300)], (limitMove) => new SwingIndex(limitMove)),
  accumulativeSwingIndex: fedCandles(
    OHLC,
    [number("limitMove", 300)],
    (limitMove) => new AccumulativeSwingIndex(limitMove),
  ),
  tds: fedColumn([], () => new TDS()),
  trix: fedColumn([period("interval", 15)], (interval) => new TRIX(interval)),
  tsi: fedColumn(
    [period("longPeriod", 25), period("shortPeriod", 13)],
    (longPeriod, shortPeriod) => new TSI({ longPeriod, shortPeriod }),
  ),
  ultimateOscillator: fedCandles(
    HLC,
    [period("longPeriod", 28), period("mediumPeriod", 14), period("shortPeriod", 7)],
    (longPeriod, mediumPeriod, shortPeriod) => new UltimateOscillator({ longPeriod, mediumPeriod, shortPeriod }),
  ),
  waddahAttarExplosion: fedCandles(
    HLC,
    [
      period("atrInterval", 100),
      period("bandsInterval", 20),
      number("bandsMultiplier", 2),
      number("deadZoneMultiplier", 3.7),
      period("longInterval", 40),
      number("sensitivity", 150),
      period("shortInterval", 20),
    ],
    (atrInterval, bandsInterval, bandsMultiplier, deadZoneMultiplier, longInterval, sensitivity, shortInterval) =>
      new WaddahAttarExplosion({
        atrInterval,
        bandsInterval,
        bandsMultiplier,
        deadZoneMultiplier,
        longInterval,
        sensitivity,
        shortInterval,
      }),
    keyed("deadZone", "explosion", "trend"),
  ),
  waveTrend: fedCandles(
    HLC,
    [period("averageInterval", 21), period("channelInterval", 10), period("smoothingInterval", 4)],
    (averageInterval, channelInterval, smoothingInterval) =>
      new WaveTrend({ averageInterval, channelInterval, smoothingInterval }),
    keyed("wt1", "wt2"),
  ),
};
