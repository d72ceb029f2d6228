import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOrResample } from "../../../core/market/read-or-resample.ts";
import { type CandleStore, openCandleStore } from "../../../core/market/store.ts";
import { plainBars } from "./bars.ts";

const HOURS = { exchange: "venue", coin: "BTC", timeframe: "1h" } as const;
const REAL = { source: "ccxt", synthetic: false };

const root = mkdtempSync(join(tmpdir(), "sixbtc-resample-"));
afterAll(() => rmSync(root, { recursive: true }));
const freshStore = () => openCandleStore(mkdtempSync(join(root, "home-")));

test("readOrResample: makes candles where there are none, anew when what they are made of changes", async () => {
  const store = freshStore();
  expect(await readOrResample(store, "venue", "BTC", "1h")).toBeNull();
  await store.merge({ ...HOURS, timeframe: "15m" }, REAL, { candles: plainBars("15m", 0, 8) });
  expect((await readOrResample(store, "venue", "BTC", "1h"))?.length).toBe(2);
  await store.merge({ ...HOURS, timeframe: "15m" }, REAL, { candles: plainBars("15m", 8 * 900_000, 4) });
  expect((await readOrResample(store, "venue", "BTC", "1h"))?.length).toBe(3);
});

test("readOrResample: candles that are downloaded while others are made are kept, and are the answer", async () => {
  const store = freshStore();
  await store.merge({ ...HOURS, timeframe: "15m" }, REAL, { candles: plainBars("15m", 0, 8) });
  const real = plainBars("1h", 0, 1, 7);
  const racing: CandleStore = {
    ...store,
    async write(...made) {
      await store.merge(HOURS, REAL, { candles: real });
      await store.write(...made);
    },
  };
  expect(await readOrResample(racing, "venue", "BTC", "1h")).toEqual(real);
  expect(store.info(HOURS)).toMatchObject({ ...REAL, rows: 1 });
});
