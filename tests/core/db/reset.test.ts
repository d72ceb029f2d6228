import { expect, test } from "bun:test";
import { registerProcess } from "../../../core/db/processes.ts";
import { createQueue } from "../../../core/db/queue.ts";
import { resetDatabase } from "../../../core/db/reset.ts";
import { testDatabase } from "../../support/database.ts";
import { insertSome } from "../../support/strategies.ts";

const database = testDatabase();
const rethrow = (error: unknown) => {
  throw error;
};

test("reset: is refused while a stage runs, named with its process, before anything is dropped", async () => {
  const db = database.open();
  await insertSome(db, 1);
  const running = await registerProcess(db, "validate", rethrow);
  const refused = await resetDatabase(database.url).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "database.in-use", exitCode: 3 });
  expect(String(refused)).toContain(`validate (process ${process.pid} on `);
  expect(await database.client()`select count(*)::int as rows from strategies`).toEqual([{ rows: 1 }] as never);
  await running.end();
});

test("reset: who slept over it finds neither its claim nor its strategy again", async () => {
  const db = database.open();
  const sleeper = createQueue(db, { stage: "validate", process: "sleeper", leaseSec: 600, onFault: rethrow });
  const [old] = await sleeper.claim({ status: "GENERATED" });
  await resetDatabase(database.url);
  await insertSome(db, 1);
  const awake = createQueue(db, { stage: "validate", process: "awake", leaseSec: 600, onFault: rethrow });
  const [fresh] = await awake.claim({ status: "GENERATED" });
  expect(fresh!.lease).toBeGreaterThan(old!.lease);
  expect(fresh!.strategy.id).toBeGreaterThan(old!.strategy.id);
  expect(await old!.release("VALIDATED").catch((error: unknown) => error)).toMatchObject({ code: "claim.lost" });
  await awake.close();
  await sleeper.close();
});
