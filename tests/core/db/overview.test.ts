import { beforeAll, expect, test } from "bun:test";
import type postgres from "postgres";
import type { Database } from "../../../core/db/database.ts";
import { countByStatus, recentEvents, stageActivity } from "../../../core/db/overview.ts";
import { checkPoolSizes, countConnections } from "../../../core/db/pool-size.ts";
import { listProcesses, registerProcess } from "../../../core/db/processes.ts";
import { createQueue } from "../../../core/db/queue.ts";
import { testDatabase } from "../../support/database.ts";
import { insertSome } from "../../support/strategies.ts";

const database = testDatabase();
let db: Database;
let sql: postgres.Sql;
const onFault = () => undefined;

beforeAll(() => {
  db = database.open();
  sql = database.client();
});

test("countByStatus: an empty database has a zero for every status", async () => {
  const zeros = { GENERATED: 0, VALIDATED: 0, TESTED: 0, SELECTED: 0, LIVE: 0, RETIRED: 0, FAILED: 0 };
  expect(await countByStatus(db)).toEqual(zeros);
  expect(await stageActivity(db, ["monitor"])).toEqual([
    { stage: "monitor", lastActivityAt: null, processed24h: 0, rejected24h: 0, failed24h: 0 },
  ]);
});

test("stageActivity: counts results, rejections and failures of the last day for each stage", async () => {
  await insertSome(db, 4);
  const queue = createQueue(db, { stage: "validate", process: "test", leaseSec: 60, onFault });
  const [passed, rejected, failed] = await queue.claim({ status: "GENERATED", limit: 3 });
  await passed!.release("VALIDATED");
  await rejected!.reject({ kind: "validation", reason: "no" });
  await failed!.fail("broke");
  await queue.close();
  await sql`insert into events (at, kind, stage, to_status) values (now() - interval '2 days', 'strategy.tested', 'backtest', 'TESTED')`;
  const stages = new Map(
    (await stageActivity(db, ["generate", "validate", "backtest"])).map((stage) => [stage.stage, stage]),
  );
  expect(stages.get("generate")).toMatchObject({ processed24h: 4, rejected24h: 0 });
  expect(stages.get("validate")).toMatchObject({ processed24h: 3, rejected24h: 1, failed24h: 1 });
  expect(stages.get("validate")?.lastActivityAt).toBeInstanceOf(Date);
  expect(stages.get("backtest")).toMatchObject({ processed24h: 0, lastActivityAt: expect.any(Date) });
  expect(await countByStatus(db)).toMatchObject({ GENERATED: 1, VALIDATED: 1, FAILED: 1 });
  expect((await recentEvents(db, 2)).map((event) => event.kind)).toEqual(["strategy.tested", "strategy.failed"]);
});

test("processes: one is running while it beats, and not after it ended or fell silent", async () => {
  const [a, b] = [await registerProcess(db, "validate", onFault), await registerProcess(db, "backtest", onFault)];
  expect((await listProcesses(db, 9)).map((each) => [each.stage, each.isRunning])).toEqual([
    ["backtest", true],
    ["validate", true],
  ]);
  await a.end();
  await sql`update processes set heartbeat_at = now() - interval '31 seconds' where stage = 'backtest'`;
  expect((await listProcesses(db, 9)).map((each) => each.isRunning)).toEqual([false, false]);
  expect(a.name).not.toBe(b.name);
  await b.end();
});

test("checkPoolSizes: what does not fit the server is refused with the numbers", async () => {
  const { available } = await countConnections(db, 1, 1);
  expect(available).toBe(97);
  expect((await checkPoolSizes(db, 9, 4)).needed).toBeLessThanOrEqual(available);
  await expect(checkPoolSizes(db, 9, 10)).rejects.toMatchObject({ code: "database.pools-too-large", exitCode: 3 });
});
