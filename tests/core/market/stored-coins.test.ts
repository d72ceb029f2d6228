import { afterEach, beforeEach, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCandleStore } from "../../../core/market/store.ts";
import { openStoredCoins } from "../../../core/market/stored-coins.ts";
import { synthesizeMarket } from "../../../core/market/synthetic.ts";
import type { Timeframe } from "../../../core/timeframe.ts";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "sixbtc-coins-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function put(exchange: string, coin: string, timeframe: Timeframe = "15m") {
  const [made] = synthesizeMarket({ seed: 1, coins: [coin], timeframe, startMs: 0, bars: 32 });
  const origin = { source: "test", synthetic: exchange === "synthetic" };
  await openCandleStore(home).write({ exchange, coin, timeframe }, origin, { candles: made!.candles });
}

async function chosen(sources: string[], coins: string[] = ["BTC"], timeframe: Timeframe = "1h") {
  return (await openStoredCoins(openCandleStore(home), { sources, coins })).chosen(timeframe)?.exchange;
}

test("stored coins: what is configured first, then files, then others, the synthetic market last", async () => {
  expect(await chosen(["binanceusdm", "hyperliquid"])).toBeUndefined();
  await put("synthetic", "BTC");
  expect(await chosen(["binanceusdm", "hyperliquid"])).toBe("synthetic");
  await put("aaa", "BTC");
  expect(await chosen(["binanceusdm", "hyperliquid"])).toBe("aaa");
  await put("files", "BTC");
  expect(await chosen(["binanceusdm", "hyperliquid"])).toBe("files");
  await put("hyperliquid", "BTC");
  expect(await chosen(["binanceusdm", "hyperliquid"])).toBe("hyperliquid");
  await put("binanceusdm", "BTC");
  expect(await chosen(["binanceusdm", "hyperliquid"])).toBe("binanceusdm");
  expect(await chosen(["synthetic"])).toBe("synthetic");
});

test("stored coins: an exchange without a wanted coin, or without the timeframe, is passed over", async () => {
  await put("hyperliquid", "DOGE");
  await put("files", "BTC");
  expect(await chosen(["hyperliquid"], ["BTCUSDT"])).toBe("files");
  expect(await chosen(["hyperliquid"], ["XRP"])).toBe("hyperliquid");
  await put("hyperliquid", "BTC", "2h");
  await put("files", "BTC", "2h");
  expect(await chosen(["hyperliquid"], ["BTC"], "1h")).toBe("files");
  expect(await chosen(["hyperliquid"], ["BTC"], "2h")).toBe("hyperliquid");
});

test("stored coins: all are of the one exchange, resampled where need be, and none is of another", async () => {
  await put("hyperliquid", "BTC");
  await put("files", "BTC");
  await put("files", "ETH");
  const stored = await openStoredCoins(openCandleStore(home), { sources: ["hyperliquid"], coins: ["BTC", "ETH"] });
  const found = await stored.find("BTC", "1h");
  expect([found?.info.exchange, found?.candles.length]).toEqual(["hyperliquid", 8]);
  expect(await stored.find("ETH", "1h")).toBeNull();
  expect([...(stored.chosen("1h")?.coins ?? [])]).toEqual(["BTC"]);
});
