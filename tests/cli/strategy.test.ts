import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type postgres from "postgres";
import type { Database } from "../../core/db/database.ts";
import { insertStrategies } from "../../core/db/insert-strategies.ts";
import { createQueue } from "../../core/db/queue.ts";
import { PROJECT_ROOT } from "../../core/paths.ts";
import { testDatabase } from "../support/database.ts";
import { runCli } from "../support/run-cli.ts";
import { newStrategy } from "../support/strategies.ts";

/** Every test starts processes, on machines that may be busy. */
setDefaultTimeout(30_000);

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "sixbtc-strategy-"));
afterAll(() => rmSync(folder, { recursive: true }));

const trend = newStrategy({ name: "Strategy_TRD_aaaa", type: "TRD", code: "// trend \u001b[31m\n// no last newline" });
const [momentum, fell, young] = [newStrategy(), newStrategy(), newStrategy()];
let sql: postgres.Sql;
let db: Database;

const sixbtc = (...args: string[]) =>
  runCli(["strategy", ...args], { DATABASE_URL: database.url, SIXBTC_HOME: folder });
const objects = (stdout: string) =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

beforeAll(async () => {
  sql = database.client();
  db = database.open();
  await insertStrategies(db, [trend, momentum, fell, young], { stage: "generate", process: "test" });
  const queue = createQueue(db, { stage: "validate", process: "test", leaseSec: 60, onFault: () => undefined });
  const [first, second, third] = await queue.claim({ status: "GENERATED", limit: 3 });
  await first!.release("VALIDATED");
  await second!.release("VALIDATED");
  await third!.reject({ kind: "validation", reason: "looks \u001b[2J ahead", numbers: { bar: 7 } });
  await queue.close();
  await sql`update strategies set status = 'TESTED', tested_at = now(), score = 61.25 where name = ${trend.name}`;
  await sql`update strategies set status = 'LIVE', live_at = now(), score = 70 where name = ${momentum.name}`;
  await sql`
    insert into backtests (strategy_name, code_hash, kind, coins, from_at, to_at, parameters, metrics, daily_returns,
      snapshot_hash, elapsed_ms)
    select ${trend.name}, 'h', kind, '["BTC", "ETH"]', '2025-01-01Z', '2025-07-01Z', '{}',
      jsonb_build_object('sharpe', sharpe, 'trades', 80, 'expectancy', 0.0031), '{"firstDay": "2025-01-01", "returns": []}', 'cafe', 1
    from (values ('in-sample', 2.5), ('out-of-sample', 1.5)) as runs (kind, sharpe)`;
});

test("strategy list: one object a line, the best score first, by status and type, as many as asked for", async () => {
  const all = await sixbtc("list", "--json");
  expect([all.code, all.stderr]).toEqual([0, ""]);
  expect(objects(all.stdout).map(({ name }) => name)).toEqual([momentum.name, trend.name, young.name]);
  expect(objects(all.stdout)[1]).toMatchObject({ status: "TESTED", score: 61.25, outOfSample: { sharpe: 1.5 } });
  const live = await sixbtc("list", "--status", "live", "--json");
  expect(objects(live.stdout).map(({ name }) => name)).toEqual([momentum.name]);
  const trends = await sixbtc("list", "--type", "TRD", "--limit", "5");
  expect(trends.stdout.trim().split("\n")[1]).toMatch(
    /^Strategy_TRD_aaaa +TESTED +\d+s ago +15m +both +61\.3 +80 +1\.50 +0\.31% +test$/,
  );
  expect(objects((await sixbtc("list", "--limit", "1", "--json")).stdout)).toHaveLength(1);
});

test("strategy list: an empty result is 0, a status that does not exist is 2", async () => {
  expect(await sixbtc("list", "--status", "FAILED", "--json")).toEqual({ code: 0, stdout: "", stderr: "" });
  const wrong = await sixbtc("list", "--status", "DEAD");
  expect([wrong.code, wrong.stdout]).toEqual([2, ""]);
  expect(wrong.stderr).toContain("Allowed are GENERATED, VALIDATED");
});

test("strategy show: metrics of each period, history, and the text when asked for", async () => {
  const shown = JSON.parse((await sixbtc("show", trend.name, "--json", "--code")).stdout);
  expect(shown).toMatchObject({ status: "TESTED", score: 61.25, code: trend.code, codeHash: trend.codeHash });
  expect(shown.backtests.map((run: { kind: string }) => run.kind)).toEqual(["in-sample", "out-of-sample"]);
  expect(shown.events.map((event: { kind: string }) => event.kind)).toEqual([
    "strategy.generated",
    "strategy.validated",
  ]);
  const { stdout } = await sixbtc("show", trend.name);
  expect(stdout).toMatch(/metric +in-sample +out-of-sample\n/);
  expect(stdout).toMatch(/Sharpe +2\.50 +1\.50\n/);
});

test("strategy show: of what the desk did, people see the newest, programs all", async () => {
  await sql`
    insert into events (kind, stage, process, strategy_name, strategy_id, reason, numbers)
    select 'position.closed', 'execute', 'test', name, id, 'stop', jsonb_build_object('coin', 'C' || i, 'pnl', -i)
    from strategies, generate_series(1, 30) as i where name = ${momentum.name}`;
  const { stdout } = await sixbtc("show", momentum.name);
  expect(stdout).toMatch(/position\.closed +execute +C30 +-30\.00 +stop\n/);
  expect(stdout.match(/position\.closed/g)).toHaveLength(20);
  expect(stdout).toContain("strategy.generated");
  expect(stdout).toContain("10 older events of positions are not shown; --json has them all.");
  const shown = JSON.parse((await sixbtc("show", momentum.name, "--json")).stdout);
  expect(shown.events.filter(({ kind }: { kind: string }) => kind === "position.closed")).toHaveLength(30);
});

test("strategy show: one that fell still has its reason and its trials", async () => {
  const shown = JSON.parse((await sixbtc("show", fell.name, "--json")).stdout);
  expect(shown).toMatchObject({
    status: null,
    rejected: { stage: "validate", reason: "looks \u001b[2J ahead" },
    trials: [{ kind: "candidate" }, { kind: "validation", verdict: "rejected", numbers: { bar: 7 } }],
  });
  const text = await sixbtc("show", fell.name);
  expect(text.stdout).toMatch(/rejected +by validate \d+s ago: looks \[2J ahead\n/);
  expect(text.stdout).not.toContain("\u001b");
  const unknown = await sixbtc("show", "Strategy_MOM_nowhere");
  expect([unknown.code, unknown.stdout]).toEqual([1, ""]);
  expect(unknown.stderr).toContain("There is no strategy called Strategy_MOM_nowhere");
});

test("strategy export: gives the text to the byte, and writes over nothing without --force", async () => {
  expect((await sixbtc("export", trend.name)).stdout).toBe(trend.code);
  const path = join(folder, "mine.ts");
  writeFileSync(path, "precious");
  const refused = await sixbtc("export", trend.name, "--out", path);
  expect([refused.code, readFileSync(path, "utf8")]).toEqual([1, "precious"]);
  expect(refused.stderr).toContain("add --force");
  const written = await sixbtc("export", trend.name, "--out", path, "--force");
  expect([written.code, written.stdout, readFileSync(path, "utf8")]).toEqual([0, "", trend.code]);
  const inFolder = await sixbtc("export", trend.name, "--out", folder);
  expect([inFolder.code, inFolder.stderr]).toEqual([3, expect.stringContaining(`${folder} is a folder\n`)]);
  const nowhere = await sixbtc("export", trend.name, "--out", join(folder, "none", "mine.ts"));
  expect([nowhere.code, nowhere.stderr]).toEqual([3, expect.stringContaining("There is no folder")]);
});

test("strategy export, backtest --strategy: of one that fell, where and why, and that its text is gone", async () => {
  const env = { DATABASE_URL: database.url, SIXBTC_HOME: folder };
  for (const words of [
    ["strategy", "export", fell.name],
    ["backtest", "--strategy", fell.name],
  ]) {
    const { code, stdout, stderr } = await runCli(words, env);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/ fell at validate on 20\d\d-\d\d-\d\d: looks \[2J ahead\n/);
    expect(stderr).toContain(`Its text is deleted; \`sixbtc strategy show ${fell.name}\``);
  }
});

const MODULE = `import { strategy, ta } from "sixbtc";
export default strategy({
  name: "Strategy_REV_mine",
  timeframe: "1h",
  direction: "long",
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 10 },
  signals(c) {
    return { enterLong: ta.lt(ta.rsi(c.close, 14), 30) };
  },
});
`;

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test("strategy add: takes a text that is admitted, once, and says of the others why not", async () => {
  const mine = fileOf("mine.ts", MODULE);
  const renamed = fileOf("renamed.ts", MODULE.replace("REV_mine", "REV_other"));
  const changed = fileOf("changed.ts", MODULE.replace("30", "29"));
  const wrong = fileOf("wrong.ts", MODULE.replace("ta.lt(", "eval("));
  const added = await sixbtc("add", mine, renamed, changed, wrong, join(folder, "missing.ts"), "--json");
  expect(added.code).toBe(1);
  const answers = objects(added.stdout);
  expect(answers.map((answer) => [answer.added, answer.name])).toEqual([
    [true, "Strategy_REV_mine"],
    [false, "Strategy_REV_other"],
    [false, "Strategy_REV_mine"],
    [false, "Strategy_REV_mine"],
    [false, null],
  ]);
  expect(answers[1].reason).toStartWith("the same code was tried as Strategy_REV_mine on 20");
  expect(answers[2].reason).toBe("the name is taken by a strategy that is GENERATED");
  expect(answers[3].findings[0]).toMatchObject({ phase: "syntax", severity: "error", line: 8 });
  expect(answers[4].reason).toStartWith("it cannot be read");

  const shown = JSON.parse((await sixbtc("show", "Strategy_REV_mine", "--json", "--code")).stdout);
  const facts = { status: "GENERATED", type: "REV", timeframe: "1h", source: "user", code: MODULE, leverage: 1 };
  expect(shown).toMatchObject({ ...facts, exits: { maxBars: 10 }, lineage: { file: "mine.ts" } });
  const text = await sixbtc("add", wrong);
  expect([text.code, text.stdout.split("\n")[0]]).toEqual([1, `${wrong}: refused, its text is not admitted.`]);
  expect(text.stdout).toMatch(/^ {2}8:\d+ /m);
  const fine = await sixbtc("add", fileOf("fine.ts", MODULE.replace("30", "28").replace("mine", "fine")));
  expect([fine.code, fine.stderr]).toEqual([0, ""]);
});

test("strategy retire: asks first, and does nothing where there is nobody to ask", async () => {
  const refused = await sixbtc("retire", momentum.name);
  expect([refused.code, refused.stdout]).toEqual([2, ""]);
  expect(refused.stderr).toContain("--yes");
  expect(await statusOf(momentum.name)).toBe("LIVE");
});

test("strategy retire: on a terminal, no is no and yes is yes", async () => {
  expect(await answer("no")).toBe(1);
  expect(await statusOf(trend.name)).toBe("TESTED");
  expect(await answer("yes")).toBe(0);
  expect(await statusOf(trend.name)).toBe("RETIRED");
});

test("strategy retire: ends a live one with an event that names its open positions", async () => {
  const retired = await sixbtc("retire", momentum.name, "--yes", "--json", "--reason", "enough");
  expect([retired.code, JSON.parse(retired.stdout)]).toEqual([
    0,
    { name: momentum.name, from: "LIVE", to: "RETIRED", openPositions: 0 },
  ]);
  const [event] = await sql`
    select stage, from_status, reason, numbers from events where strategy_name = ${momentum.name} and to_status = 'RETIRED'`;
  expect(event).toEqual({ stage: "user", from_status: "LIVE", reason: "enough", numbers: { openPositions: 0 } });
  for (const name of [momentum.name, young.name]) expect((await sixbtc("retire", name, "--yes")).code).toBe(1);
});

test("strategy retire: one that was added by hand can be taken back before a stage has decided, its trial stays", async () => {
  const mine = fileOf("withdrawn.ts", MODULE.replace("30", "27").replace("mine", "withdrawn"));
  expect((await sixbtc("add", mine)).code).toBe(0);
  const { code, stdout } = await sixbtc("retire", "Strategy_REV_withdrawn", "--yes", "--json");
  expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ from: "GENERATED", to: "RETIRED" })]);
  const shown = JSON.parse((await sixbtc("show", "Strategy_REV_withdrawn", "--json")).stdout);
  expect(shown.trials).toMatchObject([{ kind: "candidate" }]);
  expect((await sixbtc("add", mine)).stdout).toContain("the same code was tried");
});

async function statusOf(name: string): Promise<string> {
  const [row] = await sql`select status from strategies where name = ${name}`;
  return row?.["status"];
}

/** Types an answer to the question of `retire`, on a terminal. */
async function answer(word: string): Promise<number> {
  let shown = "";
  const child = Bun.spawn([process.execPath, join(PROJECT_ROOT, "cli", "main.ts"), "strategy", "retire", trend.name], {
    env: { PATH: process.env["PATH"] ?? "", DATABASE_URL: database.url, SIXBTC_HOME: folder },
    terminal: {
      data(terminal, bytes) {
        shown += new TextDecoder().decode(bytes);
        if (!shown.includes("Type yes:")) return;
        shown = "";
        terminal.write(`${word}\n`);
      },
    },
  });
  return child.exited;
}
