import type { Candidate } from "./candidate.ts";
import { judgeConsistency } from "./gates/consistency.ts";
import { judgeDeflated } from "./gates/deflated.ts";
import { judgeInSample } from "./gates/in-sample.ts";
import { judgeOutOfSample } from "./gates/out-of-sample.ts";
import { judgePermutation } from "./gates/permutation.ts";
import { judgeRandomEntry } from "./gates/random-entry.ts";
import { judgeRobustness } from "./gates/robustness.ts";
import { judgeSanity } from "./gates/sanity.ts";
import { judgeScore, scoreParts } from "./gates/score.ts";
import type { Verdict } from "./gates/verdict.ts";
import { judgeWalkForward } from "./gates/walk-forward.ts";
import type { GateSettings } from "./settings.ts";

type Gate = {
  name: string;
  /** Looks at data through the candidate, which counts them. */
  judge(candidate: Candidate, settings: GateSettings): Verdict;
};

/**
 * Every gate in the order in which a strategy meets them; the first that fails ends it. Out of sample is looked at once:
 * later gates ask other questions of that look, or look in sample again.
 */
export const gates: readonly Gate[] = [
  {
    name: "in-sample",
    judge: (candidate, settings) => judgeInSample(candidate.inSample(), settings.inSample),
  },
  {
    name: "out-of-sample",
    judge: (candidate, settings) =>
      judgeOutOfSample(candidate.inSample().metrics, candidate.outOfSample().metrics, settings.outOfSample),
  },
  {
    name: "score",
    judge(candidate, { score }) {
      const parts = scoreParts(candidate.inSample().metrics, candidate.outOfSample().metrics, score);
      return judgeScore(parts, score);
    },
  },
  {
    name: "random-entry",
    judge: (candidate, settings) => judgeRandomEntry(candidate.randomEntries(), settings.randomEntry),
  },
  {
    name: "permutation",
    judge: (candidate, settings) => judgePermutation(candidate.permutations(), settings.permutation),
  },
  {
    name: "walk-forward",
    judge: (candidate, settings) => judgeWalkForward(candidate.walkForward(), settings.walkForward),
  },
  {
    name: "consistency",
    judge: (candidate, settings) => judgeConsistency(candidate.inSample().dailyReturns.returns, settings.consistency),
  },
  {
    name: "robustness",
    judge(candidate, settings) {
      const { metrics: inSample, neighbourSharpe } = candidate.inSample();
      const { metrics: outOfSample } = candidate.outOfSample();
      const changed = { inSample, outOfSample, neighbourSharpe, ...candidate.stressed() };
      return judgeRobustness(changed, settings.robustness);
    },
  },
  {
    name: "deflated",
    judge(candidate, settings) {
      const { returns: inSample } = candidate.inSample().dailyReturns;
      const { returns: outOfSample } = candidate.outOfSample().dailyReturns;
      return judgeDeflated([...inSample, ...outOfSample], inSample.length, candidate.luck, settings.deflated);
    },
  },
  {
    name: "sanity",
    judge: (candidate, settings) => judgeSanity(candidate.inSample(), candidate.outOfSample(), settings.sanity),
  },
];
