import type { SweptLook } from "../looks/swept-look.ts";
import type { RunThresholds } from "../settings.ts";
import { runChecks, type Verdict, verdictOf } from "./verdict.ts";

/** Whether the combination that the sweep chose is worth a look out of sample. */
export function judgeInSample(look: SweptLook, limits: RunThresholds): Verdict {
  const { checks, numbers } = runChecks(look.metrics, limits);
  const { cells, plateauSharpe } = look;
  return verdictOf(checks, { ...numbers, cells, plateauSharpe });
}
