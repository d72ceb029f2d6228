import { afterAll, beforeEach, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig, SHIPPED_CONFIG } from "../../../core/config/load.ts";
import type { TradedSeries } from "../../../core/db/traded-series.ts";
import { readOrResample } from "../../../core/market/read-or-resample.ts";
import { openCandleStore } from "../../../core/market/store.ts";
import type { Timeframe } from "../../../core/timeframe.ts";
import { neededCandles } from "../../../stages/monitor/candles.ts";
import { openStage } from "../../../stages/monitor/stage.ts";
import { plainBars } from "../../core/market/bars.ts";
import { testDatabase } from "../../support/database.ts";
import { makePass } from "../../support/stage-pass.ts";
import { insertTested } from "../../support/tested-strategies.ts";

const HOUR = 3_600_000;
const database = testDatabase();
const root = mkdtempSync(join(tmpdir(), "sixbtc-needed-"));
afterAll(() => rmSync(root, { recursive: true }));

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(root, "home-"));
});

async function put(exchange: string, coin: string, timeframe: Timeframe, bars: number) {
  const origin = { source: "test", synthetic: exchange === "synthetic" };
  await openCandleStore(home).merge({ exchange, coin, timeframe }, origin, { candles: plainBars(timeframe, 0, bars) });
}

async function needed(...traded: Partial<TradedSeries>[]) {
  const { market } = await loadConfig(SHIPPED_CONFIG);
  const own = { ...market, sources: ["binanceusdm", "hyperliquid"], coins: ["BTC"] };
  const strategy = { strategy: "S", isLive: true, timeframe: "1h" as const, coins: ["BTC"], exchange: null };
  const series = traded.map((one) => ({ ...strategy, ...one }));
  return (await neededCandles(home, series, own)).map((one) => Object.values(one).join(" "));
}

test("neededCandles: each coin of a live strategy at its own exchange, one that is fresh hides none that is not", async () => {
  await put("binanceusdm", "BTC", "1h", 5);
  await put("hyperliquid", "BTC", "1h", 9);
  await put("hyperliquid", "ETH", "1h", 2);
  expect(await needed({ exchange: "hyperliquid", coins: ["BTC", "ETH", "SOL"] })).toEqual([
    ...[`hyperliquid 1h BTC ${9 * HOUR}`, `hyperliquid 1h ETH ${2 * HOUR}`, "hyperliquid 1h SOL "],
  ]);
  expect(await needed({ exchange: "hyperliquid" }, { exchange: "hyperliquid" })).toHaveLength(1);
  expect(await needed({ isLive: false })).toEqual([]);
});

test("neededCandles: without an exchange of its own it is the one that the desk would choose", async () => {
  expect(await needed({})).toEqual([" 1h BTC "]);
  await put("synthetic", "BTC", "1h", 3);
  expect(await needed({})).toEqual([]);
  await put("hyperliquid", "BTC", "1h", 9);
  expect(await needed({})).toEqual([`hyperliquid 1h BTC ${9 * HOUR}`]);
  await put("binanceusdm", "BTC", "1h", 5);
  expect(await needed({})).toEqual([`binanceusdm 1h BTC ${5 * HOUR}`]);
});

test("neededCandles: candles made of shorter ones are as fresh as those, whether they were made anew or not", async () => {
  await put("hyperliquid", "BTC", "15m", 10);
  expect(await needed({})).toEqual([`hyperliquid 1h BTC ${2 * HOUR}`]);
  await readOrResample(openCandleStore(home), "hyperliquid", "BTC", "1h");
  await openCandleStore(home).merge(
    { exchange: "hyperliquid", coin: "BTC", timeframe: "15m" },
    { source: "test", synthetic: false },
    { candles: plainBars("15m", 0, 20) },
  );
  expect(await needed({})).toEqual([`hyperliquid 1h BTC ${5 * HOUR}`]);
  rmSync(openCandleStore(home).pathOf({ exchange: "hyperliquid", coin: "BTC", timeframe: "15m" }));
  expect(await needed({})).toEqual([`hyperliquid 1h BTC ${2 * HOUR}`]);
});

test("monitor: a live strategy is alerted of its own late coins, and nobody of exchanges that nobody trades", async () => {
  const db = database.open();
  const sql = database.client();
  const live = await insertTested(db, { status: "LIVE", universe: ["BTC", "ETH"], timeframe: "1h" });
  await sql`update strategies set exchange = 'hyperliquid' where id = ${live.id}`;
  const newest = Math.floor(Date.now() / HOUR) * HOUR;
  const store = openCandleStore(home);
  const origin = { source: "test", synthetic: false };
  const series = { exchange: "hyperliquid", timeframe: "1h" } as const;
  await store.merge({ ...series, coin: "BTC" }, origin, { candles: plainBars("1h", newest - HOUR, 1) });
  await put("hyperliquid", "ETH", "1h", 5);
  await put("binanceusdm", "BTC", "1h", 5);
  const change = <Config extends { monitor: object }>(config: Config) => ({
    ...config,
    monitor: { ...config.monitor, minFreeMb: 0 },
  });
  const outcomes = await makePass({ stage: "monitor", openStage, db, home, change });
  expect(outcomes[0]?.["alerts"]).toEqual([
    {
      level: "error",
      message: "Live strategies wait for 1h candles of hyperliquid; the newest there end at: ETH (1970-01-01T05:00)",
      since: 5 * HOUR,
    },
  ]);
});
