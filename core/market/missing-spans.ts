import { type Timeframe, timeframeMs } from "../timeframe.ts";
import { type Span, subtractSpans } from "./spans.ts";

const HOUR_MS = 3_600_000;

/** Longest time between two payments of funding on any exchange; what lies closer together has no gap between. */
const FUNDING_STEP_MS = 8 * HOUR_MS;

/** The unit in which a series is asked for, and how far apart two neighbours may be. */
function gridOf(timeframe: Timeframe | "funding"): { unitMs: number; stepMs: number } {
  if (timeframe === "funding") return { unitMs: HOUR_MS, stepMs: FUNDING_STEP_MS };
  return { unitMs: timeframeMs(timeframe), stepMs: timeframeMs(timeframe) };
}

/**
 * The parts of `span` for which a series with rows at `time` (ascending) has none, but for `absent` ones. A candle
 * belongs to the span if its whole period lies in it.
 */
export function missingSpans(
  time: Float64Array,
  timeframe: Timeframe | "funding",
  span: Span,
  absent: readonly Span[] = [],
): Span[] {
  const { unitMs, stepMs } = gridOf(timeframe);
  const whole = { fromMs: Math.ceil(span.fromMs / unitMs) * unitMs, toMs: Math.floor(span.toMs / unitMs) * unitMs };
  const covered: Span[] = [];
  for (const start of time) {
    const run = covered.at(-1);
    if (run && start - (run.toMs - unitMs) <= stepMs) run.toMs = start + unitMs;
    else covered.push({ fromMs: start, toMs: start + unitMs });
  }
  return subtractSpans(whole, [...covered, ...absent]);
}

/** Spans so close together that one request is likely to answer both, made one. */
export function mergeNearby(spans: readonly Span[], timeframe: Timeframe | "funding"): Span[] {
  const nearMs = 500 * gridOf(timeframe).unitMs;
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.fromMs - last.toMs <= nearMs) last.toMs = span.toMs;
    else merged.push({ ...span });
  }
  return merged;
}
