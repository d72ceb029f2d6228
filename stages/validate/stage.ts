import { availableParallelism } from "node:os";
import type { Claim } from "../../core/db/claim.ts";
import { SixbtcError } from "../../core/errors.ts";
import type { Tick } from "../../core/runtime/loop.ts";
import type { Outcome, Stage, StageContext } from "../stage.ts";
import { createJudgePool, validateText } from "./validate-text.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Judges one GENERATED strategy a tick: it becomes VALIDATED, or its row goes and its trial and the reason stay. One that
 * no child comes to a verdict on is FAILED.
 */
export async function openStage({ config, queue }: StageContext): Promise<Stage> {
  const { liveBars } = config.market;
  const pool = createJudgePool(Math.min(config.processes.validate.parallel, availableParallelism()));
  return {
    async tick(signal): Promise<Tick<Outcome>> {
      using claim = (await queue.claim({ status: "GENERATED" }))[0] ?? null;
      if (claim === null) return { did: "nothing" };
      const { name, code } = claim.strategy;
      try {
        const either = AbortSignal.any([signal, claim.signal]);
        // The text runs in no process of ours, but one that ends children time and again counts from when it is tried.
        const verdict = await validateText(code, { pool, signal: either, liveBars, begin: () => claim.begin() });
        return { did: "work", outcome: await settle(claim, verdict) };
      } catch (error) {
        if (claim.signal.aborted) return { did: "work", outcome: { verdict: "lost", strategy: name } };
        if (isUnjudged(error)) return { did: "work", outcome: await fail(claim, error) };
        if (signal.aborted) await claim.giveBack();
        throw error;
      }
    },
    close: () => pool.close(),
  };
}

const UNJUDGED = new Set(["validate.killed", "validate.broken"]);

/** Each child that judged it was killed from outside, or none knew what to say: that is no verdict on the text. */
function isUnjudged(error: unknown): error is SixbtcError {
  return error instanceof SixbtcError && UNJUDGED.has(error.code);
}

async function fail(claim: Claim, { message: reason, hint }: SixbtcError): Promise<Outcome> {
  await claim.fail(reason);
  return { verdict: "failed", strategy: claim.strategy.name, reason, hint };
}

async function settle(claim: Claim, verdict: Verdict): Promise<Outcome> {
  const strategy = claim.strategy.name;
  const { findings, elapsedMs, warmupBars, phase } = verdict;
  const warnings = findings.filter(({ severity }) => severity === "warning").map(({ code }) => code);
  const error = findings.find(({ severity }) => severity === "error");
  if (error === undefined) {
    const patch = warmupBars === null ? {} : { warmupBars };
    await claim.release("VALIDATED", { patch, numbers: { warmupBars, warnings, elapsedMs } });
    return { verdict: "validated", strategy, warmupBars, warnings, elapsedMs };
  }
  const reason = `${error.code}: ${error.message}`;
  const { line, column } = error;
  await claim.reject({ kind: "validation", reason, numbers: { phase, code: error.code, line, column, elapsedMs } });
  return { verdict: "rejected", strategy, reason, phase, elapsedMs };
}
