import { randomInt } from "node:crypto";
import type { Database } from "../../core/db/database.ts";
import { insertStrategies } from "../../core/db/insert-strategies.ts";
import { countByStatus } from "../../core/db/overview.ts";
import type { Tick } from "../../core/runtime/loop.ts";
import type { Outcome, Stage, StageCall, StageContext } from "../stage.ts";
import { inventFromBlocks } from "./sources/blocks.ts";

/** Seeds that are drawn rather than given: large enough that no two processes begin the same series. */
const SEEDS = 2 ** 47;

/**
 * Invents one strategy a tick. Bare it makes `--count`, else one batch; watching it goes on. Without `--count` no more
 * are made while `maxWaiting` wait for validation or backtest. With the same seed the same strategies come again, and
 * are repeats.
 */
export async function openStage({ config, db, actor }: StageContext, call: StageCall): Promise<Stage> {
  const { types, batchSize, maxWaiting } = config.generate;
  const scope = { types, timeframes: config.market.timeframes };
  const seed = call.seed ?? randomInt(SEEDS);
  const most = call.count ?? (call.watch ? Number.POSITIVE_INFINITY : batchSize);
  let next = 0;

  return {
    async tick(): Promise<Tick<Outcome>> {
      const isFull = call.count === null && (await countWaiting(db)) >= maxWaiting;
      // After the wait, in which other lanes may have taken the last number.
      if (isFull || next >= most) return { did: "nothing" };
      const index = next++;
      const { blocks, warmup, ...invented } = inventFromBlocks(seed, index, scope);
      const row = { ...invented, warmupBars: warmup, source: "blocks", lineage: { seed, index, blocks } };
      const { skipped } = await insertStrategies(db, [row], actor);
      const verdict = skipped === 0 ? "generated" : "repeated";
      return { did: "work", outcome: { verdict, strategy: invented.name, seed, index } };
    },
  };
}

/** Each counts as tried from the day it is made: those that are made and never tested cost the others their proof. */
async function countWaiting(db: Database): Promise<number> {
  const { GENERATED, VALIDATED } = await countByStatus(db);
  return GENERATED + VALIDATED;
}
