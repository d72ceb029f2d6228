import {
  claimRetest,
  giveBackRetest,
  RETESTED,
  type RetestClaim,
  type RetestData,
  settleRetest,
} from "../../../core/db/retests.ts";
import { waitingTimeframes } from "../../../core/db/waiting-timeframes.ts";
import { SixbtcError } from "../../../core/errors.ts";
import { sweptParameters } from "../../../core/strategy/swept-parameters.ts";
import type { Timeframe } from "../../../core/timeframe.ts";
import type { Outcome, StageContext } from "../../stage.ts";
import { errorOf } from "../child-pool.ts";
import type { DataSet } from "../data-set.ts";
import type { DataSets } from "../data-sets.ts";
import { type GateRunner, RETEST_TIMEOUT_MS } from "../gate-runner.ts";
import { backtestsOf, lookOf, measuredOf, numbersOf, reasonOf } from "../records.ts";
import type { Retested } from "./examine-again.ts";

/** No test lives as long, so that a claim runs out only where its process died or stood still. */
const LEASE_SEC = RETEST_TIMEOUT_MS / 1000 + 60;

export type Retester = {
  /** Tests again the one strategy that is most overdue; null: none is due, or its candles have not moved on. */
  tick(signal: AbortSignal): Promise<Outcome | null>;
};

export function createRetester(
  { config, db, actor }: Pick<StageContext, "config" | "db" | "actor">,
  dataSets: DataSets,
  runner: GateRunner,
): Retester {
  const { everyDays } = config.backtest.retest;

  async function claim(): Promise<{ claim: RetestClaim; data: DataSet } | null> {
    const timeframes = await waitingTimeframes(db, ...RETESTED);
    if (timeframes.length === 0) return null;
    const { ready } = await dataSets.find(timeframes);
    const data = timeframes.flatMap((timeframe) => dataFor(ready, timeframe));
    const claimed = await claimRetest(db, { process: actor.process, everyDays, leaseSec: LEASE_SEC, data });
    const whole = claimed && ready.get(claimed.strategy.timeframe);
    return claimed && whole ? { claim: claimed, data: tradedPart(whole, claimed.strategy.universe ?? []) } : null;
  }

  async function settle({ claim, data }: { claim: RetestClaim; data: DataSet }, retested: Retested): Promise<Outcome> {
    const reason = reasonOf(retested);
    const numbers = numbersOf(retested, data);
    const { outOfSample } = retested;
    // In sample nothing is chosen: counted among those that were, it would raise the bar for no reason.
    const look = outOfSample && lookOf(retested, "out-of-sample", data.windows.outOfSample, outOfSample.parameters);
    const verdict = await settleRetest(db, actor, claim, {
      ...{ reason, numbers, patch: measuredOf(retested) },
      trials: look === null ? [] : [look],
      backtests: backtestsOf(retested, data, ["retest-in", "retest-out"]),
    });
    return { verdict, ...(reason !== null && { reason, numbers: retested.numbers["out-of-sample"] ?? {} }) };
  }

  return {
    async tick(signal) {
      const next = await claim();
      if (next === null) return null;
      const { name, code, parameters } = next.claim.strategy;
      const strategy = { strategy: name, retest: true };
      try {
        const answer = await runner.retest(code, sweptParameters(parameters), next.data, { signal });
        switch (answer.kind) {
          case "died":
            return {
              verdict: "interrupted",
              ...strategy,
              reason: `the child died (${answer.reason})`,
              detail: answer.detail,
            };
          case "threw":
            // Tried again when the claim runs out, three times at most: what a stage cannot do says nothing of a strategy.
            return { verdict: "failed", ...strategy, reason: answer.message };
          case "done":
            if (answer.result.kind !== "retest") throw errorOf(answer.result);
            return { ...(await settle(next, answer.result.retested)), ...strategy };
        }
      } catch (error) {
        if (error instanceof SixbtcError && error.code === "claim.lost") return { verdict: "lost", ...strategy };
        if (signal.aborted) await giveBackRetest(db, next.claim);
        throw error;
      }
    },
  };
}

function dataFor(ready: ReadonlyMap<Timeframe, DataSet>, timeframe: Timeframe): RetestData[] {
  const { coins, windows } = ready.get(timeframe) ?? {};
  const exchange = coins?.[0]?.exchange;
  if (coins === undefined || windows === undefined || exchange === undefined) return [];
  return [{ timeframe, exchange, untilMs: windows.outOfSample.toMs, coins: coins.map(({ coin }) => coin) }];
}

/** The coins that the strategy trades, in its order, which decides who gets a position where not all can have one. */
function tradedPart(data: DataSet, universe: readonly string[]): DataSet {
  const coins = universe.flatMap((name) => data.coins.find(({ coin }) => coin === name) ?? []);
  const isWhole = coins.length === data.coins.length && coins.every((coin, i) => coin === data.coins[i]);
  return isWhole ? data : { ...data, coins, id: `${data.id} ${coins.map(({ coin }) => coin).join(" ")}` };
}
