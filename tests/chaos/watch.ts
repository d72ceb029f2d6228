import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureServer, stopServer } from "../../core/db/embedded/server.ts";
import { migrateDatabase } from "../../core/db/migrate.ts";
import { FILES_EXCHANGE, importCsv } from "../../core/market/import-csv.ts";
import { openCandleStore } from "../../core/market/store.ts";
import { storeSynthetic } from "../../core/market/store-synthetic.ts";
import { catchSignals, sleep } from "../../core/runtime/shutdown.ts";
import { stages } from "../../stages/index.ts";
import { writeConfig } from "../support/config.ts";
import { newHome } from "../support/test-run.ts";
import { startAlone, startUnderPm2 } from "./crews.ts";
import { sampleMemory } from "./memory-samples.ts";
import { readSettled, settledFaults } from "./settled.ts";

/**
 * `bun tests/chaos/watch.ts [--minutes 3] [--pm2] [--days 540] [--candles DIR]`: generate, validate and backtest watch
 * side by side, on a synthetic market or on the 15m candles of a folder. Exits 1 if anything was done twice or lost, if
 * memory grows by 5 % from the first third to the end, or if a stop takes longer than it may or leaves a claim.
 */
const MOST_GROWTH = 0.05;
const SIDE_BY_SIDE = ["generate", "validate", "backtest"];

const options = {
  minutes: { type: "string", default: "3" },
  days: { type: "string", default: "540" },
  pm2: { type: "boolean", default: false },
  candles: { type: "string" },
} as const;
const { values } = parseArgs({ options });

const home = await newHome();
const timeframes = ["15m", "30m", "1h", "2h"] as const;
const coins = ["BTC", "ETH", "SOL", "XRP", "DOGE", "SUI", "LINK", "BNB"];
const store = openCandleStore(home);
if (values.candles === undefined) {
  await storeSynthetic(store, { seed: 1, coins, timeframes, days: Number(values.days), nowMs: Date.now() });
} else {
  for (const name of readdirSync(values.candles).filter((file) => file.includes("-15m.csv"))) {
    await importCsv(store, join(values.candles, name), { exchange: FILES_EXCHANGE, nowMs: Date.now() });
  }
}
const url = await ensureServer(home);
await migrateDatabase(url);

const entries = stages.filter(({ name }) => SIDE_BY_SIDE.includes(name));
const idle = stages.filter(({ name }) => !SIDE_BY_SIDE.includes(name));
const config = await writeConfig(home, {
  ...(values.candles === undefined && { "market.coins": coins }),
  "market.timeframes": [...timeframes],
  ...Object.fromEntries(idle.map(({ name }) => [`processes.${name}.enabled`, false])),
});
const env = { DATABASE_URL: url, SIXBTC_HOME: home, SIXBTC_CONFIG: config };
const crew = await (values.pm2 ? startUnderPm2({ entries, home, env }) : startAlone({ entries, home, env }));
const memory = sampleMemory(crew.pids);
// A person who has seen enough gets the findings so far, and no process is left.
const enough = catchSignals().signal;
await sleep(Number(values.minutes) * 60_000, enough);
const growth = memory.stop();
const endings = await crew.stop();
const settled = await readSettled(url);
await stopServer(home);

const faults = settledFaults(settled);
for (const { name, stopMs, tookMs, exitCode } of endings) {
  if (exitCode !== 0 || tookMs > stopMs) faults.push(`${name} took ${Math.round(tookMs)} ms to end with ${exitCode}`);
}
const rows = growth.flatMap(({ name, parentMb, childrenMb, children }) =>
  [
    { what: name, ...parentMb },
    { what: `its ${children} children`, ...childrenMb },
  ]
    .filter(({ first }) => first > 0)
    .map((row) => ({ stage: name, ...row, growth: row.last / row.first - 1 })),
);
for (const { stage, what, growth: grown } of rows) {
  if (!(grown < MOST_GROWTH)) faults.push(`${stage}: ${what} grew by ${(grown * 100).toFixed(1)} %`);
}

console.error("memory of            first MB  last MB  growth");
for (const { what, first, last, growth: grown } of rows) {
  const cells = [
    first.toFixed(1).padStart(8),
    last.toFixed(1).padStart(7),
    `${(grown * 100).toFixed(1)} %`.padStart(6),
  ];
  console.error(`${what.padEnd(20)} ${cells.join("  ")}`);
}
for (const { name, tookMs, exitCode } of endings)
  console.error(`${name} ended in ${Math.round(tookMs)} ms: ${exitCode}`);
for (const [name, value] of Object.entries(settled)) console.error(`${name.padEnd(13)} ${value}`);
for (const fault of faults) console.error(`FAULT: ${fault}`);
console.log(
  JSON.stringify({ minutes: Number(values.minutes), pm2: values.pm2, settled, memory: rows, endings, faults }),
);
process.exit(faults.length === 0 ? 0 : 1);
