import { expect, test } from "bun:test";
import { coinLimits } from "../../../core/db/coin-limits.ts";
import { readListings, saveListing } from "../../../core/db/listings.ts";
import { testDatabase } from "../../support/database.ts";

const database = testDatabase();

test("listings: what an exchange trades now, and the smallest limit that any of them told", async () => {
  const db = database.open();
  expect(await readListings(db)).toEqual(new Map());
  await saveListing(db, "binanceusdm", [
    { coin: "BTC", maxLeverage: 125 },
    { coin: "ETH", maxLeverage: null },
  ]);
  await saveListing(db, "hyperliquid", [
    { coin: "BTC", maxLeverage: 40 },
    { coin: "OLD", maxLeverage: 3.5 },
  ]);
  await saveListing(db, "hyperliquid", [{ coin: "BTC", maxLeverage: 50 }]);
  expect(await readListings(db)).toEqual(
    new Map([
      ["binanceusdm", new Set(["BTC", "ETH"])],
      ["hyperliquid", new Set(["BTC"])],
    ]),
  );
  // A coin that is delisted keeps its limit: positions in it are still open.
  expect(await coinLimits(db)).toEqual(
    new Map([
      ["BTC", 50],
      ["OLD", 3],
    ]),
  );
});
