import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../../core/config/schema.ts";
import { openDatabase } from "../../core/db/database.ts";
import { ensureServer, stopServer } from "../../core/db/embedded/server.ts";
import { resetDatabase } from "../../core/db/reset.ts";
import { openCandleStore } from "../../core/market/store.ts";
import { stages } from "../../stages/index.ts";
import { runStage } from "../../stages/run.ts";
import { type Outcome, STAGE_NAMES, type StageCall } from "../../stages/stage.ts";
import type { Output } from "../output.ts";
import { createTally, type Tally } from "../tally.ts";
import { type DemoMarket, fillStore } from "./fill-store.ts";
import { holdBack } from "./hold-back.ts";
import { reportDemo } from "./report-demo.ts";

/** The newest days, kept from research, on which the desk then trades on paper. */
const PAPER_DAYS = 7;

type Demo = {
  config: Config;
  /** Of the demo alone: what is there is thrown away, so that each demo begins anew. */
  home: string;
  /** Of CSV files; null: an exchange, else the synthetic market. */
  folder: string | null;
  count: number;
  seed: number;
  output: Output;
  signal: AbortSignal;
};

/** Every stage once, in order, on a database and a candle store that are not the user's, and a report at the end. */
export async function runDemo(demo: Demo): Promise<void> {
  const { home, output, signal } = demo;
  const startedMs = performance.now();
  await mkdir(home, { recursive: true });
  await rm(join(home, "candles"), { recursive: true, force: true });
  output.progress("starting the database of the demo");
  const databaseUrl = await ensureServer(home);
  try {
    await resetDatabase(databaseUrl);
    const market = await prepareMarket(demo);
    const tallies = await runStages(demo, market, databaseUrl);
    const db = openDatabase({ url: databaseUrl, poolSize: 1, applicationName: "sixbtc demo" });
    try {
      await reportDemo(db, output, { ...demo, market, tallies, elapsedMs: performance.now() - startedMs });
    } finally {
      await db.close();
    }
    signal.throwIfAborted();
  } finally {
    output.progress("");
    await stopServer(home);
  }
}

async function prepareMarket({ config, home, folder, seed, output, signal }: Demo) {
  const store = openCandleStore(home);
  const { sources, coins, timeframes } = config.market;
  const market = await fillStore({ store, folder, sources, coins, timeframes, seed, output, signal });
  output.text(`Market: ${market.description}; the newest ${PAPER_DAYS} days are kept for paper trading.`);
  output.text(`Seed:   ${seed}`);
  return { ...market, release: await holdBack(store, PAPER_DAYS) };
}

async function runStages(
  { config, home, count, seed, output, signal }: Demo,
  market: DemoMarket & { release(): Promise<void> },
  databaseUrl: string,
): Promise<Map<string, Tally>> {
  const { exchange, coins, timeframes } = market;
  const own: Config = {
    ...config,
    dryRun: true,
    market: { ...config.market, sources: [exchange], coins, timeframes },
  };
  const call: StageCall = { watch: false, dryRun: false, count: null, seed: null };
  const tallies = new Map<string, Tally>();
  for (const entry of stages.toSorted((a, b) => STAGE_NAMES.indexOf(a.name) - STAGE_NAMES.indexOf(b.name))) {
    signal.throwIfAborted();
    const tally = createTally(output, entry.name, call);
    const run = () =>
      runStage(entry, {
        ...{ config: own, home, databaseUrl, signal },
        call: entry.name === "generate" ? { ...call, count, seed } : call,
        onOutcome: (outcome: Outcome) => tally.add(outcome),
      });
    await run();
    if (entry.name === "execute") {
      // The desk began where the candles ended, and acts on what has closed since.
      await market.release();
      await run();
    }
    tally.close({ stopped: signal.aborted });
    tallies.set(entry.name, tally);
  }
  return tallies;
}
