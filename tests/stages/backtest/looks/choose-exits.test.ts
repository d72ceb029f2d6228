import { expect, test } from "bun:test";
import { plateauSharpes } from "../../../../core/kernel/sweep/plateau.ts";
import { combine, sweepGrid } from "../../../../core/kernel/sweep/sweep-grid.ts";
import { marketWindow, prepareWindow } from "../../../../core/kernel/window.ts";
import { chooseExits, meanAround, momentsOf } from "../../../../stages/backtest/looks/choose-exits.ts";
import { ACCOUNT, driftMarket, GRID, masksOn, PERIOD, RULES, workshop } from "./drift-market.ts";

const percent = (value: number) => ({ kind: "percent", value }) as const;
const cube = combine(
  {},
  {
    stops: [percent(0.01), percent(0.02), percent(0.03)],
    targets: [percent(0.05), percent(0.06)],
    ...{ maxBars: [4, 8], leverages: [1, 2] },
  },
);
const comboAt = (...cell: number[]) => cube.combos.find((combo) => combo.cell.join() === cell.join())!;

test("choose exits: neighbours are one step away on one axis of exits, on the same leverage", () => {
  const sharpes = cube.combos.map(({ cell: [s, t, b, l] }) => s + 10 * t + 100 * b + 1000 * l);
  // Of (1, 0, 0, 0): stops 0 and 2, target 1, maxBars 1.
  expect(meanAround(cube.combos, sharpes, comboAt(1, 0, 0, 0))).toBe((0 + 2 + 11 + 101) / 4);
  expect(meanAround(cube.combos, sharpes, comboAt(0, 1, 1, 1))).toBe((1111 + 1100 + 1010) / 3);
  expect(meanAround([comboAt(0, 0, 0, 0)], [1], comboAt(0, 0, 0, 0))).toBeNull();
});

test("choose exits: the plateau is chosen, the same in used memory as in fresh", () => {
  const market = driftMarket(0.0015);
  const prepared = prepareWindow(marketWindow(market, PERIOD), masksOn(market), RULES);
  const shop = workshop();
  const first = chooseExits(prepared, GRID, ACCOUNT, shop);
  expect(chooseExits(prepared, GRID, ACCOUNT, shop)).toEqual(first);
  expect(GRID.combos.map(({ exits }) => exits)).toContainEqual(first.parameters.exits);
  expect(first.sharpes).toHaveLength(9);
  expect(first.plateauSharpe).toBeLessThanOrEqual(Math.max(...first.sharpes));
  expect(first.neighbourSharpe).toBeGreaterThan(0);
});

test("choose exits: of leverages that do about as well the least is chosen", () => {
  const market = driftMarket(0.0015);
  const prepared = prepareWindow(marketWindow(market, PERIOD), masksOn(market), RULES);
  const ranges = { stopFactors: [0.5, 1, 2], targetFactors: [], maxBarsFactors: [0.5, 1, 2], leverages: [2, 3] };
  const grid = sweepGrid({ ...RULES, leverage: 5 }, ranges, [10]);
  const { parameters, plateauSharpe, sharpes } = chooseExits(prepared, grid, ACCOUNT, workshop());
  expect(parameters.leverage).toBe(2);
  expect(plateauSharpe).toBeGreaterThan(0.9 * Math.max(...plateauSharpes(grid.combos, sharpes)));
});

test("choose exits: moments are those of a sample", () => {
  expect(momentsOf([1, 2, 3])).toEqual({ sharpeMean: 2, sharpeVariance: 1 });
  expect(momentsOf([4])).toEqual({ sharpeMean: 4, sharpeVariance: 0 });
});
