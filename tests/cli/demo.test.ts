import { beforeAll, expect, test } from "bun:test";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../core/paths.ts";
import { STAGE_NAMES } from "../../stages/stage.ts";
import { runCli } from "../support/run-cli.ts";
import { newHome } from "../support/test-run.ts";
import { writeCandleFiles } from "../support/write-candles.ts";

const TIMEOUT_MS = 120_000;

let home: string;
let candles: string;
let env: Record<string, string>;

beforeAll(async () => {
  home = await newHome();
  candles = join(home, "csv");
  env = { SIXBTC_HOME: home };
  await writeCandleFiles(candles, { coins: ["BTC", "ETH", "SOL"], timeframe: "1h", days: 200 });
});

const demo = (...args: string[]) => runCli(["demo", "--candles", candles, "--json", ...args], env);
const objects = (stdout: string) =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test(
  "demo: every stage does its work, on a database and a store of its own, twice alike with one seed",
  async () => {
    const first = await demo("--count", "5", "--seed", "7");
    expect(first).toMatchObject({ code: 0 });
    const summary = objects(first.stdout).at(-1);
    expect(summary).toMatchObject({ summary: true, seed: 7, market: expect.stringContaining("3 coins of 1h candles") });
    expect(Object.keys(summary.stages).toSorted()).toEqual(STAGE_NAMES.toSorted());
    expect(summary.stages.generate).toEqual({ generated: 5 });

    const verdicts = (stdout: string) =>
      objects(stdout)
        .filter(({ stage }) => ["generate", "validate", "backtest"].includes(stage))
        .map(({ stage, strategy, verdict, reason, numbers }) =>
          JSON.stringify([stage, strategy, verdict, reason, numbers]),
        )
        .toSorted();
    const second = await demo("--count", "5", "--seed", "7");
    expect(verdicts(first.stdout)).toHaveLength(15);
    expect(verdicts(second.stdout)).toEqual(verdicts(first.stdout));

    expect(readdirSync(home).toSorted()).toEqual(["csv", "demo"]);
    const { stdout } = await runCli(["db", "status", "--json"], { SIXBTC_HOME: join(home, "demo") });
    expect(objects(stdout)).toMatchObject([{ state: "stopped" }]);
  },
  TIMEOUT_MS,
);

test(
  "demo: ends with how to look into what it left, and refuses to do nothing",
  async () => {
    const told = await runCli(["demo", "--candles", candles, "--count", "1", "--seed", "7"], env);
    const inside = told.stdout.trimEnd().split("\n").at(-1) ?? "";
    expect(inside).toBe(`  SIXBTC_HOME=${join(home, "demo")} npx sixbtc status`);
    const status = await runCli(["status", "--json"], { SIXBTC_HOME: join(home, "demo") });
    expect(objects(status.stdout)[0].stages[0]).toMatchObject({ name: "generate", processed24h: 1 });
    await runCli(["db", "stop"], { SIXBTC_HOME: join(home, "demo") });
    const none = await demo("--count", "0");
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("from 1")]);
  },
  TIMEOUT_MS,
);

test("demo: a folder without candles is an error that says how they are named", async () => {
  const { code, stderr } = await runCli(["demo", "--candles", PROJECT_ROOT], env);
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining("BTCUSDT-15m.csv.gz") });
});

test(
  "demo: a stop ends it with 130 and leaves no server behind",
  async () => {
    const child = Bun.spawn(
      [
        process.execPath,
        "--no-env-file",
        join(PROJECT_ROOT, "cli/main.ts"),
        "demo",
        "--candles",
        candles,
        "--count",
        "100000",
      ],
      {
        env: { PATH: process.env["PATH"] ?? "", DATABASE_URL: "", SIXBTC_CONFIG: "", ...env },
        stdin: "ignore",
        stdout: "pipe",
        stderr: "ignore",
      },
    );
    const reader = child.stdout.getReader();
    await reader.read();
    child.kill("SIGINT");
    expect(await child.exited).toBe(130);
    const { stdout } = await runCli(["db", "status", "--json"], { SIXBTC_HOME: join(home, "demo") });
    expect(objects(stdout)).toMatchObject([{ state: "stopped" }]);
  },
  TIMEOUT_MS,
);
