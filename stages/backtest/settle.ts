import type { Claim } from "../../core/db/claim.ts";
import type { Outcome } from "../stage.ts";
import type { DataSet } from "./data-set.ts";
import type { Examination } from "./examine.ts";
import { backtestsOf, numbersOf, patchOf, reasonOf, trialsOf } from "./records.ts";

/** Writes down what the gates said of a claimed strategy, in one transaction: it is TESTED, or it is no more. */
export async function settle(claim: Claim, data: DataSet, examination: Examination): Promise<Outcome> {
  const reason = reasonOf(examination);
  const numbers = numbersOf(examination, data);
  const trials = trialsOf(examination, data);
  if (reason !== null) {
    await claim.reject({ kind: "backtest", reason, numbers, trials });
    const { failed, numbers: byGate } = examination;
    return { verdict: "rejected", reason, numbers: failed ? byGate[failed.gate] : {} };
  }
  const patch = patchOf(examination, data);
  const backtests = backtestsOf(examination, data);
  const passed = { kind: "backtest", verdict: "passed", numbers };
  await claim.release("TESTED", { patch, numbers, trials: [...trials, passed], backtests });
  return { verdict: "passed", score: patch.score };
}
