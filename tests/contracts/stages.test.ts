import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stages } from "../../stages/index.ts";
import { writeConfig } from "../support/config.ts";
import { testDatabase } from "../support/database.ts";
import { type CliResult, catchesSignals, runCli, startCli } from "../support/run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "sixbtc-stages-"));
afterAll(() => rmSync(folder, { recursive: true }));
let config = "";
beforeAll(async () => {
  config = await writeConfig(folder);
});

/** What only generate makes out of nothing. */
const MADE = { count: 3, verdict: "generated" };

describe.each(stages.map((entry) => [entry.name, entry] as const))("stage %s", (name, entry) => {
  const database = testDatabase();
  const home = mkdtempSync(join(folder, `${name}-`));
  const env = () => ({ DATABASE_URL: database.url, SIXBTC_HOME: home, SIXBTC_CONFIG: config, PM2_HOME: home });
  const count = entry.options.includes("count") ? ["--count", String(MADE.count)] : [];

  async function leftBehind(): Promise<unknown> {
    const sql = database.client();
    const [row] = await sql`
      select (select count(*) from strategies where lease is not null)::int as claimed,
        (select count(*) from processes where ended_at is null)::int as running,
        (select count(*) from strategies)::int as strategies`;
    return row;
  }

  function objectsIn({ stdout }: CliResult): { stage: string; verdict: string }[] {
    return stdout
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  }

  test("a bare run with nothing to do exits 0, and prints JSON lines only", async () => {
    const result = await runCli([name, ...count, "--json"], env());
    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 0, stderr: "" });
    const outcomes = objectsIn(result);
    expect(outcomes.every((outcome) => outcome.stage === name)).toBe(true);
    if (count.length > 0) expect(outcomes.map(({ verdict }) => verdict)).toEqual(Array(MADE.count).fill(MADE.verdict));
    expect(await leftBehind()).toEqual({ claimed: 0, running: 0, strategies: count.length > 0 ? MADE.count : 0 });
  });

  if (entry.options.includes("dryRun")) {
    test("--dry-run changes nothing", async () => {
      const sql = database.client();
      const facts = () =>
        sql`select (select count(*) from events) as events, (select count(*) from subaccounts) as accounts`;
      const before = await facts();
      expect((await runCli([name, "--dry-run"], env())).code).toBe(0);
      expect(await facts()).toEqual(before);
    });
  }

  test("--help says what it does, with examples", async () => {
    const { code, stdout, stderr } = await runCli([name, "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(entry.summary);
    expect(stdout).toContain(`Examples:\n  sixbtc ${name} `);
  });

  test("SIGINT cuts a bare run short with 130", async () => {
    const { child, result } = startCli([name, ...(count.length > 0 ? ["--count", "100000"] : [])], env());
    await catchesSignals(child.pid);
    child.kill("SIGINT");
    expect((await result).code).toBe(130);
    expect(await leftBehind()).toMatchObject({ claimed: 0, running: 0 });
  });

  const log = join(folder, "logs", `sixbtc-${name}.log`);
  const moments: [string, (pid: number) => Promise<void>][] = [
    ["as soon as it can be told", catchesSignals],
    ["while it starts", (pid) => catchesSignals(pid).then(() => Bun.sleep(100))],
    [
      "while it works",
      async () => {
        while (!existsSync(log) || !readFileSync(log, "utf8").includes('"stage.started"')) await Bun.sleep(5);
      },
    ],
  ];
  test.each(moments)("SIGTERM ends a watch %s, in time, with nothing left claimed", async (_, moment) => {
    rmSync(log, { force: true });
    const { child, result } = startCli([name, "--watch", "--json"], env());
    await moment(child.pid);
    const toldMs = performance.now();
    child.kill("SIGTERM");
    const ended = await result;
    expect(performance.now() - toldMs).toBeLessThan(entry.stopMs);
    expect(ended.code).toBe(0);
    objectsIn(ended);
    expect(await leftBehind()).toMatchObject({ claimed: 0, running: 0 });
  });
});
