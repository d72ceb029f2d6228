import type { RandomEntries } from "../../../core/statistics/random-entry.ts";
import type { GateSettings } from "../settings.ts";
import { below, type Verdict, verdictOf } from "./verdict.ts";

/** Whether the moments of entry out of sample were better than any others, beside what the market gave to anyone. */
export function judgeRandomEntry(
  { pValue, mean, randomMean }: RandomEntries,
  { draws, maxP }: GateSettings["randomEntry"],
): Verdict {
  return verdictOf([below("p of random entries", pValue, maxP)], { pValue, mean, randomMean, draws });
}
