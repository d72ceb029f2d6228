import type { Orm } from "../../core/db/database.ts";
import type { Actor, Writer } from "../../core/db/records.ts";
import {
  lockSelectionPool,
  type PoolStrategy,
  readDailyReturns,
  readSelectionPool,
} from "../../core/db/selection-pool.ts";
import { transition } from "../../core/db/transition.ts";
import { SixbtcError } from "../../core/errors.ts";
import { openCandleStore } from "../../core/market/store.ts";
import { openStoredCoins } from "../../core/market/stored-coins.ts";
import type { ReturnsByDay } from "../../core/statistics/daily-correlation.ts";
import type { Timeframe } from "../../core/timeframe.ts";
import type { Outcome, Stage, StageCall, StageContext } from "../stage.ts";
import { describeChoice } from "./describe-choice.ts";
import { type Choice, choosePortfolio, type PortfolioLimits } from "./portfolio.ts";
import { rankByScore } from "./rank-by-score.ts";

const DAY_MS = 86_400_000;

/** A transaction, in which transitions take part. */
type Transaction = Writer & Pick<Orm, "selectDistinctOn" | "transaction">;

/** One pass ranks what passed every gate and selects the best few that fit beside one another and what is live. */
export async function openStage({ config, db, actor, home }: StageContext, { dryRun }: StageCall): Promise<Stage> {
  const limits = config.classify;
  const store = openCandleStore(home);
  return {
    async tick() {
      const { chosen } = await openStoredCoins(store, config.market);
      const usedFor = (timeframe: Timeframe) => chosen(timeframe)?.exchange ?? null;
      if (dryRun) {
        const choices = await choose(db.orm, await readSelectionPool(db.orm), limits, usedFor);
        return { did: "pass", outcomes: choices.map((choice) => ({ ...outcomeOf(choice), dryRun })) };
      }
      // One transaction: the book that comes out is the one that the limits were checked against, or none of it does.
      return db.orm.transaction(async (tx) => {
        const choices = await choose(tx, await lockSelectionPool(tx), limits, usedFor);
        for (const choice of choices) await settle(tx, choice, actor);
        return { did: "pass", outcomes: choices.map(outcomeOf) };
      });
    },
    close: async () => undefined,
  };
}

/**
 * What was tested on candles of another exchange than is used now, such as synthetic ones before there were real, is no
 * candidate: it would be traded on what nothing is known of, or on a market that is no more.
 */
async function choose(
  reader: Pick<Orm, "selectDistinctOn">,
  pool: readonly PoolStrategy[],
  limits: PortfolioLimits,
  usedFor: (timeframe: Timeframe) => string | null,
): Promise<Choice<PoolStrategy>[]> {
  const live = pool.filter(({ status }) => status === "LIVE");
  const ranked = rankByScore(pool.filter(({ status }) => status !== "LIVE"));
  const strangers = ranked.flatMap((candidate, i): Choice<PoolStrategy>[] => {
    const { exchange: tested, timeframe } = candidate;
    const used = usedFor(timeframe);
    if (tested === null || used === null || tested === used) return [];
    return [{ candidate, rank: i + 1, obstacle: { kind: "other-candles", tested, used } }];
  });
  const strange = new Set(strangers.map(({ candidate }) => candidate));
  const fit = ranked.filter((candidate) => !strange.has(candidate));
  return [...(await choosePortfolio(fit, live, limits, ({ id }) => returnsByDay(reader, id))), ...strangers];
}

/** The whole tested history; a day of both runs counts as out of sample, the later one here. */
async function returnsByDay(reader: Pick<Orm, "selectDistinctOn">, id: number): Promise<ReturnsByDay> {
  const runs = await readDailyReturns(reader, id);
  return new Map(
    runs.flatMap(({ firstDayMs, returns }) => returns.map((value, i) => [firstDayMs + i * DAY_MS, value] as const)),
  );
}

async function settle(tx: Transaction, choice: Choice<PoolStrategy>, actor: Actor): Promise<void> {
  const { candidate, rank, obstacle } = choice;
  const { id, name, status: from, score } = candidate;
  const to = obstacle === null ? "SELECTED" : "TESTED";
  if (from === to) return;
  const numbers = { rank, score, obstacle };
  if (await transition({ orm: tx }, { id, from, to, actor, reason: describeChoice(choice), numbers })) return;
  throw new SixbtcError("classify.claimed", `${name} is claimed by another process`, {
    hint: "Nothing was changed; make the pass again when that process is through.",
  });
}

function outcomeOf(choice: Choice<PoolStrategy>): Outcome {
  const { candidate, rank, obstacle } = choice;
  const { name: strategy, score, status } = candidate;
  const [whenChosen, whenNot] = status === "SELECTED" ? ["kept", "dropped"] : ["selected", "passed-over"];
  const verdict = obstacle === null ? whenChosen : whenNot;
  return { verdict, strategy, reason: describeChoice(choice), rank, score };
}
