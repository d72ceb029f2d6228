import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../../core/db/database.ts";
import { stopServer } from "../../core/db/embedded/server.ts";
import { countByStatus } from "../../core/db/overview.ts";
import { testDatabase } from "../support/database.ts";
import { runCli } from "../support/run-cli.ts";
import { insertSome } from "../support/strategies.ts";
import { newHome } from "../support/test-run.ts";

const database = testDatabase();
let home = "";

setDefaultTimeout(60_000);
beforeAll(async () => {
  home = await newHome();
});
afterAll(async () => {
  await stopServer(home);
  rmSync(home, { recursive: true });
});

const embedded = (...args: string[]) => runCli(["db", ...args], { SIXBTC_HOME: home });
const named = (...args: string[]) => runCli(["db", ...args], { SIXBTC_HOME: home, DATABASE_URL: database.url });

async function json(answer: ReturnType<typeof runCli>) {
  const { code, stdout, stderr } = await answer;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout);
}

test("db: the embedded server from nothing to stopped", async () => {
  expect(await json(embedded("status", "--json"))).toEqual({ kind: "embedded", state: "absent" });
  expect(existsSync(join(home, "postgres"))).toBe(false);
  expect(await json(embedded("stop", "--json"))).toEqual({ kind: "embedded", stopped: false });

  const started = await json(embedded("start", "--json"));
  expect(started).toMatchObject({ kind: "embedded", migrated: true });
  expect(await json(embedded("migrate", "--json"))).toEqual({ migrated: false });
  const { stdout: url } = await embedded("url");
  expect(url).toMatch(/^postgres:\/\/sixbtc:\w+@127\.0\.0\.1:\d+\/sixbtc\n$/);
  const status = await json(embedded("status", "--json"));
  expect(status).toMatchObject({ state: "running", schema: "current", maxConnections: 100, address: started.address });
  expect(status.sizeBytes).toBeGreaterThan(1_000_000);

  const text = (await embedded("status")).stdout;
  expect(text).toContain(started.address);
  expect(text).not.toContain(new URL(url).password);
  expect((await embedded("stop")).stdout).toBe("The embedded server is stopped.\n");
  expect(await json(embedded("status", "--json"))).toMatchObject({ kind: "embedded", state: "stopped" });
});

test("db: with DATABASE_URL the embedded server is left alone, and is named as what is in use", async () => {
  const { code, stdout } = await named("stop");
  expect([code, stdout]).toEqual([0, expect.stringContaining("DATABASE_URL is in use")]);
  expect(stdout).not.toContain(new URL(database.url).password);
  expect(await json(named("status", "--json"))).toMatchObject({ kind: "named", state: "running", schema: "current" });
  expect(await json(named("url", "--json"))).toEqual({ url: database.url });
});

test("db reset: asks for --yes where it cannot ask a person, and drops nothing without it", async () => {
  const db = openDatabase({ url: database.url, poolSize: 1, applicationName: "sixbtc test" });
  await insertSome(db, 2);
  const refused = await named("reset");
  expect([refused.code, refused.stdout]).toEqual([2, ""]);
  expect(refused.stderr).toContain("--yes");
  expect((await named("reset", "--json")).code).toBe(2);
  expect((await countByStatus(db)).GENERATED).toBe(2);

  await database.client()`create table not_ours as select 1 as kept`;
  expect(await json(named("reset", "--yes", "--json"))).toEqual({ reset: true, strategies: 2, trials: 2 });
  expect((await countByStatus(db)).GENERATED).toBe(0);
  expect([...(await database.client()`select kept from not_ours`)]).toEqual([{ kept: 1 }]);
  await insertSome(db, 1);
  await db.close();
});

test("db: a database that is not there is exit code 3, with what to do", async () => {
  const { code, stdout, stderr } = await runCli(["db", "status"], { DATABASE_URL: "postgres://a:hush@127.0.0.1:1/x" });
  expect([code, stdout]).toEqual([3, ""]);
  expect(stderr).toContain("nothing listens there");
  expect(stderr).not.toContain("hush");
});

test("db: an unknown word and a missing one are exit code 2", async () => {
  expect((await embedded("destroy")).code).toBe(2);
  expect((await embedded()).code).toBe(2);
});
