import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadConfig, SHIPPED_CONFIG } from "../../core/config/load.ts";
import { openDatabase } from "../../core/db/database.ts";
import { ensureServer, stopServer } from "../../core/db/embedded/server.ts";
import { insertStrategies } from "../../core/db/insert-strategies.ts";
import { migrateDatabase } from "../../core/db/migrate.ts";
import { countByStatus } from "../../core/db/overview.ts";
import { PROJECT_ROOT } from "../../core/paths.ts";
import { inventFromBlocks } from "../../stages/generate/sources/blocks.ts";
import { createJudgePool, DEFAULT_LIVE_BARS, validateText } from "../../stages/validate/validate-text.ts";
import { readCorpus } from "../support/corpus.ts";
import { newHome } from "../support/test-run.ts";

/*
 * `bun run bench:validator [--count 1200] [--json]`: what the validator says of the corpus, sample for sample, and the
 * milliseconds that its four phases take for each in one child; then strategies a second of `validate --watch` on a
 * real server, on as many strategies that generate makes. Exit code 1 if a verdict is not the expected one.
 */
const options = { count: { type: "string", default: "1200" }, json: { type: "boolean", default: false } } as const;
const { values } = parseArgs({ options });
const count = Number(values.count);
const SEED = 20_261_127;
/** The part of the strategies by which the processes have got warm. */
const WARMING = 0.25;
const SCOPE = { timeframes: ["15m", "30m", "1h", "2h"], types: ["TRD", "MOM", "REV", "VOL", "CDL"] } as const;
const generated = Array.from({ length: count }, (_, i) => {
  return inventFromBlocks(SEED, i, { timeframes: [...SCOPE.timeframes], types: [...SCOPE.types] });
});

type Judged = { category: string; times: number[]; asExpected: number };
type Row = { category: string; strategies: number; asExpected: number; medianMs: number; p95Ms: number; maxMs: number };

const samples = [
  ...readCorpus().map(({ kind, file, text, expected }) => ({ category: kind as string, file, text, expected })),
  ...generated.map(({ name, code }) => ({ category: "generated", file: name, text: code, expected: "passed" })),
];
const wrong: string[] = [];
const judged: Judged[] = [];
for (const category of new Set(samples.map((sample) => sample.category))) judged.push(await judgeAll(category));
const rows = judged.map(rowOf);
const all = rowOf({
  category: "all",
  times: judged.flatMap(({ times }) => times),
  asExpected: rows.reduce((sum, { asExpected }) => sum + asExpected, 0),
});
const watch = await watchAll();

if (values.json) {
  console.log(JSON.stringify({ categories: rows, all, wrong, watch }));
} else {
  console.log("category    strategies  as expected  median ms    95 % ms     max ms");
  for (const { category, strategies, asExpected, medianMs, p95Ms, maxMs } of [...rows, all]) {
    const cells = [strategies, asExpected, medianMs.toFixed(1), p95Ms.toFixed(1), maxMs.toFixed(1)];
    console.log(
      category.padEnd(10) + cells.map((cell, i) => String(cell).padStart([12, 13, 11, 11, 11][i] ?? 0)).join(""),
    );
  }
  const [leaking, clean] = ["leaking", "clean"].map((name) => rows.find(({ category }) => category === name));
  const missed = leaking ? leaking.strategies - leaking.asExpected : 0;
  const known = rows.find(({ category }) => category === "missed")?.strategies ?? 0;
  console.log(
    `leaks not found as expected: ${missed}, known to pass: ${known}; false alarms: ${clean ? clean.strategies - clean.asExpected : 0}`,
  );
  for (const line of wrong) console.log(`WRONG ${line}`);
  console.log(
    `validate --watch: ${watch.perSecond.toFixed(1)} strategies/s (${count} generated, ${watch.children} children)`,
  );
}
if (wrong.length > 0) process.exitCode = 1;

/** In one child, one after the other, as a worker of the stage does. */
async function judgeAll(category: string): Promise<Judged> {
  const pool = createJudgePool(1);
  const around = { pool, liveBars: DEFAULT_LIVE_BARS, signal: new AbortController().signal };
  const times: number[] = [];
  let asExpected = 0;
  for (const { file, text, expected } of samples.filter((sample) => sample.category === category)) {
    const { findings, phase, elapsedMs } = await validateText(text, around);
    const error = findings.find(({ severity }) => severity === "error");
    const said = error ? `${phase} ${error.code}` : "passed";
    // What is made at random may fail for a reason of its own, but not for looking ahead.
    const isRight = category === "generated" ? !said.includes("leak") && phase !== "lookahead" : said === expected;
    if (isRight) asExpected += 1;
    else wrong.push(`${category}/${file}: ${said}, expected ${expected}`);
    times.push(Object.values(elapsedMs).reduce((sum, ms) => sum + ms, 0));
  }
  await pool.close();
  return { category, times, asExpected };
}

function rowOf({ category, times, asExpected }: Judged): Row {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (frac: number): number => sorted[Math.min(Math.floor(sorted.length * frac), sorted.length - 1)] ?? 0;
  return { category, strategies: sorted.length, asExpected, medianMs: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
}

/** Without the first ones, in which the processes start and get fast: what it comes to when it goes on. */
async function watchAll(): Promise<{ perSecond: number; children: number }> {
  const home = await newHome();
  const url = await ensureServer(home);
  await migrateDatabase(url);
  const db = openDatabase({ url, poolSize: 1, applicationName: "sixbtc bench" });
  await insertStrategies(
    db,
    generated.map(({ blocks, warmup, ...row }) => ({
      ...row,
      warmupBars: warmup,
      source: "blocks",
      lineage: { blocks },
    })),
    { stage: "generate", process: "bench" },
  );
  const left = async (): Promise<number> => (await countByStatus(db)).GENERATED;
  const whole = await left();
  const stage = Bun.spawn(
    [process.execPath, "--no-env-file", join(PROJECT_ROOT, "cli/main.ts"), "validate", "--watch"],
    {
      env: { ...process.env, DATABASE_URL: url, SIXBTC_HOME: home, SIXBTC_CONFIG: SHIPPED_CONFIG },
      stdout: "ignore",
      stderr: "ignore",
    },
  );
  while ((await left()) > (1 - WARMING) * whole) await Bun.sleep(20);
  const [start, before] = [performance.now(), await left()];
  while ((await left()) > 0) await Bun.sleep(50);
  const perSecond = before / ((performance.now() - start) / 1_000);
  stage.kill("SIGTERM");
  await stage.exited;
  await db.close();
  await stopServer(home);
  const { parallel } = (await loadConfig(SHIPPED_CONFIG)).processes.validate;
  return { perSecond, children: Math.min(parallel, availableParallelism()) };
}
