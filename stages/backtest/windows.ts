import type { Period } from "../../core/kernel/window.ts";

const DAY_MS = 86_400_000;

/** Times of the two windows, both at midnight UTC; out of sample follows in sample at once. */
export type Windows = { inSample: Period; outOfSample: Period };

export type WindowSettings = {
  inSampleDays: number;
  outOfSampleDays: number;
  /** In sample's share of what there is, where that is less than both. */
  inSampleShare: number;
  minDays: number;
};

export type WindowPlan =
  | { kind: "planned"; windows: Windows; days: number; isShortened: boolean }
  | { kind: "too-short"; days: number };

/**
 * The windows at the end of the candles from `firstMs` to `endMs`. One pair for all coins: with windows of its own for
 * a young coin, its in sample would hold days that are out of sample for the others, and coins move together.
 */
export function planWindows(firstMs: number, endMs: number, settings: WindowSettings): WindowPlan {
  const { inSampleDays, outOfSampleDays, inSampleShare, minDays } = settings;
  const toMs = Math.floor(endMs / DAY_MS) * DAY_MS;
  const days = Math.max(0, Math.floor((toMs - firstMs) / DAY_MS));
  if (days < minDays) return { kind: "too-short", days };
  const isShortened = days < inSampleDays + outOfSampleDays;
  const outDays = isShortened ? days - Math.round(days * inSampleShare) : outOfSampleDays;
  const inDays = isShortened ? days - outDays : inSampleDays;
  const splitMs = toMs - outDays * DAY_MS;
  const windows = {
    inSample: { fromMs: splitMs - inDays * DAY_MS, toMs: splitMs },
    outOfSample: { fromMs: splitMs, toMs },
  };
  return { kind: "planned", windows, days: inDays + outDays, isShortened };
}
