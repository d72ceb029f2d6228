import { expect, test } from "bun:test";
import type { Market } from "../../../../core/kernel/market.ts";
import { marketWindow, prepareWindow } from "../../../../core/kernel/window.ts";
import { chooseExits } from "../../../../stages/backtest/looks/choose-exits.ts";
import { searchPermuted } from "../../../../stages/backtest/looks/permutations.ts";
import { permutedMarket } from "../../../../stages/backtest/permuted-market.ts";
import { bytesOf } from "../../../support/ragged-market.ts";
import { ACCOUNT, driftMarket, GRID, masksOn, morning, PERIOD, RULES, workshop } from "./drift-market.ts";

const LIMITS = { draws: 99, maxP: 0.05 };

/** The real search and the permuted ones, as a candidate asks for them. */
function searched(market: Market, { before = "", seed = "seed", limits = LIMITS } = {}) {
  const prepared = prepareWindow(marketWindow(market, PERIOD), masksOn(market), RULES);
  const { plateauSharpe: real } = chooseExits(prepared, GRID, ACCOUNT, workshop());
  const all = { strategy: morning(before), rules: RULES, grid: GRID, account: ACCOUNT, real };
  return searchPermuted(permutedMarket(market, PERIOD), all, limits, seed, workshop());
}

test("permutations: an edge that was planted is found in the real order alone", () => {
  const { pValue, draws, asGood, real, permutedMean } = searched(driftMarket(0.0015));
  expect([pValue, draws, asGood]).toEqual([0.01, 99, 0]);
  expect(real).toBeGreaterThan(3);
  expect(permutedMean).toBeLessThan(1);
});

test("permutations: noise is found everywhere, and the search ends as soon as that is certain", () => {
  const { pValue, draws, asGood } = searched(driftMarket(0));
  expect(asGood).toBe(4);
  expect(draws).toBeLessThan(60);
  expect(pValue).toBe(5 / (1 + draws));
});

test("permutations: the seed decides every digit", () => {
  const market = driftMarket(0.0004);
  const limits = { draws: 9, maxP: 1 };
  const first = searched(market, { limits });
  expect(searched(market, { limits })).toEqual(first);
  expect(searched(market, { limits, seed: "other" }).permutedMean).not.toBe(first.permutedMean);
});

test("permutations: a strategy that fails where there is no order has not passed there", () => {
  const before = "if (c.close[1000] !== 1) { let x; x.y = 1; }";
  expect(searched(driftMarket(0.0015), { before })).toMatchObject({
    pValue: 1,
    draws: 4,
    asGood: 4,
    permutedMean: NaN,
  });
});

test("permuted market: history and the real candles stay, nothing behind the period is there", () => {
  const market = driftMarket(0);
  const before = bytesOf(market.coins.map(({ candles }) => candles));
  const permuted = permutedMarket(market, PERIOD);
  const { candles, window } = permuted.draw("a");
  for (const [i, { candles: real }] of market.coins.entries()) {
    expect(candles[i]!.length).toBe(80 * 24);
    expect(candles[i]!.close.subarray(0, 240)).toEqual(real.close.subarray(0, 240));
    expect(candles[i]!.close[1000]).not.toBe(real.close[1000]!);
    expect(window.coins[i]!.candles.close).toEqual(candles[i]!.close.subarray(240));
    expect(window.coins[i]!.history!.candles.length).toBe(80 * 24);
  }
  expect(window.gridTime).toEqual(marketWindow(market, PERIOD).gridTime);
  const drawn = bytesOf(candles);
  expect(bytesOf(permuted.draw("b").candles)).not.toBe(drawn);
  expect(bytesOf(permuted.draw("a").candles)).toBe(drawn);
  expect(bytesOf(market.coins.map(({ candles }) => candles))).toBe(before);
});

test("permuted market: what is traded in a draw is that draw's, whatever was drawn before", () => {
  const market = driftMarket(0.0004);
  const sharpesOf = (draws: string[]) => {
    const permuted = permutedMarket(market, PERIOD);
    const masks = masksOn(market).map((each) => ({ ...each, enterLong: each.enterLong.subarray(0, 80 * 24) }));
    return draws.map((seed) => {
      const { window } = permuted.draw(seed);
      return [...chooseExits(prepareWindow(window, masks, RULES), GRID, ACCOUNT, workshop()).sharpes];
    });
  };
  const [first, second] = sharpesOf(["a", "b"]);
  expect(sharpesOf(["b"])[0]).toEqual(second!);
  expect(first).not.toEqual(second!);
});

test("permuted market: a coin that begins behind the period is asked nothing", () => {
  const market = driftMarket(0.0015);
  const late = {
    ...market.coins[1]!,
    candles: marketWindow(market, { fromMs: PERIOD.toMs, toMs: Infinity }).coins[1]!.candles,
  };
  const mixed: Market = { ...market, coins: [market.coins[0]!, late] };
  const before = "if (c.length === 0) { let x; x.y = 1; }";
  expect(searched(mixed, { before, limits: { draws: 3, maxP: 1 } })).toMatchObject({ draws: 3, asGood: 0 });
});
