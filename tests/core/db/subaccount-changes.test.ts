import { afterEach, beforeAll, expect, test } from "bun:test";
import type postgres from "postgres";
import type { Database } from "../../../core/db/database.ts";
import { createPaperAccounts } from "../../../core/db/paper-desk.ts";
import { assignSubaccount, freeSubaccount, fundSubaccount } from "../../../core/db/subaccount-changes.ts";
import { testDatabase } from "../../support/database.ts";
import { insertTested } from "../../support/tested-strategies.ts";

const database = testDatabase();
const actor = { stage: "deploy", process: "test" };
let db: Database;
let sql: postgres.Sql;

beforeAll(() => {
  db = database.open(8);
  sql = database.client();
});
afterEach(async () => {
  for (const table of ["backtests", "subaccounts", "strategies"]) await sql`delete from ${sql(table)}`;
});

const make = (...names: string[]) => createPaperAccounts(db, names, 10_000, actor);
const assign = (account: string, strategyId: number) =>
  assignSubaccount(db, { account, strategyId, reason: "test", numbers: {}, actor });
const statusOf = async (id: number) => (await sql`select status from strategies where id = ${id}`)[0]?.["status"];
const accounts = () => sql`select name, strategy_id, cash_usd from subaccounts order by name`;

test("subaccounts: made once, whoever asks again", async () => {
  await make("a", "b");
  await sql`update subaccounts set cash_usd = 5 where name = 'a'`;
  await make("a", "b", "c");
  expect((await accounts()).map((row) => `${row["name"]} ${row["cash_usd"]}`)).toEqual(["a 5", "b 10000", "c 10000"]);
});

test("subaccounts: one strategy is assigned once, of however many subaccounts and askers", async () => {
  await make("a", "b", "c", "d");
  const { id } = await insertTested(db, { status: "SELECTED" });
  const asked = await Promise.all(["a", "b", "c", "d"].map((account) => assign(account, id)));
  expect(asked.filter((isDone) => isDone)).toHaveLength(1);
  expect((await accounts()).filter((row) => row["strategy_id"] !== null)).toHaveLength(1);
});

test("subaccounts: one that is taken is neither assigned, funded nor freed while its strategy is live", async () => {
  await make("a");
  const [first, second] = [
    await insertTested(db, { status: "SELECTED" }),
    await insertTested(db, { status: "SELECTED" }),
  ];
  expect(await assign("a", first.id)).toBe(true);
  const before = await accounts();
  expect(await assign("a", second.id)).toBe(false);
  expect(await fundSubaccount(db, "a", 7, actor)).toBe(false);
  expect(await freeSubaccount(db, "a", actor)).toBe(false);
  expect(await accounts()).toEqual(before);
  expect(await statusOf(second.id)).toBe("SELECTED");
});

test("subaccounts: what is not selected is not assigned, and what is not there is not touched", async () => {
  await make("a");
  const { id } = await insertTested(db, { status: "TESTED" });
  expect(await assign("a", id)).toBe(false);
  expect(await assign("nowhere", id)).toBe(false);
  expect(await freeSubaccount(db, "a", actor)).toBe(false);
  expect(await fundSubaccount(db, "nowhere", 7, actor)).toBe(false);
});

test("subaccounts: money that is not on paper is not made", async () => {
  await make("a");
  await sql`update subaccounts set is_paper = false`;
  expect(await fundSubaccount(db, "a", 1_000_000, actor)).toBe(false);
  expect(await accounts()).toMatchObject([{ cash_usd: "10000" }]);
});
