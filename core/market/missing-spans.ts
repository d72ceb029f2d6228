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
 * belongs to the span if its whole period lies in it; a payment of funding if its hour does, the last moment included,
 * so that the rate is asked for together with the candle that ends when it is due.
 */
export function missingSpans(
  time: Float64Array,
  timeframe: Timeframe | "funding",
  span: Span,
  absent: readonly Span[] = [],
): Span[] {
  const { unitMs, stepMs } = gridOf(timeframe);
  const lastUnits = Math.floor(span.toMs / unitMs) + (timeframe === "funding" ? 1 : 0);
  const whole = { fromMs: Math.ceil(span.fromMs / unitMs) * unitMs, toMs: lastUnits * unitMs };
  const covered: Span[] = [];
  for (const start of time) {
    const run = covered.at(-1);
    if (run && start - (run.toMs - unitMs) <= stepMs) run.toMs = start + unitMs;
    else covered.push({ fromMs: start, toMs: start + unitMs });
  }
  return subtractSpans(whole, [...covered, ...absent]);
}

/**
 * Those of the missing parts of `span` that are a loss. Before the first payment of funding none need have been due,
 * and behind the last one the next may not be due or published yet: there, what is no longer than the step between
 * two of them tells nothing.
 */
export function lostSpans(missing: readonly Span[], timeframe: Timeframe | "funding", span: Span): Span[] {
  if (timeframe !== "funding") return [...missing];
  return missing.filter(({ fromMs, toMs }) => {
    const isInside = fromMs >= span.fromMs + HOUR_MS && toMs <= span.toMs;
    return isInside || toMs - fromMs > FUNDING_STEP_MS;
  });
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
