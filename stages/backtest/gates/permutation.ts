import type { Permutations } from "../looks/permutations.ts";
import type { GateSettings } from "../settings.ts";
import { below, type Verdict, verdictOf } from "./verdict.ts";

/** Whether the search found more in the market than it finds where there is no order to be found. */
export function judgePermutation(permutations: Permutations, { maxP }: GateSettings["permutation"]): Verdict {
  return verdictOf([below("p of permuted markets", permutations.pValue, maxP)], { ...permutations });
}
