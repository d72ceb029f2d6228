import { afterAll, beforeAll, expect, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SHIPPED_CONFIG } from "../core/config/load.ts";
import { openCandleStore } from "../core/market/store.ts";
import { storeSynthetic } from "../core/market/store-synthetic.ts";
import { PROJECT_ROOT } from "../core/paths.ts";
import { writeCandles } from "./support/candle-files.ts";
import { writeConfig } from "./support/config.ts";
import { testDatabase } from "./support/database.ts";
import { runShell } from "./support/run-cli.ts";

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "sixbtc-readme-"));
afterAll(() => rmSync(folder, { recursive: true }));
const readme = await Bun.file(join(PROJECT_ROOT, "README.md")).text();

/** Commands that another file tests, since they install packages, or need a network or pm2. */
const ELSEWHERE: Record<string, string> = {
  "npx --yes bun@1.4.5 run quickstart": "tests/cli/demo.test.ts",
  "npx --yes bun@1.4.5 run quickstart -- --candles DIR --count 300": "tests/cli/demo.test.ts",
  "npx --yes bun@1.4.5 run check": ".ci/run",
  "npx sixbtc": "tests/core/config/env-file.test.ts",
  "bun link": "tests/core/config/env-file.test.ts",
  "sixbtc data fetch": "tests/cli/commands/data.test.ts",
  "npx pm2 start ecosystem.config.js": "tests/ecosystem.test.ts",
  "npx pm2 stop sixbtc-pipeline": "tests/ecosystem.test.ts",
};

function blocksOf(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, "gms"))].map(([, text]) => text ?? "");
}

const lines = blocksOf("sh").flatMap((block) => block.trim().split("\n"));
const spans = [...readme.matchAll(/`((?:npx|bun|sixbtc) [^`]+)`/g)].map(([, text]) => text ?? "");
const commands = [...new Set([...lines, ...spans])];

beforeAll(async () => {
  const [example] = blocksOf("ts");
  await Bun.write(join(folder, "S.ts"), example ?? "");
  mkdirSync(join(folder, "DIR"));
  const bars = Array.from({ length: 2_000 }, (_, i) => 100 + 10 * Math.sin(i / 50));
  const ohlc = bars.map((open, i) => [open, open + 1, open - 1, bars[i + 1] ?? open] as const);
  writeCandles(join(folder, "DIR"), "BTCUSDT-15m.csv.gz", Date.UTC(2026, 0, 1), 900_000, ohlc);
  const market = { seed: 1, coins: ["BTC", "ETH"], timeframes: ["1h"] as const, days: 150, nowMs: Date.now() };
  await storeSynthetic(openCandleStore(join(folder, "home")), market);
});

test("README: every command is run by a test", () => {
  expect(Object.keys(ELSEWHERE).filter((command) => !commands.includes(command))).toEqual([]);
  const missing = Object.values(ELSEWHERE).filter((path) => !existsSync(join(PROJECT_ROOT, path)));
  expect(missing).toEqual([]);
  expect(commands.filter((command) => !(command in ELSEWHERE) && !command.startsWith("sixbtc "))).toEqual([]);
});

test("README: the commands do what it says, in its order, on the example that it shows", async () => {
  const here = commands.filter((command) => !(command in ELSEWHERE));
  expect(here.length).toBeGreaterThan(10);
  const script = here
    .map(
      (line) =>
        `echo '> ${line}'\n${line.replace(/\bKEY\b/, "market.coins").replace("--count 100", "--count 20")} || exit $?`,
    )
    .join("\n");
  const { code, stdout, stderr } = await runShell(script, folder, {
    DATABASE_URL: database.url,
    SIXBTC_HOME: join(folder, "home"),
    SIXBTC_CONFIG: await writeConfig(folder, { "market.timeframes": ["1h"], "market.coins": ["BTC", "ETH"] }),
  });
  expect({ code, stderr, last: stdout.slice(-2_000) }).toEqual({
    code: 0,
    stderr: expect.any(String),
    last: expect.any(String),
  });
  expect(stdout).toContain("generate: 20 generated (seed ");
  for (const stage of ["validate", "backtest"]) expect(stdout).toMatch(new RegExp(`^${stage}: \\d+ `, "m"));
}, 180_000);

test("README: the folders and files that it names are there", () => {
  const generated = ["logs/", ".sixbtc/", ".sixbtc/demo", ".env"];
  const paths = [...readme.matchAll(/`([\w.-]+\/[\w./-]*|[\w-]+\.(?:md|js|json|yaml)|\.env[\w.]*)`/g)].map(
    ([, path]) => path!,
  );
  expect(paths).toContain("config/");
  expect(paths.filter((path) => !generated.includes(path) && !existsSync(join(PROJECT_ROOT, path)))).toEqual([]);
  expect(existsSync(SHIPPED_CONFIG)).toBe(true);
});
