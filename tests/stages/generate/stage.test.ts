import { beforeAll, beforeEach, expect, test } from "bun:test";
import type postgres from "postgres";
import { loadConfig, SHIPPED_CONFIG } from "../../../core/config/load.ts";
import type { Database } from "../../../core/db/database.ts";
import { createQueue } from "../../../core/db/queue.ts";
import { createLog } from "../../../core/runtime/log.ts";
import { runLoop } from "../../../core/runtime/loop.ts";
import { openStage } from "../../../stages/generate/stage.ts";
import type { Outcome, StageCall } from "../../../stages/stage.ts";
import { testDatabase } from "../../support/database.ts";

const database = testDatabase();
const shipped = await loadConfig(SHIPPED_CONFIG);
const log = createLog({ stage: "generate", level: "error", file: null, stderr: "none" });
const BARE: StageCall = { watch: false, dryRun: false, count: null, seed: null };
let db: Database;
let sql: postgres.Sql;

beforeAll(() => {
  db = database.open(4);
  sql = database.client();
});

beforeEach(async () => {
  await sql`delete from strategies`;
});

type Limits = Partial<typeof shipped.generate>;

/** Runs the stage as the command does, three lanes side by side, until it has nothing to do. */
async function generate(call: Partial<StageCall>, limits: Limits = {}): Promise<Outcome[]> {
  const config = { ...shipped, generate: { ...shipped.generate, ...limits } };
  const actor = { stage: "generate", process: "test" };
  const queue = createQueue(db, { ...actor, leaseSec: 60, onFault: () => undefined });
  const stage = await openStage({ config, db, queue, actor, home: "", log }, { ...BARE, ...call });
  const outcomes: Outcome[] = [];
  await runLoop({
    tick: (signal) => stage.tick(signal),
    lanes: 3,
    watch: false,
    pollMs: 1,
    wake: async () => undefined,
    signal: new AbortController().signal,
    onOutcome: (outcome) => outcomes.push(outcome),
    log,
  });
  await stage.close?.();
  await queue.close();
  return outcomes;
}

const named = (outcomes: Outcome[]) => outcomes.map(({ strategy }) => strategy).toSorted();

test("generate: --count makes that many, each GENERATED with its candidate's trial and event", async () => {
  const outcomes = await generate({ count: 7 });
  expect(outcomes.map(({ verdict }) => verdict)).toEqual(Array(7).fill("generated"));
  const rows = await sql`
    select s.name, s.status, s.source, s.lineage, s.warmup_bars, t.verdict from strategies s
    join trials t on t.code_hash = s.code_hash and t.kind = 'candidate'
    join events e on e.strategy_id = s.id and e.kind = 'strategy.generated'`;
  expect(rows.map(({ name }) => name).toSorted()).toEqual(named(outcomes) as string[]);
  for (const row of rows) {
    expect(row).toMatchObject({ status: "GENERATED", source: "blocks", verdict: "generated" });
    expect(Object.keys(row["lineage"]).toSorted()).toEqual(["blocks", "index", "seed"]);
    expect(row["warmup_bars"]).toBeGreaterThan(0);
  }
});

test("generate: a seed makes the same strategies again, and none of them is tried twice", async () => {
  const first = await generate({ count: 5, seed: 41 });
  await sql`delete from strategies`;
  const again = await generate({ count: 6, seed: 41 });
  expect(
    again
      .filter(({ verdict }) => verdict === "repeated")
      .map(({ strategy }) => strategy)
      .toSorted(),
  ).toEqual(named(first));
  expect(await sql`select name from strategies`).toHaveLength(1);
});

test("generate: without a seed each call makes others", async () => {
  const one = await generate({ count: 5 });
  const other = await generate({ count: 5 });
  expect(new Set([...named(one), ...named(other)]).size).toBe(10);
});

test("generate: bare, it makes one batch", async () => {
  expect(await generate({}, { batchSize: 4 })).toHaveLength(4);
});

test("generate: makes no more while enough wait, and goes on when they drain", async () => {
  const limits = { maxWaiting: 6, batchSize: 100 };
  await generate({ watch: true }, limits);
  const waiting = async () => (await sql`select name from strategies where status = 'GENERATED'`).length;
  // Lanes look side by side, so the last of them may pass together.
  expect(await waiting()).toBeWithin(6, 9);
  expect(await generate({ watch: true }, limits)).toEqual([]);
  await sql`update strategies set status = 'VALIDATED'`;
  expect(await generate({ watch: true }, limits)).toEqual([]);
  await sql`update strategies set status = 'TESTED'`;
  await generate({ watch: true }, limits);
  expect(await waiting()).toBeWithin(6, 9);
});

test("generate: --count is a person's word and does not wait", async () => {
  await generate({ count: 3 }, { maxWaiting: 1 });
  expect(await generate({ count: 3 }, { maxWaiting: 1 })).toHaveLength(3);
});

test("generate: keeps to the types and timeframes of the configuration", async () => {
  await generate({ count: 20 }, { types: ["CDL"] });
  const rows = await sql`select distinct type, timeframe from strategies`;
  for (const { type, timeframe } of rows) {
    expect(type).toBe("CDL");
    expect(shipped.market.timeframes).toContain(timeframe);
  }
});
