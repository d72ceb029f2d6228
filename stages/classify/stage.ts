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
import type { ReturnsByDay } from "../../core/statistics/daily-correlation.ts";
import type { Outcome, Stage, StageCall, StageContext } from "../stage.ts";
import { describeChoice } from "./describe-choice.ts";
import { type Choice, choosePortfolio, type PortfolioLimits } from "./portfolio.ts";
import { rankByScore } from "./rank-by-score.ts";

const DAY_MS = 86_400_000;

/** A transaction, in which transitions take part. */
type Transaction = Writer & Pick<Orm, "selectDistinctOn" | "transaction">;

/** One pass ranks what passed every gate and selects the best few that fit beside one another and what is live. */
export async function openStage({ config, db, actor }: StageContext, { dryRun }: StageCall): Promise<Stage> {
  const limits = config.classify;
  return {
    async tick() {
      if (dryRun) {
        const choices = await choose(db.orm, await readSelectionPool(db.orm), limits);
        return { did: "pass", outcomes: choices.map((choice) => ({ ...outcomeOf(choice), dryRun })) };
      }
      // One transaction: the book that comes out is the one that the limits were checked against, or none of it does.
      return db.orm.transaction(async (tx) => {
        const choices = await choose(tx, await lockSelectionPool(tx), limits);
        for (const choice of choices) await settle(tx, choice, actor);
        return { did: "pass", outcomes: choices.map(outcomeOf) };
      });
    },
    close: async () => undefined,
  };
}

function choose(
  reader: Pick<Orm, "selectDistinctOn">,
  pool: readonly PoolStrategy[],
  limits: PortfolioLimits,
): Promise<Choice<PoolStrategy>[]> {
  const live = pool.filter(({ status }) => status === "LIVE");
  const ranked = rankByScore(pool.filter(({ status }) => status !== "LIVE"));
  return choosePortfolio(ranked, live, limits, ({ id }) => returnsByDay(reader, id));
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
