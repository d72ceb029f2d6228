import { beforeAll, expect, test } from "bun:test";
import type postgres from "postgres";
import type { Database } from "../../../core/db/database.ts";
import { inSampleSharpes } from "../../../core/db/in-sample-sharpes.ts";
import { recordTrials } from "../../../core/db/records.ts";
import { testDatabase } from "../../support/database.ts";

const database = testDatabase();
let db: Database;
let sql: postgres.Sql;
beforeAll(() => {
  db = database.open();
  sql = database.client();
});

const look = (kind: string, sharpe: number | null) => ({ kind, numbers: { sharpe, trades: 100 } });

test("in-sample Sharpes: there are none at first, and no moments of one", async () => {
  expect(await inSampleSharpes(db)).toEqual({ looks: 0, sharpeMean: 0, sharpeVariance: 0 });
  await recordTrials(db.orm, { name: "a", codeHash: "a" }, [look("in-sample", 1)]);
  expect(await inSampleSharpes(db)).toEqual({ looks: 1, sharpeMean: 1, sharpeVariance: 0 });
});

test("in-sample Sharpes: every look in sample counts, one without a Sharpe too, and no other", async () => {
  const looks = [look("in-sample", 2), look("in-sample", 6), look("in-sample", null), look("out-of-sample", 99)];
  await recordTrials(db.orm, { name: "b", codeHash: "b" }, [...looks, { kind: "candidate" }]);
  expect(await inSampleSharpes(db)).toEqual({ looks: 4, sharpeMean: 3, sharpeVariance: 7 });
});

test("in-sample Sharpes: an index has all that is read", async () => {
  await sql`insert into trials (kind, strategy_name, code_hash, numbers)
    select 'in-sample', 'c', 'c', jsonb_build_object('sharpe', n / 1000.0, 'more', repeat('x', 500))
    from generate_series(1, 5000) n`;
  await sql`analyze trials`;
  // What the planner prefers hangs on who else is using the server; that the index can serve alone does not.
  const plan = await sql.begin(async (tx) => {
    await tx`set local enable_seqscan = off`;
    await tx`set local enable_bitmapscan = off`;
    return tx`explain select count(*), avg(sharpe), var_samp(sharpe) from trials where kind = 'in-sample'`;
  });
  expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("Index Only Scan using trials_in_sample");
});
