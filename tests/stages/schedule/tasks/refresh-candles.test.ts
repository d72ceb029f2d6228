import { afterAll, afterEach, beforeEach, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig, SHIPPED_CONFIG } from "../../../../core/config/load.ts";
import type { Config } from "../../../../core/config/schema.ts";
import type { Database } from "../../../../core/db/database.ts";
import { readListings } from "../../../../core/db/listings.ts";
import { createQueue } from "../../../../core/db/queue.ts";
import { openCcxtSource } from "../../../../core/market/ccxt-source.ts";
import { openCandleStore } from "../../../../core/market/store.ts";
import { silentLog } from "../../../../core/runtime/log.ts";
import { refreshCandles } from "../../../../stages/schedule/tasks/refresh-candles.ts";
import { testDatabase } from "../../../support/database.ts";
import { insertTested } from "../../../support/tested-strategies.ts";
import { openVenue, type Venue } from "../../../venue/venue.ts";

const DAY = 86_400_000;
const database = testDatabase();
const root = mkdtempSync(join(tmpdir(), "sixbtc-refresh-"));
afterAll(() => rmSync(root, { recursive: true }));

let venue: Venue;
let db: Database;
let home: string;
beforeEach(() => {
  const nowMs = Date.now();
  const coin = { maxLeverage: 40, szDecimals: 5, priceUsd: 100, listedMs: nowMs - 900 * DAY };
  venue = openVenue({ coins: ["BTC", "ETH", "SOL"].map((name) => ({ name, ...coin })), nowMs });
  db = database.open();
  home = mkdtempSync(join(root, "home-"));
});
afterEach(() => venue.close());

/** The task on two days of BTC's hours at Hyperliquid, changed by `market`. */
async function refresh(market: Partial<Config["market"]> = {}) {
  const shipped = await loadConfig(SHIPPED_CONFIG);
  const own = { sources: ["hyperliquid"], coins: ["BTC"], timeframes: ["1h" as const], historyDays: 2 };
  const config = { ...shipped, market: { ...shipped.market, ...own, ...market } };
  const actor = { stage: "schedule", process: "test" };
  const queue = createQueue(db, { ...actor, leaseSec: 60, onFault: () => undefined });
  try {
    const context = { config, db, queue, actor, home, log: silentLog };
    return await refreshCandles(context, new AbortController().signal, (options) =>
      openCcxtSource({ ...options, baseUrl: venue.url, unpaced: true, timeoutMs: 300, backoffMs: 1 }),
    );
  } finally {
    await queue.close();
  }
}

async function seriesIn(folder: string): Promise<string[]> {
  const names = await openCandleStore(folder).names();
  return names.map(({ exchange, coin, timeframe }) => `${exchange} ${coin} ${timeframe}`);
}

test("refreshCandles: fetches what the configuration names, and writes down what the exchange trades", async () => {
  expect(await refresh()).toMatchObject({ failed: [], unreachable: [] });
  expect(await seriesIn(home)).toEqual(["hyperliquid BTC 1h", "hyperliquid BTC funding"]);
  expect(await readListings(db)).toEqual(new Map([["hyperliquid", new Set(["BTC", "ETH", "SOL"])]]));
});

test("refreshCandles: a series that fails is in its numbers, and the others are fetched", async () => {
  venue.strike({
    ...{ kind: "status", status: 422, times: Infinity },
    matches: ({ body }) => body["type"] === "candleSnapshot" && JSON.stringify(body).includes('"BTC"'),
  });
  const { failed } = await refresh({ coins: ["BTC", "ETH"] });
  expect(failed).toEqual([expect.stringContaining("hyperliquid BTC 1h: hyperliquid refused")]);
  expect(await seriesIn(home)).toContain("hyperliquid ETH 1h");
});

test("refreshCandles: what live strategies trade is fetched too, from their own exchange, and first", async () => {
  await insertTested(db, { status: "LIVE", universe: ["ETH"], timeframe: "4h" });
  const elsewhere = await insertTested(db, { status: "LIVE", universe: ["SOL"], timeframe: "30m" });
  const unknown = await insertTested(db, { status: "LIVE", universe: ["BTC"], timeframe: "2h" });
  const imported = await insertTested(db, { status: "LIVE", universe: ["BTC"], timeframe: "2h" });
  await insertTested(db, { status: "SELECTED", universe: ["SOL"], timeframe: "15m" });
  const sql = database.client();
  await sql`update strategies set exchange = 'binanceusdm' where id = ${elsewhere.id}`;
  await sql`update strategies set exchange = 'mycandles' where id = ${unknown.id}`;
  await sql`update strategies set exchange = 'files' where id = ${imported.id}`;
  expect(await refresh()).toMatchObject({ failed: [], unreachable: [expect.stringContaining("mycandles")] });
  expect(await seriesIn(home)).toEqual([
    ...["binanceusdm SOL 30m", "binanceusdm SOL funding"],
    ...["hyperliquid BTC 1h", "hyperliquid BTC funding", "hyperliquid ETH 4h", "hyperliquid ETH funding"],
  ]);
  const asked = venue.requests.flatMap(({ body }) => (body["req"] as { coin: string } | undefined)?.coin ?? []);
  expect(asked).toEqual(["ETH", "BTC"]);
});
