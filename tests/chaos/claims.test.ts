import { expect, test } from "bun:test";
import { testDatabase } from "../support/database.ts";
import { drainUnderFire, faultsOf } from "./drain.ts";

const database = testDatabase();

test("claims: three processes under SIGKILL settle every strategy exactly once", async () => {
  const found = await drainUnderFire(database.url, {
    rows: 300,
    processes: 3,
    killMs: 250,
    mostKills: 25,
    leaseSec: 1,
  });
  expect(faultsOf(found)).toEqual([]);
  expect(found.settledOnce).toBe(300);
  expect(found.kills).toBeGreaterThan(0);
}, 60_000);
