import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { holdBack } from "../../../cli/demo/hold-back.ts";
import { openCandleStore } from "../../../core/market/store.ts";
import { synthesizeMarket } from "../../../core/market/synthetic.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BTC = { exchange: "files", coin: "BTC", timeframe: "1h" } as const;
const ORIGIN = { source: "csv", synthetic: false };

const home = mkdtempSync(join(tmpdir(), "sixbtc-hold-back-"));
afterAll(() => rmSync(home, { recursive: true }));

test("holdBack: days count from the newest candle, however far funding reaches, and everything comes back", async () => {
  const store = openCandleStore(home);
  const [made] = synthesizeMarket({ seed: 1, coins: ["BTC"], timeframe: "1h", startMs: 0, bars: 20 * 24 });
  const time = Float64Array.from({ length: 100 * 24 }, (_, hour) => hour * HOUR);
  await store.write(BTC, ORIGIN, { candles: made!.candles });
  await store.write({ ...BTC, timeframe: "funding" }, ORIGIN, { funding: { time, rate: time.map(() => 1e-5) } });
  const whole = (await store.names()).map((name) => store.info(name)?.contentHash);

  const release = await holdBack(store, 7);
  const newest = 20 * DAY - HOUR;
  expect(store.info(BTC)?.lastMs).toBe(newest - 7 * DAY - HOUR);
  expect(store.info({ ...BTC, timeframe: "funding" })?.lastMs).toBe(newest - 7 * DAY - HOUR);
  await release();
  expect((await store.names()).map((name) => store.info(name)?.contentHash)).toEqual(whole);
});
