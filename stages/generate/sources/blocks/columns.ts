import { SixbtcError } from "../../../../core/errors.ts";
import type { Timeframe } from "../../../../core/timeframe.ts";
import type { Draft } from "./draft.ts";

/**
 * Bars for each bar of length until an average of its kind has forgotten where it began: the recursive ones keep
 * their first value for ever, but less than a hundredth of it after about three lengths.
 */
const AVERAGES = { sma: 1, ema: 3, wma: 1, dema: 4, tema: 5, hma: 2, rma: 5, kama: 5 } as const;

type Average = keyof typeof AVERAGES;

export const AVERAGE_KINDS = Object.keys(AVERAGES) as Average[];

export function average(draft: Draft, kind: Average, length: number, source = "c.close"): string {
  return draft.column(`${kind}${length}`, `ta.${kind}(${source}, ${length})`, AVERAGES[kind] * length);
}

export function averageVolume(draft: Draft, length: number): string {
  return draft.column(`averageVolume${length}`, `ta.sma(c.volume, ${length})`, length);
}

/** Volume against its own average: 1 is a usual bar. */
export function relativeVolume(draft: Draft, length: number): string {
  const usual = averageVolume(draft, length);
  return draft.column(`relativeVolume${length}`, `ta.div(c.volume, ${usual})`);
}

export function rsi(draft: Draft, length: number): string {
  return draft.column(`rsi${length}`, `ta.rsi(c.close, ${length})`, 5 * length);
}

export function atr(draft: Draft, length: number): string {
  return draft.column(`atr${length}`, `ta.atr(c, ${length})`, 5 * length);
}

export function adx(draft: Draft, length: number): string {
  return draft.column(`adx${length}`, `ta.adx(c, ${length})`, 7 * length);
}

export function macd(draft: Draft): string {
  const [short, long, signal] = draft.draw.pick([
    [12, 26, 9],
    [8, 21, 5],
    [8, 17, 9],
    [5, 35, 5],
    [24, 52, 18],
  ] as const);
  return draft.column("macd", `ta.macd(c.close, ${short}, ${long}, ${signal})`, 3 * (long + signal));
}

export function bands(draft: Draft): string {
  const length = draft.draw.pick([14, 20, 30, 50]);
  const width = draft.draw.pick([2, 2.25, 2.5, 2.75, 3]);
  return draft.column("bands", `ta.bbands(c.close, ${length}, ${width})`, length);
}

export function keltner(draft: Draft): string {
  const length = draft.draw.pick([14, 20, 30, 50]);
  const atrLength = draft.draw.pick([10, 14, 20]);
  const width = draft.draw.pick([1.5, 1.75, 2, 2.25, 2.5]);
  return draft.column("keltner", `ta.keltner(c, ${length}, ${atrLength}, ${width})`, 5 * length);
}

/** The edge of the last `length` bars before this one: a bar cannot pass an edge that it makes itself. */
export function channel(draft: Draft, length: number): { upper: string; lower: string } {
  const name = draft.column(`channel${length}`, `ta.donchian(c, ${length})`, length);
  return {
    upper: draft.column(`high${length}`, `ta.shift(${name}.upper, 1)`, 1),
    lower: draft.column(`low${length}`, `ta.shift(${name}.lower, 1)`, 1),
  };
}

export function stochastic(draft: Draft): string {
  const length = draft.draw.pick([9, 14, 21, 28]);
  const slowing = draft.draw.pick([3, 5]);
  return draft.column("stochastic", `ta.stoch(c, ${length}, 3, ${slowing})`, length + slowing + 3);
}

/** Moves over some bars as a fraction of the price. */
export function change(draft: Draft, length: number): string {
  return draft.column(`change${length}`, `ta.pctChange(c.close, ${length})`, length);
}

/** A change over `length` bars that is `times` a usual one, in two digits: 15m of a liquid coin move about 0.3 %. */
export function usualMove(draft: Draft, length: number, times: number): number {
  return neat(0.003 * draft.scale * Math.sqrt(length) * times);
}

/** Two significant digits: what a person would write. */
export function neat(value: number): number {
  return Number(value.toPrecision(2));
}

const HIGHER: Record<Timeframe, readonly (readonly [Timeframe, bars: number])[]> = {
  "1m": [
    ["5m", 5],
    ["15m", 15],
    ["30m", 30],
  ],
  "5m": [
    ["30m", 6],
    ["1h", 12],
    ["2h", 24],
  ],
  "15m": [
    ["1h", 4],
    ["2h", 8],
    ["4h", 16],
  ],
  "30m": [
    ["2h", 4],
    ["4h", 8],
  ],
  "1h": [["4h", 4]],
  "2h": [["4h", 2]],
  "4h": [["1d", 6]],
  "1d": [],
};

export function hasHigher(timeframe: Timeframe): boolean {
  return HIGHER[timeframe].length > 0;
}

/** Candles of a higher timeframe, and how many bars of the strategy's own one of theirs lasts. */
export function higherCandles(draft: Draft): { name: string; timeframe: Timeframe; bars: number } {
  const higher = HIGHER[draft.timeframe];
  if (higher.length === 0) {
    throw new SixbtcError("generate.no-higher-timeframe", `There is no timeframe above ${draft.timeframe}`);
  }
  const [timeframe, bars] = draft.draw.pick(higher);
  return { name: draft.column(`candles${timeframe}`, `ta.resample(c, "${timeframe}")`, bars), timeframe, bars };
}
