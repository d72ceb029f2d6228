import { afterEach, beforeAll, expect, test } from "bun:test";
import type postgres from "postgres";
import type { Claim } from "../../../core/db/claim.ts";
import type { Database } from "../../../core/db/database.ts";
import { createQueue, type Queue } from "../../../core/db/queue.ts";
import { testDatabase } from "../../support/database.ts";
import { insertSome } from "../../support/strategies.ts";

const database = testDatabase();
let db: Database;
let sql: postgres.Sql;
const queues: Queue[] = [];

beforeAll(() => {
  db = database.open(8);
  sql = database.client();
});
afterEach(async () => {
  for (const queue of queues.splice(0)) await queue.close();
  await sql`delete from strategies`;
});

/** Leases of the tests run out when a test says so (`expire`), not by waiting. */
function queueOf(worker: string, leaseSec = 600): Queue {
  const queue = createQueue(db, {
    ...{ stage: "validate", process: worker, leaseSec },
    onFault: (error) => {
      throw error;
    },
  });
  queues.push(queue);
  return queue;
}

async function expire(): Promise<void> {
  await sql`update strategies set lease_expires_at = now() - interval '1 second' where lease is not null`;
}

async function claimOne(queue: Queue, begin = false): Promise<Claim> {
  const [claim] = await queue.claim({ status: "GENERATED", begin });
  if (claim === undefined) throw new Error("nothing to claim");
  return claim;
}

const rowOf = async (claim: Claim) => (await sql`select * from strategies where id = ${claim.strategy.id}`)[0];
const eventsOf = async (claim: Claim) =>
  [...(await sql`select * from events where strategy_name = ${claim.strategy.name} order by id`)].slice(1);

test("claim: two owners get different strategies, oldest first, and then none", async () => {
  const { inserted } = await insertSome(db, 3);
  const [a, b] = [queueOf("a"), queueOf("b")];
  const first = await a.claim({ status: "GENERATED", limit: 2 });
  const second = await b.claim({ status: "GENERATED", limit: 2 });
  expect([...first, ...second].map((claim) => claim.strategy.id)).toEqual(inserted.map((row) => row.id));
  expect(await a.claim({ status: "GENERATED" })).toEqual([]);
  expect(await a.claim({ status: "VALIDATED" })).toEqual([]);
  expect(await rowOf(second[0]!)).toMatchObject({ processing_by: "b", attempts: 0 });
});

test("claim: twenty claims at once never take one twice, nor more than their limit", async () => {
  await insertSome(db, 60);
  const owners = Array.from({ length: 20 }, (_, i) => queueOf(`owner-${i}`));
  const claims = await Promise.all(owners.map((queue) => queue.claim({ status: "GENERATED", limit: 3 })));
  expect(claims.every((each) => each.length <= 3)).toBe(true);
  const ids = claims.flat().map((claim) => claim.strategy.id);
  expect(new Set(ids).size).toBe(ids.length);
  const leases = claims.flat().map((claim) => claim.lease);
  expect(new Set(leases).size).toBe(leases.length);
});

test("claim: a name picks one strategy", async () => {
  const { inserted } = await insertSome(db, 3);
  const claims = await queueOf("a").claim({ status: "GENERATED", limit: 9, name: inserted[1]!.name });
  expect(claims.map((claim) => claim.strategy.id)).toEqual([inserted[1]!.id]);
});

test("release: writes status, time, patch, trials and event, and frees the strategy", async () => {
  await insertSome(db, 1);
  const claim = await claimOne(queueOf("a"), true);
  await claim.release("VALIDATED", {
    patch: { warmupBars: 26 },
    numbers: { checks: 4 },
    trials: [{ kind: "validation", verdict: "passed", cells: 1, sharpeMean: 0.5, sharpeVariance: 0.1 }],
  });
  const row = await rowOf(claim);
  expect(row).toMatchObject({ status: "VALIDATED", warmup_bars: 26, lease: null, processing_by: null, attempts: 0 });
  expect(row?.["validated_at"]).not.toBeNull();
  expect(await eventsOf(claim)).toMatchObject([
    {
      ...{ kind: "strategy.validated", stage: "validate", process: "a", numbers: { checks: 4 } },
      ...{ from_status: "GENERATED", to_status: "VALIDATED" },
    },
  ]);
  const trials = await sql`select * from trials where code_hash = ${claim.strategy.codeHash} order by id`;
  expect(trials.map((trial) => trial["kind"])).toEqual(["candidate", "validation"]);
  expect(trials[1]).toMatchObject({ verdict: "passed", cells: 1, sharpe_mean: 0.5 });
});

test("reject: deletes the strategy, and leaves its trial and its event with the reason", async () => {
  await insertSome(db, 1);
  const claim = await claimOne(queueOf("a"), true);
  await claim.reject({ kind: "validation", reason: "negative-shift", numbers: { line: 3 } });
  expect(await rowOf(claim)).toBeUndefined();
  const told = { reason: "negative-shift", numbers: { line: 3 } };
  expect(await eventsOf(claim)).toMatchObject([{ kind: "strategy.rejected", to_status: null, ...told }]);
  const [trial] = await sql`select * from trials where code_hash = ${claim.strategy.codeHash} and kind = 'validation'`;
  expect(trial).toMatchObject({ strategy_name: claim.strategy.name, verdict: "rejected", ...told });
});

test("fail: makes the strategy FAILED with the reason", async () => {
  await insertSome(db, 1);
  const claim = await claimOne(queueOf("a"));
  await claim.fail("the child was out of memory");
  expect(await rowOf(claim)).toMatchObject({ status: "FAILED", error: "the child was out of memory", lease: null });
  expect(await eventsOf(claim)).toMatchObject([{ kind: "strategy.failed", to_status: "FAILED" }]);
});

test("giveBack: leaves status and attempts as if there had been no claim, begun or not", async () => {
  await insertSome(db, 1);
  const queue = queueOf("a");
  for (const begin of [false, true]) {
    const claim = await claimOne(queue, begin);
    await claim.giveBack();
    expect(await rowOf(claim)).toMatchObject({ status: "GENERATED", attempts: 0, lease: null, processing_by: null });
    expect(await eventsOf(claim)).toEqual([]);
  }
});

test("lease: one that ran out is claimed by the next, and its paused owner cannot overwrite", async () => {
  await insertSome(db, 1);
  const paused = await claimOne(queueOf("a"), true);
  await expire();
  const successor = await claimOne(queueOf("b"), true);
  expect(successor.strategy.id).toBe(paused.strategy.id);
  expect(successor.strategy.attempts).toBe(2);
  const settlements = [
    () => paused.release("VALIDATED", { trials: [{ kind: "validation" }] }),
    () => paused.reject({ kind: "validation", reason: "late" }),
    () => paused.fail("late"),
    () => paused.giveBack(),
  ];
  for (const settle of settlements) await expect(settle()).rejects.toMatchObject({ code: "claim.lost" });
  expect(await rowOf(paused)).toMatchObject({ status: "GENERATED", processing_by: "b", attempts: 2 });
  expect(await eventsOf(paused)).toEqual([]);
  await successor.release("VALIDATED");
  expect(await eventsOf(successor)).toHaveLength(1);
});

test("lease: what a paused owner tells of a strategy that is gone by now is not told", async () => {
  await insertSome(db, 1);
  const paused = await claimOne(queueOf("a"), true);
  await expire();
  const successor = await claimOne(queueOf("b"), true);
  await successor.reject({ kind: "validation", reason: "first" });
  const period = { kind: "in-sample", coins: ["BTC"], fromAt: new Date(0), toAt: new Date(1), snapshotHash: "none" };
  const run = { parameters: {}, metrics: {}, dailyReturns: { firstDayMs: 0, returns: [] }, elapsedMs: 1 };
  const backtests = [{ ...period, ...run }];
  await expect(paused.release("TESTED", { backtests })).rejects.toMatchObject({ code: "claim.lost" });
  expect(await eventsOf(paused)).toMatchObject([{ kind: "strategy.rejected", reason: "first" }]);
});

test("lease: a claim that ran out but that nobody took may still be settled, once", async () => {
  await insertSome(db, 1);
  const claim = await claimOne(queueOf("a"));
  await expire();
  await claim.release("VALIDATED");
  await expect(claim.release("VALIDATED")).rejects.toMatchObject({ code: "claim.lost" });
});

test("lease: heartbeats keep it, also of a whole batch, and tell when it is lost", async () => {
  await insertSome(db, 2);
  const [kept, lost] = await queueOf("a", 0.3).claim({ status: "GENERATED", limit: 2 });
  await sql`update strategies set lease = nextval('strategy_leases') where id = ${lost!.strategy.id}`;
  await Bun.sleep(700);
  expect(await queueOf("b").claim({ status: "GENERATED", name: kept!.strategy.name })).toEqual([]);
  expect(kept!.signal.aborted).toBe(false);
  expect(lost!.signal.aborted).toBe(true);
});

test("lease: a claim left by an exception gets no heartbeat and runs out", async () => {
  await insertSome(db, 1);
  const queue = queueOf("a", 0.3);
  const work = async () => {
    using claim = await claimOne(queue, true);
    throw new Error(`broke on ${claim.strategy.name}`);
  };
  await expect(work()).rejects.toThrow("broke on");
  await Bun.sleep(400);
  expect((await claimOne(queueOf("b"))).strategy.attempts).toBe(1);
});

test("attempts: the third death over a strategy makes it FAILED, said by the next claim that finds nothing", async () => {
  await insertSome(db, 1);
  let claim = await claimOne(queueOf("victim-1"), true);
  for (const worker of ["victim-2", "victim-3"]) {
    await expire();
    claim = await claimOne(queueOf(worker), true);
  }
  await expire();
  expect(await queueOf("next").claim({ status: "GENERATED" })).toEqual([]);
  const reason = "killed its worker 3 times";
  expect(await rowOf(claim)).toMatchObject({ status: "FAILED", error: reason, lease: null });
  expect(await eventsOf(claim)).toMatchObject([
    { kind: "strategy.failed", process: "next", reason, numbers: { attempts: 3, lastWorker: "victim-3" } },
  ]);
});

test("attempts: strategies claimed with others, on which no work began, are not blamed", async () => {
  await insertSome(db, 2);
  for (let death = 0; death < 5; death++) {
    const claims = await queueOf(`victim-${death}`).claim({ status: "GENERATED", limit: 2 });
    if (death < 3) await claims[0]!.begin();
    await expire();
  }
  const [survivor, ...others] = await queueOf("next").claim({ status: "GENERATED", limit: 2 });
  expect(others).toEqual([]);
  expect(survivor!.strategy.attempts).toBe(0);
  expect(await sql`select name from strategies where status = 'FAILED'`).toHaveLength(1);
});

test("attempts: a settled strategy begins anew in its next status", async () => {
  await insertSome(db, 1);
  await claimOne(queueOf("a"), true);
  await expire();
  const claim = await claimOne(queueOf("b"), true);
  await claim.release("VALIDATED");
  expect((await rowOf(claim))?.["attempts"]).toBe(0);
});

test("begin: counts once, and not for an owner that lost the claim", async () => {
  await insertSome(db, 1);
  const claim = await claimOne(queueOf("a"));
  await claim.begin();
  await claim.begin();
  expect((await rowOf(claim))?.["attempts"]).toBe(1);
  await expire();
  const unbegun = await claimOne(queueOf("b"));
  await expire();
  await claimOne(queueOf("c"));
  await expect(unbegun.begin()).rejects.toMatchObject({ code: "claim.lost" });
});

test("close: gives back all that is held, uncounted", async () => {
  await insertSome(db, 3);
  const queue = queueOf("a");
  const claims = await queue.claim({ status: "GENERATED", limit: 3 });
  await claims[0]!.begin();
  await claims[1]!.release("VALIDATED");
  await queue.close();
  const free = await sql`select status, attempts from strategies where lease is null order by id`;
  expect(free.map((row) => [row["status"], row["attempts"]])).toEqual([
    ["GENERATED", 0],
    ["VALIDATED", 0],
    ["GENERATED", 0],
  ]);
});

test("claim: a verdict is written whatever characters its words hold", async () => {
  await insertSome(db, 2);
  const queue = queueOf("a");
  const words = "stop \0 \ud800 here";
  const shown = "stop \\u0000 \ufffd here";
  const rejected = await claimOne(queue);
  await rejected.reject({ kind: "validation", reason: words, numbers: { findings: [{ message: words, [words]: 1 }] } });
  const findings = [{ message: shown, [shown]: 1 }];
  expect(await eventsOf(rejected)).toMatchObject([{ reason: shown, numbers: { findings } }]);
  const trials =
    await sql`select reason from trials where strategy_name = ${rejected.strategy.name} and kind = 'validation'`;
  expect([...trials]).toEqual([{ reason: shown }]);
  const failed = await claimOne(queue);
  await failed.fail(words);
  expect(await rowOf(failed)).toMatchObject({ status: "FAILED", error: shown });
});

test.each([
  ["pg_terminate_backend(pg_backend_pid())", { lease: null, attempts: 0 }],
  ["1 / 0", { lease: expect.anything(), attempts: 1 }],
])("claim: a settlement that ends in %s counts only where the work is to blame", async (fault, left) => {
  await insertSome(db, 1);
  const claim = await claimOne(queueOf("a"), true);
  await sql.unsafe(`
    create function fail() returns trigger language plpgsql as $$ begin perform ${fault}; return new; end $$;
    create trigger fail before insert on events for each row execute function fail()`);
  expect(await claim.release("VALIDATED").catch(() => "failed")).toBe("failed");
  await sql`drop function fail cascade`;
  expect(await rowOf(claim)).toMatchObject({ status: "GENERATED", ...left });
});
