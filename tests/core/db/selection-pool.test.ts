import { expect, test } from "bun:test";
import { backtests } from "../../../core/db/schema.ts";
import { readDailyReturns } from "../../../core/db/selection-pool.ts";
import { testDatabase } from "../../support/database.ts";
import { insertTested } from "../../support/tested-strategies.ts";

const database = testDatabase();

test("daily returns: those of tests again come last, the newest of each kind", async () => {
  const db = database.open();
  const { id, name } = await insertTested(db, { returns: [[0.1], [0.2]] });
  const day = new Date(Date.UTC(2025, 5, 1));
  for (const [kind, value] of [
    ["retest-out", 0.3],
    ["retest-in", 0.4],
    ["retest-out", 0.5],
  ] as const) {
    await db.orm.insert(backtests).values({
      ...{ strategyId: id, strategyName: name, codeHash: "x", kind, coins: [], fromAt: day, toAt: day, parameters: {} },
      ...{ metrics: {}, snapshotHash: "test", elapsedMs: 1, dailyReturns: { firstDayMs: 0, returns: [value] } },
    });
  }
  const runs = await readDailyReturns(db.orm, id);
  expect(runs.map(({ returns }) => returns)).toEqual([[0.1], [0.2], [0.4], [0.5]]);
});
