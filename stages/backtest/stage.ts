import { availableParallelism } from "node:os";
import type { Claim } from "../../core/db/claim.ts";
import { waitingTimeframes } from "../../core/db/waiting-timeframes.ts";
import { openCandleStore } from "../../core/market/store.ts";
import type { JobOutcome } from "../../core/runtime/child-process.ts";
import type { Tick } from "../../core/runtime/loop.ts";
import type { Timeframe } from "../../core/timeframe.ts";
import type { Outcome, Stage, StageCall, StageContext } from "../stage.ts";
import { type BacktestAnswer, errorOf } from "./child-pool.ts";
import type { DataSet } from "./data-set.ts";
import { createDataSets, dataNotReady } from "./data-sets.ts";
import { createGateRunner } from "./gate-runner.ts";
import { createLuck } from "./luck.ts";
import { createRetester } from "./retest/retester.ts";
import { settle } from "./settle.ts";

/** Of so many ticks one looks for a test that is due first, so that a factory which never runs dry makes them too. */
const TURN = 10;

/**
 * Takes one VALIDATED strategy a tick through windows and gates, or tests one again that has passed them, where its
 * time has come. The work is the children's; this thread writes.
 */
export async function openStage(context: StageContext, call: StageCall): Promise<Stage> {
  const { config, db, queue, home } = context;
  const dataSets = createDataSets(openCandleStore(home), db, config);
  const luck = createLuck(db);
  const runner = createGateRunner(config, Math.min(config.processes.backtest.parallel, availableParallelism()));
  const retester = createRetester(context, dataSets, runner);
  const told = new Set<string>();
  let ticks = 0;

  type Next = { claim: Claim; data: DataSet } | null;

  async function claimAmong(ready: ReadonlyMap<Timeframe, DataSet>): Promise<Next> {
    const [claim] = await queue.claim({ status: "VALIDATED", begin: true, timeframes: [...ready.keys()] });
    const data = claim && ready.get(claim.strategy.timeframe);
    return claim && data ? { claim, data } : null;
  }

  async function nextClaim(): Promise<Next> {
    return claimAmong((await dataSets.find()).ready);
  }

  /** Of strategies that stay where they are for want of candles, a bare call says so; a watch waits for them. */
  async function lastClaim(): Promise<Next> {
    const { ready } = await dataSets.find();
    const waiting = await waitingTimeframes(db, "VALIDATED");
    const found = await dataSets.find(waiting);
    if (waiting.some((timeframe) => found.ready.has(timeframe) && !ready.has(timeframe))) {
      return claimAmong(found.ready);
    }
    const reasons = waiting.flatMap((timeframe) => found.missing.get(timeframe) ?? []);
    if (reasons.length > 0 && !call.watch) throw dataNotReady(reasons);
    return null;
  }

  async function judge(next: NonNullable<Next>, signal: AbortSignal): Promise<Outcome> {
    using claim = next.claim;
    const { data } = next;
    const strategy = claim.strategy.name;
    try {
      const stop = AbortSignal.any([signal, claim.signal]);
      const answer = await runner.run(claim.strategy.code, data, await luck.read(), { signal: stop });
      const outcome = await settleAnswer(claim, data, answer);
      const warnings = told.has(data.id) || data.warnings.length === 0 ? {} : { warnings: data.warnings };
      told.add(data.id);
      return { strategy, ...outcome, ...warnings };
    } catch (error) {
      if (claim.signal.aborted) return { verdict: "lost", strategy };
      if (signal.aborted) await claim.giveBack();
      throw error;
    }
  }

  async function judgeNext(claim: () => Promise<Next>, signal: AbortSignal): Promise<Outcome | null> {
    const next = await claim();
    return next && judge(next, signal);
  }

  return {
    async tick(signal): Promise<Tick<Outcome>> {
      ticks += 1;
      const early = ticks % TURN === 0 ? await retester.tick(signal) : null;
      const outcome =
        early ??
        (await judgeNext(nextClaim, signal)) ??
        (await retester.tick(signal)) ??
        (await judgeNext(lastClaim, signal));
      return outcome === null ? { did: "nothing" } : { did: "work", outcome };
    },
    close: () => runner.close(),
  };
}

async function settleAnswer(claim: Claim, data: DataSet, answer: JobOutcome<BacktestAnswer>): Promise<Outcome> {
  switch (answer.kind) {
    case "died":
      // Not the verdict of a gate: the claim runs out, the strategy is tried again, and the third death is its end.
      return { verdict: "interrupted", reason: `the child died (${answer.reason})`, detail: answer.detail };
    case "threw":
      await claim.fail(`the backtest failed: ${answer.message}`);
      return { verdict: "failed", reason: answer.message };
    case "done":
      if (answer.result.kind === "gates") return settle(claim, data, answer.result.examination);
      await claim.giveBack();
      throw errorOf(answer.result);
  }
}
