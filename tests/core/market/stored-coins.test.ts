import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCandleStore } from "../../../core/market/store.ts";
import { openStoredCoins } from "../../../core/market/stored-coins.ts";
import { synthesizeMarket } from "../../../core/market/synthetic.ts";

const home = mkdtempSync(join(tmpdir(), "sixbtc-coins-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

test("stored coins: the first exchange in order that has real candles, else synthetic ones, else none", async () => {
  const store = openCandleStore(home);
  const write = async (exchange: string, coin: string, synthetic: boolean) => {
    const [made] = synthesizeMarket({ seed: 1, coins: [coin], timeframe: "15m", startMs: 0, bars: 8 });
    await store.write({ exchange, coin, timeframe: "15m" }, { source: "test", synthetic }, { candles: made!.candles });
  };
  await write("aaa", "BTC", false);
  await write("zzz", "BTC", false);
  await write("fake", "BTC", true);
  await write("aaa", "ETH", true);
  await write("mmm", "ETH", false);
  await write("fake", "SOL", true);

  const of = async (sources: string[], coin: string) =>
    (await (await openStoredCoins(store, sources)).find(coin, "1h"))?.info.exchange;
  expect(await of(["zzz", "aaa"], "BTC")).toBe("zzz");
  expect(await of([], "BTC")).toBe("aaa");
  expect(await of(["fake"], "BTC")).toBe("aaa");
  expect(await of(["aaa"], "ETH")).toBe("mmm");
  expect(await of(["zzz"], "SOL")).toBe("fake");
  expect(await of(["zzz"], "DOGE")).toBeUndefined();
  expect([...(await openStoredCoins(store, [])).coins].sort()).toEqual(["BTC", "ETH", "SOL"]);
});
