import { beforeAll, beforeEach, expect, test } from "bun:test";
import type postgres from "postgres";
import { loadConfig, SHIPPED_CONFIG } from "../../../core/config/load.ts";
import type { Database } from "../../../core/db/database.ts";
import { insertStrategies } from "../../../core/db/insert-strategies.ts";
import { createQueue } from "../../../core/db/queue.ts";
import { silentLog } from "../../../core/runtime/log.ts";
import { runLoop } from "../../../core/runtime/loop.ts";
import type { Outcome } from "../../../stages/stage.ts";
import { openStage } from "../../../stages/validate/stage.ts";
import { moduleOf } from "../../core/strategy/module-text.ts";
import { testDatabase } from "../../support/database.ts";
import { newStrategy } from "../../support/strategies.ts";

const database = testDatabase();
const config = await loadConfig(SHIPPED_CONFIG);
const clean = moduleOf("return { enterLong: ta.crossAbove(c.close, ta.ema(c.close, 20)) };");
const leaking = moduleOf("return { enterLong: ta.gt(ta.shift(c.close, -1), c.close) };");
let db: Database;
let sql: postgres.Sql;

beforeAll(() => {
  db = database.open(4);
  sql = database.client();
});

beforeEach(async () => {
  await sql`delete from strategies`;
});

/** Runs the stage as the command does, two lanes, until nothing is left or `signal` aborts. */
async function validate(signal = new AbortController().signal, liveBars?: number): Promise<Outcome[]> {
  const actor = { stage: "validate", process: "test" };
  const onFault = (error: unknown) => {
    throw error;
  };
  const queue = createQueue(db, { ...actor, leaseSec: 60, onFault });
  const changed = liveBars === undefined ? config : { ...config, market: { ...config.market, liveBars } };
  const context = { config: changed, db, queue, actor, home: "", log: silentLog };
  const stage = await openStage(context);
  const outcomes: Outcome[] = [];
  await runLoop({
    tick: (inner) => stage.tick(inner),
    lanes: 2,
    watch: false,
    pollMs: 1,
    wake: async () => undefined,
    signal,
    onOutcome: (outcome) => outcomes.push(outcome),
    log: silentLog,
  });
  await stage.close?.();
  await queue.close();
  return outcomes;
}

const insert = (...rows: Parameters<typeof newStrategy>[0][]) =>
  insertStrategies(db, rows.map(newStrategy), { stage: "generate", process: "test" });

test("validate: what passes is VALIDATED with its warm-up, what does not is gone and leaves its reason", async () => {
  await insert({ code: clean }, { code: leaking }, { code: "no module" });
  const outcomes = await validate();
  expect(outcomes.map(({ verdict }) => verdict).toSorted()).toEqual(["rejected", "rejected", "validated"]);
  const rows = await sql`select status, warmup_bars, lease, attempts from strategies`;
  expect(rows).toMatchObject([{ status: "VALIDATED", lease: null, attempts: 0 }]);
  expect(rows[0]?.["warmup_bars"]).toBeGreaterThan(20);
  const reasons = await sql`select reason, numbers from events where kind = 'strategy.rejected' order by reason`;
  expect(reasons).toMatchObject([
    { reason: expect.stringContaining("negative-shift: "), numbers: { phase: "lookahead", line: 9 } },
    { reason: expect.stringContaining("not-typescript: "), numbers: { phase: "syntax" } },
  ]);
  const trials = await sql`select verdict from trials where kind = 'validation'`;
  expect(trials).toMatchObject([{ verdict: "rejected" }, { verdict: "rejected" }]);
});

test("validate: what needs more bars than the desk can count on is VALIDATED with a warning", async () => {
  await insert({ code: clean });
  const [told] = await validate(undefined, 20);
  expect(told).toMatchObject({ verdict: "validated", warnings: ["long-warmup"] });
  const [row] = await sql`select warmup_bars from strategies where status = 'VALIDATED'`;
  expect(row?.["warmup_bars"]).toBeGreaterThan(20);
  const [event] = await sql`select numbers from events where kind = 'strategy.validated' order by id desc limit 1`;
  expect(event?.["numbers"]).toMatchObject({ warnings: ["long-warmup"], warmupBars: row?.["warmup_bars"] });
  await sql`delete from strategies`;
  await insert({ code: clean });
  expect(await validate(undefined, row?.["warmup_bars"])).toMatchObject([{ verdict: "validated", warnings: [] }]);
});

test("validate: a stop gives back what is being judged, as if it had never been claimed", async () => {
  const slow = "let n = 0; for (let i = 0; i < c.length * 4000; i++) n += i; return {};";
  await insert({ code: moduleOf(slow) }, { code: moduleOf(slow) });
  const stop = new AbortController();
  const running = validate(stop.signal);
  for (;;) {
    const [row] = await sql`select count(*)::int as held from strategies where lease is not null`;
    if (row?.["held"] === 2) break;
    await Bun.sleep(5);
  }
  stop.abort(new DOMException("stopped", "AbortError"));
  expect(await running).toEqual([]);
  const rows = await sql`select status, lease, attempts from strategies`;
  const untouched = { status: "GENERATED", lease: null, attempts: 0 };
  expect(rows).toMatchObject([untouched, untouched]);
});
