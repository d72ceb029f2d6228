import type { Candles } from "../../core/kernel/candles.ts";
import type { SeriesInfo } from "../../core/market/series.ts";
import type { StoredCoin } from "../../core/market/stored-coins.ts";
import type { Timeframe } from "../../core/timeframe.ts";
import type { DataCoin } from "./data-set.ts";
import { daysOfBars } from "./universe.ts";
import type { Windows } from "./windows.ts";

const FUNDING_STEP_MS = 8 * 3_600_000;

/** Whether funding rates reach over what a coin has of the windows, give or take the longest time between two. */
export function coversWindows(
  { firstMs, lastMs }: SeriesInfo,
  { time }: Candles,
  { inSample, outOfSample }: Windows,
): boolean {
  const fromMs = Math.max(inSample.fromMs, time[0] ?? Number.NaN);
  const toMs = Math.min(outOfSample.toMs, time.at(-1) ?? Number.NaN);
  return firstMs <= fromMs + FUNDING_STEP_MS && lastMs >= toMs - FUNDING_STEP_MS;
}

type Found = {
  stored: StoredCoin[];
  universe: StoredCoin[];
  coins: DataCoin[];
  timeframe: Timeframe;
  windows: Windows;
  plan: { isShortened: boolean; days: number };
  minDays: number;
  partlyFunded: string[];
};

/** What a person should know of a data set, a sentence each. */
export function warningsOf({
  stored,
  universe,
  coins,
  timeframe,
  windows,
  plan,
  minDays,
  partlyFunded,
}: Found): string[] {
  const both = { fromMs: windows.inSample.fromMs, toMs: windows.outOfSample.toMs };
  const left = stored.filter((coin) => !universe.includes(coin)).map(({ info }) => info.coin);
  const ended = coins.filter(({ isTraded }) => !isTraded).map(({ coin }) => coin);
  const young = universe.filter(({ candles }) => daysOfBars(candles, both, timeframe) < 0.95 * plan.days);
  const noFunding = coins.filter(({ fundingPath }) => fundingPath === null).map(({ coin }) => coin);
  const warnings: string[] = [];
  if (universe.some(({ info }) => info.synthetic)) {
    warnings.push(`${timeframe}: SYNTHETIC CANDLES: what they show says nothing about a real market.`);
  }
  if (plan.isShortened) warnings.push(`${timeframe}: there are ${plan.days} days, fewer than both windows ask for.`);
  if (left.length > 0) warnings.push(`${timeframe}: fewer than ${minDays} days of ${left.join(", ")}: left out.`);
  if (young.length > 0) {
    const names = young.map(({ info }) => info.coin).join(", ");
    warnings.push(`${timeframe}: ${names} ${young.length === 1 ? "covers" : "cover"} a part of the ${plan.days} days.`);
  }
  if (ended.length > 0) warnings.push(`${timeframe}: the candles of ${ended.join(", ")} have ended: not for the desk.`);
  if (noFunding.length > 0) warnings.push(`${timeframe}: no funding rates for ${noFunding.join(", ")}: none is paid.`);
  if (partlyFunded.length > 0) {
    const names = partlyFunded.join(", ");
    warnings.push(`${timeframe}: the funding rates of ${names} cover a part of the time: none is paid in the rest.`);
  }
  return warnings;
}
