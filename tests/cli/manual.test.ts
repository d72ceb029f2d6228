import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeConfig } from "../support/config.ts";
import { testDatabase } from "../support/database.ts";
import { runShell } from "../support/run-cli.ts";

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "sixbtc-manual-"));
afterAll(() => rmSync(folder, { recursive: true }));
let env: Record<string, string>;
beforeAll(async () => {
  mkdirSync(join(folder, "home"));
  env = {
    DATABASE_URL: database.url,
    SIXBTC_HOME: join(folder, "home"),
    SIXBTC_CONFIG: await writeConfig(folder, { "market.timeframes": ["1h"], "market.coins": ["BTC", "ETH"] }),
  };
});

/** Runs each command in the shell, in turn; what each printed and its exit code come back under its text. */
async function manually(commands: readonly string[], more: Record<string, string> = {}) {
  const script = commands.map((command, i) => `${command} > ${i}.out 2> ${i}.err; echo $?`).join("\n");
  const { stdout } = await runShell(script, folder, { ...env, ...more });
  const codes = stdout.trim().split("\n").map(Number);
  const read = (i: number, end: string) => readFileSync(join(folder, `${i}.${end}`), "utf8");
  return commands.map((command, i) => ({ command, code: codes[i], out: read(i, "out"), err: read(i, "err") }));
}

function objectsIn(text: string): Record<string, unknown>[] {
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

test("by hand: the whole pipeline from a shell, each answer in JSON, each exit code 0", async () => {
  const ran = await manually([
    "sixbtc data synth --coins BTC,ETH --timeframes 1h --days 150 --seed 1 --json",
    "sixbtc generate --count 10 --json",
    "sixbtc validate --json",
    "sixbtc backtest --json",
    "sixbtc classify --json",
    "sixbtc deploy --dry-run --json",
    "sixbtc execute --json",
    "sixbtc status --json",
  ]);
  expect(ran.filter(({ code }) => code !== 0)).toEqual([]);
  const [synth, generated, validated, tested, , deployed, , stand] = ran.map(({ out }) => objectsIn(out));
  expect(synth).not.toHaveLength(0);
  expect(generated!.map(({ verdict }) => verdict)).toEqual(Array(10).fill("generated"));
  expect(validated).toHaveLength(10);
  const passed = validated!.filter(({ verdict }) => verdict === "validated");
  expect(tested!.map(({ strategy }) => strategy).toSorted()).toEqual(passed.map(({ strategy }) => strategy).toSorted());
  expect(deployed!.every(({ dryRun }) => dryRun === true)).toBe(true);
  const { counts, stages } = stand![0] as {
    counts: Record<string, number>;
    stages: { name: string; processed24h: number }[];
  };
  expect(Object.keys(counts)).toEqual(["GENERATED", "VALIDATED", "TESTED", "SELECTED", "LIVE", "RETIRED", "FAILED"]);
  expect(counts).toMatchObject({ GENERATED: 0, VALIDATED: 0, LIVE: 0, FAILED: 0 });
  expect(stages.find(({ name }) => name === "generate")?.processed24h).toBe(10);
  expect(stages.find(({ name }) => name === "validate")?.processed24h).toBe(10);
}, 60_000);

test("by hand: a call that is wrong is exit code 2, with nothing on stdout", async () => {
  const ran = await manually([
    "sixbtc",
    "sixbtc invent",
    "sixbtc generate --cuont 10",
    "sixbtc generate --count ten",
    "sixbtc classify --count 10",
    "sixbtc status now",
  ]);
  for (const { command, code, out, err } of ran) {
    expect({ command, code, out }).toEqual({ command, code: 2, out: "" });
    expect(err).not.toBe("");
  }
});

test("by hand: a configuration that is wrong is exit code 3, with the key, its value and what is allowed", async () => {
  const SIXBTC_CONFIG = await writeConfig(mkdtempSync(join(folder, "bad-")), { "processes.pollSec": "often" });
  const ran = await manually(["sixbtc status --json", "sixbtc generate --count 1", "sixbtc generate --watch"], {
    SIXBTC_CONFIG,
  });
  for (const { command, code, out, err } of ran) {
    expect({ command, code, out }).toEqual({ command, code: 3, out: "" });
    expect(err).toContain('processes.pollSec is "often": must be');
    expect(err.trim().split("\n")).toHaveLength(2);
  }
  const [checked] = await manually(["sixbtc config check"], { SIXBTC_CONFIG });
  expect(checked!.code).toBe(1);
});

test("by hand: a database that is not there is exit code 3, with what to do and without its password", async () => {
  const closed = Bun.listen({ hostname: "127.0.0.1", port: 0, socket: { data: () => undefined } });
  const DATABASE_URL = `postgres://me:hush@127.0.0.1:${closed.port}/sixbtc`;
  closed.stop(true);
  const ran = await manually(
    ["sixbtc status", "sixbtc generate --count 1 --json", "sixbtc strategy list", "sixbtc monitor --watch"],
    { DATABASE_URL },
  );
  for (const { command, code, out, err } of ran) {
    expect({ command, code, out }).toEqual({ command, code: 3, out: "" });
    expect(err).toContain(`PostgreSQL at 127.0.0.1:${closed.port}/sixbtc is not ready: `);
    expect(err).toContain("DATABASE_URL names it, in the environment or in .env: start it, correct the address");
    expect(err).not.toContain("hush");
  }
});
