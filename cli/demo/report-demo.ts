import { relative } from "node:path";
import type { Database } from "../../core/db/database.ts";
import { listStrategies } from "../../core/db/list-strategies.ts";
import { countByStatus } from "../../core/db/overview.ts";
import type { Output } from "../output.ts";
import type { Tally } from "../tally.ts";
import type { DemoMarket } from "./fill-store.ts";

type Report = {
  /** Folder of the demo's own database and candles. */
  home: string;
  market: DemoMarket;
  seed: number;
  count: number;
  tallies: ReadonlyMap<string, Tally>;
  elapsedMs: number;
};

type Survivor = Awaited<ReturnType<typeof listStrategies>>[number];

/** What came out: who survived and how it did after costs, or that nobody did. */
export async function reportDemo(db: Database, output: Output, report: Report): Promise<void> {
  const { home, market, seed, tallies, elapsedMs } = report;
  const counts = await countByStatus(db);
  const passed = (await listStrategies(db, {})).filter(({ status }) => PASSED.has(status));
  output.object({
    summary: true,
    market: market.description,
    seed,
    counts,
    stages: Object.fromEntries([...tallies].map(([stage, tally]) => [stage, tally.counts()])),
    survivors: passed.map(({ name, status, score, outOfSample }) => ({ name, status, score, outOfSample })),
    elapsedMs,
    home,
  });
  output.text();
  if (passed.length === 0) {
    output.text("None survived: nothing to deploy today. On most markets and days that is the right answer.");
  } else {
    output.text(`${passed.length} survived every gate; out of sample, after costs:`);
    output.table(
      ["strategy", "timeframe", "direction", "status", "score", "trades", "Sharpe", "expectancy", "drawdown", "return"],
      passed.map(survivorRow),
    );
    output.text("A backtest is not a promise; `sixbtc config explain backtest` says which gates they passed.");
  }
  output.text(`${market.description}. ${(elapsedMs / 1000).toFixed(1)} s.`);
  output.text("All of it is still there to be looked into:");
  const [best] = passed;
  const inside = commandInside(home);
  if (best !== undefined) output.text(`  ${inside} strategy show ${best.name}`);
  output.text(`  ${inside} status`);
}

/** How a command is called on the demo's database and candles rather than the user's. */
function commandInside(home: string): string {
  const near = relative(process.cwd(), home);
  const path = near.startsWith("..") || near === "" ? home : near;
  const quoted = /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
  const ownDatabase = process.env["DATABASE_URL"] ? "DATABASE_URL= " : "";
  return `${ownDatabase}SIXBTC_HOME=${quoted} npx sixbtc`;
}

const PASSED: ReadonlySet<string> = new Set(["TESTED", "SELECTED", "LIVE", "RETIRED"]);

function survivorRow({ name, timeframe, direction, status, score, outOfSample }: Survivor) {
  const metric = (key: string) => (typeof outOfSample?.[key] === "number" ? (outOfSample[key] as number) : null);
  const percent = (key: string) => {
    const value = metric(key);
    return value === null ? null : `${(value * 100).toFixed(2)} %`;
  };
  return [
    ...[name, timeframe, direction, status, score === null ? null : Math.round(score), metric("trades")],
    ...[metric("sharpe")?.toFixed(2) ?? null, percent("expectancy"), percent("maxDrawdown"), percent("totalReturn")],
  ];
}
