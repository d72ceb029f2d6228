import { beforeAll, expect, test } from "bun:test";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type postgres from "postgres";
import { migrateDatabase } from "../../../core/db/migrate.ts";
import { PROJECT_ROOT } from "../../../core/paths.ts";
import { testDatabase } from "../../support/database.ts";

const database = testDatabase();
let sql: postgres.Sql;

beforeAll(() => {
  sql = database.client();
});

const MIGRATION = join(import.meta.dir, "migrate-fixture.ts");

test("migrate: three processes at once bring an empty database up to date once", async () => {
  await sql`drop schema public cascade`;
  await sql`create schema public`;
  await sql`drop schema drizzle cascade`;
  const children = [1, 2, 3].map(() => Bun.spawn([process.execPath, MIGRATION, database.url], { stdout: "pipe" }));
  const answers = await Promise.all(children.map(async (child) => JSON.parse(await child.stdout.text())));
  expect(answers.filter((didMigrate) => didMigrate)).toEqual([true]);
  expect(await sql`select count(*)::int as strategies from strategies`).toEqual([{ strategies: 0 }] as never);
  expect(await migrateDatabase(database.url)).toBe(false);
});

test("migrate: a database made by newer code is left alone", async () => {
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 99999999999999)`;
  await expect(migrateDatabase(database.url)).rejects.toMatchObject({ code: "database.newer", exitCode: 3 });
  await sql`delete from drizzle.__drizzle_migrations where hash = 'later'`;
});

test("migrate: events and trials refuse to be changed", async () => {
  await sql`insert into events (kind) values ('test.done')`;
  for (const statement of ["update events set kind = 'x'", "delete from events", "truncate trials"]) {
    await expect(sql.unsafe(statement).execute()).rejects.toThrow("is append-only");
  }
});

test("migrate: the committed migrations make exactly the schema of the code", async () => {
  const out = mkdtempSync(join(tmpdir(), "sixbtc-drizzle-"));
  try {
    cpSync(join(PROJECT_ROOT, "drizzle"), out, { recursive: true });
    // drizzle-kit takes paths to be relative even where they are not.
    const paths = ["--schema=core/db/schema.ts", `--out=${relative(PROJECT_ROOT, out)}`];
    const kit = join(PROJECT_ROOT, "node_modules", "drizzle-kit", "bin.cjs");
    const child = Bun.spawn([process.execPath, kit, "generate", "--dialect=postgresql", ...paths], {
      cwd: PROJECT_ROOT,
      stdin: "ignore",
      stdout: "pipe",
      stderr: "ignore",
    });
    expect(await child.stdout.text()).toContain("nothing to migrate");
    expect(readdirSync(out)).toEqual(readdirSync(join(PROJECT_ROOT, "drizzle")));
  } finally {
    rmSync(out, { recursive: true });
  }
});

test("migrate: each migration is newer than the one before it, else drizzle would skip it", () => {
  const journal = JSON.parse(readFileSync(join(PROJECT_ROOT, "drizzle", "meta", "_journal.json"), "utf8"));
  const times: number[] = journal.entries.map((entry: { when: number }) => entry.when);
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
});
