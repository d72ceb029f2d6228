import type { NewBacktest, NewTrial, StrategyPatch } from "../../core/db/records.ts";
import type { Numbers } from "../../core/db/schema.ts";
import type { Period } from "../../core/kernel/window.ts";
import type { DataSet } from "./data-set.ts";
import type { Examination } from "./examine.ts";
import { scoreOf } from "./gates/score.ts";
import type { Look } from "./looks/look.ts";

/** `gate: reason`, the same for all that fail alike; null: it passed. */
export function reasonOf({ failed }: Pick<Examination, "failed">): string | null {
  return failed && `${failed.gate}: ${failed.reason}`;
}

/** What the event of the verdict says: the numbers of every gate that was met, and the data behind them. */
export function numbersOf(
  { numbers, snapshotHash }: Pick<Examination, "numbers" | "snapshotHash">,
  { coins, synthetic }: DataSet,
): Numbers {
  return { ...numbers, exchange: coins[0]?.exchange ?? null, synthetic, snapshotHash };
}

/**
 * A trial for every look at data by which something is chosen or judged the first time. Permuted markets are no data,
 * and what other gates ask of the same look is no other.
 */
export function trialsOf(examination: Examination, { windows }: DataSet): NewTrial[] {
  const { inSample, outOfSample, walkForward } = examination;
  const trials: NewTrial[] = [];
  if (inSample !== null) {
    const { cells, leftOut, sharpeMean, sharpeVariance } = inSample;
    const told = lookOf(examination, "in-sample", windows.inSample, inSample.parameters);
    trials.push({ ...told, numbers: { ...told.numbers, leftOut }, cells, sharpeMean, sharpeVariance });
  }
  if (outOfSample !== null) {
    trials.push(lookOf(examination, "out-of-sample", windows.outOfSample, outOfSample.parameters));
  }
  if (walkForward !== null) {
    const { cells, sharpeMean, sharpeVariance } = walkForward;
    const told = lookOf(examination, "walk-forward", windows.inSample, null);
    trials.push({ ...told, cells, sharpeMean, sharpeVariance });
  }
  return trials;
}

/** `parameters` is null where a look chose them anew again and again. */
export function lookOf(
  { failed, numbers, snapshotHash }: Pick<Examination, "failed" | "numbers" | "snapshotHash">,
  kind: string,
  period: Period,
  parameters: Look["parameters"] | null,
) {
  const isFailed = failed?.gate === kind;
  return {
    kind,
    verdict: isFailed ? "rejected" : "passed",
    reason: isFailed ? failed.reason : null,
    numbers: { ...numbers[kind], ...period, parameters, snapshotHash },
  };
}

/** A row of `backtests` for each look, of the kinds that are named. */
export function backtestsOf(
  { inSample, outOfSample, snapshotHash }: Looks & Pick<Examination, "snapshotHash">,
  { coins, windows }: DataSet,
  [first, second]: readonly [string, string] = ["in-sample", "out-of-sample"],
): NewBacktest[] {
  const row = (kind: string, { parameters, metrics, dailyReturns, elapsedMs }: Look, period: Period): NewBacktest => ({
    ...{ kind, parameters, metrics, dailyReturns, elapsedMs },
    coins: coins.map(({ coin }) => coin),
    fromAt: new Date(period.fromMs),
    toAt: new Date(period.toMs),
    snapshotHash,
  });
  return [
    ...(inSample ? [row(first, inSample, windows.inSample)] : []),
    ...(outOfSample ? [row(second, outOfSample, windows.outOfSample)] : []),
  ];
}

/** What a strategy that passed keeps. The desk trades `parameters` in place of the module's own exits and leverage. */
export function patchOf(examination: Examination, data: DataSet): StrategyPatch {
  const { inSample } = examination;
  const measured = measuredOf(examination);
  if (inSample === null || measured === null) {
    throw new TypeError("a strategy that passed was looked at in both windows");
  }
  return {
    ...measured,
    universe: data.coins.filter(({ isTraded }) => isTraded).map(({ coin }) => coin),
    exchange: data.coins[0]?.exchange ?? null,
    parameters: inSample.parameters,
  };
}

/** Metrics and score of a strategy that was looked at in both windows; null: it was not. */
export function measuredOf({ inSample, outOfSample, degradation, scoreParts }: Looks): StrategyPatch | null {
  if (inSample === null || outOfSample === null || scoreParts === null) return null;
  return {
    metrics: { inSample: inSample.metrics, outOfSample: outOfSample.metrics, degradation, scoreParts },
    score: scoreOf(scoreParts),
  };
}

type Looks = Pick<Examination, "degradation" | "scoreParts"> & { inSample: Look | null; outOfSample: Look | null };
