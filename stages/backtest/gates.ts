import type { Candidate } from "./candidate.ts";
import { judgeInSample } from "./gates/in-sample.ts";
import { judgeOutOfSample } from "./gates/out-of-sample.ts";
import { judgeScore, scoreParts } from "./gates/score.ts";
import type { Verdict } from "./gates/verdict.ts";
import type { GateSettings } from "./settings.ts";

type Gate = {
  name: string;
  /** Looks at data through the candidate, which counts them. */
  judge(candidate: Candidate, settings: GateSettings): Verdict;
};

/** Every gate in the order in which a strategy meets them, the cheapest first; the first that fails ends it. */
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
];
