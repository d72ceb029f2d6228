import {
  ADOSC,
  EMV,
  ForceIndex,
  KVO,
  MarketFacilitationIndex,
  NVI,
  PVI,
  PVO,
  PVT,
  RVOL,
  VROC,
  WAD,
} from "trading-signals";
import { number, period } from "./signature.ts";
import { fedCandles, fedColumn } from "./streaming.ts";

const HLC = ["high", "low", "close"] as const;
const HLCV = ["high", "low", "close", "volume"] as const;

/** The volume indicators of trading-signals that have no loop of our own, by class name in lower camel case. */
export const STREAMING_VOLUME = {
  adosc: fedCandles(
    HLCV,
    [period("fastPeriod", 3), period("slowPeriod", 10)],
    (fastPeriod, slowPeriod) => new ADOSC({ fastPeriod, slowPeriod }),
  ),
  emv: fedCandles(
    ["high", "low", "volume"],
    [period("interval", 14), number("scale", 100_000_000)],
    (interval, scale) => new EMV(interval, scale),
  ),
  forceIndex: fedCandles(["close", "volume"], [period("interval", 13)], (interval) => new ForceIndex(interval)),
  kvo: fedCandles(
    HLCV,
    [period("shortInterval", 34), period("longInterval", 55)],
    (shortInterval, longInterval) => new KVO(shortInterval, longInterval),
  ),
  marketFacilitationIndex: fedCandles(["high", "low", "volume"], [], () => new MarketFacilitationIndex()),
  nvi: fedCandles(["close", "volume"], [], () => new NVI()),
  pvi: fedCandles(["close", "volume"], [], () => new PVI()),
  pvo: fedColumn(
    [period("fastPeriod", 12), period("slowPeriod", 26)],
    (fastPeriod, slowPeriod) => new PVO({ fastPeriod, slowPeriod }),
  ),
  pvt: fedCandles(["close", "volume"], [], () => new PVT()),
  rvol: fedColumn([period("period", 20)], (bars) => new RVOL(bars)),
  vroc: fedColumn([period("interval", 14)], (interval) => new VROC(interval)),
  wad: fedCandles(HLC, [], () => new WAD()),
};
