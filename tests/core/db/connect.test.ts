import { afterEach, expect, test } from "bun:test";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { connect } from "../../../core/db/connect.ts";
import { openDatabase } from "../../../core/db/database.ts";
import { backtests, subaccounts } from "../../../core/db/schema.ts";
import { unreachable } from "../../../core/db/unreachable.ts";
import { testDatabase } from "../../support/database.ts";
import { newHome } from "../../support/test-run.ts";

const database = testDatabase();
const before = process.env["DATABASE_URL"];

afterEach(() => {
  delete process.env["DATABASE_URL"];
  if (before !== undefined) process.env["DATABASE_URL"] = before;
});

async function connectTo(url: string) {
  process.env["DATABASE_URL"] = url;
  const home = await newHome();
  try {
    return await connect({ home, poolSize: 2, applicationName: "sixbtc test" });
  } finally {
    expect(existsSync(join(home, "postgres"))).toBe(false);
    rmSync(home, { recursive: true });
  }
}

test("connect: DATABASE_URL names the database, and no server of our own is started", async () => {
  const db = await connectTo(database.url);
  const [row] = await db.orm.execute(
    sql`select current_database() as name, current_setting('application_name') as app`,
  );
  expect(row).toEqual({ name: new URL(database.url).pathname.slice(1), app: "sixbtc test" });
  await db.close();
});

const faults: [string, (url: URL) => void, string][] = [
  [
    "nothing listens",
    (url) => {
      url.port = "1";
    },
    "nothing listens there",
  ],
  [
    "the password is wrong",
    (url) => {
      url.password = "hush-hush";
    },
    "it refuses the password",
  ],
  [
    "there is no such database",
    (url) => {
      url.pathname = "/nowhere";
    },
    "it has no such database",
  ],
];

test.each(faults)(
  "connect: where %s, the error says so without the password, and exits 3",
  async (_, change, reason) => {
    const url = new URL(database.url);
    change(url);
    const error = await connectTo(url.href).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "database.unreachable", exitCode: 3 });
    expect(String(error)).toContain(reason);
    expect(inspect(error, { depth: 9 })).not.toContain(url.password);
  },
);

test.each([
  "postgres://sixbtc:hush-hush@host:99999/x",
  "hush-hush",
  "mysql://u:hush-hush@h/x",
  "postgres://u:hush-hush%@h/x",
])("connect: %s is no address, and is not repeated", async (url) => {
  const error = await connectTo(url).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: "database.bad-url", exitCode: 3 });
  expect(inspect(error, { depth: 9 })).not.toContain("hush-hush");
});

test("unreachable: a statement that fails for want of the server says so, and others are left as they are", async () => {
  const url = "postgres://sixbtc:hush-hush@127.0.0.1:1/x";
  const db = openDatabase({ url, poolSize: 1, applicationName: "sixbtc test" });
  const error = await db.orm
    .select()
    .from(subaccounts)
    .catch((caught: unknown) => caught);
  expect(unreachable(error, url)).toMatchObject({ code: "database.unreachable", exitCode: 3 });
  await db.close();
  const wrong = await database
    .open(1)
    .orm.execute(sql`select nothing`)
    .catch((caught: unknown) => caught);
  expect(wrong).toBeInstanceOf(Error);
  expect(unreachable(wrong, url)).toBeNull();
});

test("database: numbers and times come back as they went in", async () => {
  const db = database.open();
  const values = [0.1, 1 / 3, 5e-324, 1.7976931348623157e308, 123456789.12345679, -0.00045];
  for (const [i, cashUsd] of values.entries()) {
    const funds = { capitalUsd: 1, cashUsd, equityUsd: 1, peakEquityUsd: 1 };
    await db.orm.insert(subaccounts).values({ name: `S${i}`, isPaper: true, ...funds });
  }
  const rows = await db.orm.select().from(subaccounts).orderBy(subaccounts.name);
  expect(rows.map((row) => row.cashUsd)).toEqual(values);
  const at = new Date("2026-03-29T01:30:00.123Z");
  const run = {
    strategyName: "S",
    codeHash: "h",
    kind: "in-sample",
    coins: ["BTC"],
    dailyReturns: { firstDayMs: 0, returns: [0.01, -1 / 3] },
    snapshotHash: "s",
    elapsedMs: 1.5,
  };
  const numbers = { a: 1, b: { c: [0.1, null, "x"] } };
  await db.orm.insert(backtests).values({ ...run, fromAt: at, toAt: at, parameters: numbers, metrics: numbers });
  expect((await db.orm.select().from(backtests))[0]).toMatchObject({ ...run, fromAt: at, parameters: numbers });
});
