import type { Command } from "commander";
import type { Database } from "../../core/db/database.ts";
import { saveListing } from "../../core/db/listings.ts";
import { SixbtcError } from "../../core/errors.ts";
import { openCcxtSource } from "../../core/market/ccxt-source.ts";
import { type Fetched, fetchMarket } from "../../core/market/fetch-market.ts";
import { type CandleStore, openCandleStore } from "../../core/market/store.ts";
import type { Timeframe } from "../../core/timeframe.ts";
import { type CommandContext, withExamples } from "../command.ts";
import type { Output } from "../output.ts";
import { countOf, countText, minuteText } from "../value-text.ts";
import { withDatabase } from "../with-database.ts";
import { days, list, timeframes } from "./options.ts";

const DAY_MS = 24 * 3_600_000;

type FetchOptions = {
  exchange?: string[];
  coins?: string[];
  timeframes?: Timeframe[];
  days?: number;
  baseUrl?: string;
};

export function defineFetch(command: Command, { output, signal }: CommandContext): void {
  const fetching = command
    .command("fetch")
    .description("Download what is missing of candles and funding rates; interrupted, it goes on where it stopped")
    .option("--exchange <ids>", "exchanges by their ids in ccxt (default: market.sources)", list)
    .option("--coins <coins>", "base assets such as BTC,ETH (default: market.coins)", list)
    .option("--timeframes <list>", "such as 15m,1h (default: market.timeframes)", timeframes)
    .option("--days <days>", "how far back (default: market.historyDays)", days)
    .option("--base-url <url>", "send every request to this address, a mirror or a simulator")
    .option("--json", "one JSON object a series")
    .action((options: FetchOptions) =>
      withDatabase("data", async ({ db, config: { market }, home }) => {
        const store = openCandleStore(home);
        const exchanges = options.exchange ?? market.sources;
        const faults: SixbtcError[] = [];
        let failed = 0;
        for (const exchange of exchanges) {
          try {
            failed += await fetchFrom(exchange, { db, store, market, options, output, signal });
          } catch (error) {
            // One exchange that cannot be reached is no reason to leave out the next.
            if (signal.aborted || !(error instanceof SixbtcError) || error.exitCode !== 3) throw error;
            faults.push(error);
          }
        }
        const [first, ...others] = faults;
        const toldLater = first && faults.length === exchanges.length ? first : null;
        for (const { message } of toldLater ? others : faults) output.note(message);
        if (toldLater) throw toldLater;
        if (faults.length > 0 || failed > 0) process.exitCode = 1;
      }),
    );
  withExamples(fetching, [
    ["sixbtc data fetch", "bring the candles that the configuration names up to date"],
    ["sixbtc data fetch --exchange hyperliquid --coins BTC,ETH --timeframes 1h --days 90", "some of them"],
  ]);
}

type FetchContext = {
  db: Database;
  store: CandleStore;
  market: { coins: string[]; timeframes: Timeframe[]; historyDays: number };
  options: FetchOptions;
  output: Output;
  signal: AbortSignal;
};

/** How many series failed. */
async function fetchFrom(exchange: string, context: FetchContext): Promise<number> {
  const { db, store, market, options, output, signal } = context;
  const address = options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl, unpaced: true, backoffMs: 100 };
  const source = await openCcxtSource({ exchange, signal, ...address });
  const sinceMs = Date.now() - (options.days ?? market.historyDays) * DAY_MS;
  const fetching = fetchMarket({
    ...{ store, source, sinceMs, nowMs: Date.now },
    wanted: [{ coins: options.coins ?? market.coins, timeframes: options.timeframes ?? market.timeframes }],
    onPage({ coin, timeframe, done, total, fracDone, rows }) {
      const share = `${Math.floor(fracDone * 100)} %`.padStart(5);
      output.progress(
        `${exchange} ${coin} ${timeframe}${share}, ${countText(rows)} rows (series ${done + 1} of ${total})`,
      );
    },
  });
  let failed = 0;
  for await (const fetched of fetching) {
    if (fetched.kind === "listing") await saveListing(db, exchange, fetched.coins);
    else showFetched(fetched, { exchange, store, sinceMs, output });
    if (fetched.kind === "failed") failed += 1;
  }
  return failed;
}

type Shown = { exchange: string; store: CandleStore; sinceMs: number; output: Output };

function showFetched(
  fetched: Exclude<Fetched, { kind: "listing" }>,
  { exchange, store, sinceMs, output }: Shown,
): void {
  output.progress("");
  if (fetched.kind === "unlisted") {
    output.note(`${exchange} does not trade ${fetched.coin}`);
    return;
  }
  if (fetched.kind === "failed") {
    const { coin, timeframe, error } = fetched;
    output.object({ exchange, coin, timeframe, error: { code: error.code, message: error.message } });
    output.note(`${exchange} ${coin} ${timeframe} failed: ${error.message}`);
    if (error.hint !== undefined) output.note(`  ${error.hint}`);
    return;
  }
  const { kind: _, ...result } = fetched;
  const { coin, timeframe } = result;
  const info = store.info(result);
  const facts = info && { rows: info.rows, firstMs: info.firstMs, lastMs: info.lastMs };
  output.object({ ...(facts ?? { rows: 0, firstMs: null, lastMs: null }), ...result });
  const range = info ? `${minuteText(info.firstMs)} to ${minuteText(info.lastMs)}` : "nothing there";
  output.text(`${exchange} ${coin} ${timeframe}: ${countOf(result.added, "new row")}, ${range}`);
  for (const { timeMs, problem } of result.rejected) {
    output.note(
      `  left out an impossible ${timeframe === "funding" ? "rate" : "candle"} of ${minuteText(timeMs)}: ${problem}`,
    );
  }
  if (result.conflicts > 0) output.note(`  ${countOf(result.conflicts, "row")} other than those stored, which stay`);
  if (info && info.firstMs > sinceMs + DAY_MS) {
    const reason = exchange === "hyperliquid" ? "; it keeps the newest 5,000 candles, so fetch now and then" : "";
    output.note(`  ${exchange} has nothing before ${minuteText(info.firstMs)}${reason}`);
  }
}
