import type { Candles } from "../../core/kernel/candles.ts";
import { ALTERED_FUTURES, EXTREME, type FutureKind, SAME_LENGTH } from "./altered-futures.ts";
import { type Cut, cutsFor } from "./cuts.ts";
import { FailedRun, firstDifference, type Ran, type TrialRuns, type Words } from "./trial-runs.ts";

type Trial = {
  kind: string;
  candles: Candles;
  /** What the future is replaced by. */
  other: Candles;
  /** The watched run on `candles`. */
  base: Ran;
  /** Cuts at most. */
  most: number;
};

export type Leak = { words: Words; line: number | null };

/** Every so many cuts an extreme future is tried too. */
const EXTREME_EVERY = 4;

/** What a leak shows as, or null: the first mask before a cut that is another one under another future. */
export function findLeak(runs: TrialRuns, { kind, candles, other, base, most }: Trial): Leak | null {
  const { warmup } = runs.module.definition;
  const rareBars = runs.sightings.rareBars();
  for (const [i, cut] of cutsFor({ candles, masks: base.masks, warmup, rareBars }, most).entries()) {
    for (const future of futuresFor(cut, i)) {
      const altered = ALTERED_FUTURES[future](candles, cut.bar, other);
      const ran = runUnder(runs, altered, future, `${kind}, ${future} from bar ${cut.bar}`);
      const difference = ran && firstDifference(base.masks, ran.masks, warmup, cut.bar);
      if (!difference) continue;
      const { bar, mask, a, b } = difference;
      const message = `${mask} at bar ${bar} is ${a}, and ${b} once the bars from ${cut.bar} on are ${future} (market: ${kind})`;
      const line = runs.blame(candles, cut.bar);
      return { words: ["future-leak", message, "A mask at bar t may depend on bars 0 to t only."], line };
    }
  }
  return null;
}

function futuresFor({ isRare }: Cut, i: number): FutureKind[] {
  const extreme = i % EXTREME_EVERY === 0 ? EXTREME[(i / EXTREME_EVERY) % EXTREME.length] : undefined;
  const kept = SAME_LENGTH[i % SAME_LENGTH.length] ?? "replaced";
  const usual: FutureKind[] = isRare ? ["dropped", "replaced", "risen", "fallen", "delayed"] : ["dropped", kept];
  return extreme ? [...usual, extreme] : usual;
}

/** Null where the strategy fails under a future that no market brings. */
function runUnder(runs: TrialRuns, altered: Candles, future: FutureKind, market: string): Ran | null {
  try {
    return runs.runOnce(altered, market);
  } catch (error) {
    if (error instanceof FailedRun && EXTREME.includes(future)) return null;
    throw error;
  }
}
