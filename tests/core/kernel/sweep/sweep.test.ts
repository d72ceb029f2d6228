import { expect, test } from "bun:test";
import { prepareSignals } from "../../../../core/kernel/prepare-signals.ts";
import { DEFAULT_ACCOUNT, type TradingRules } from "../../../../core/kernel/rules.ts";
import { plateauSharpes } from "../../../../core/kernel/sweep/plateau.ts";
import { sweep, sweepSharpes } from "../../../../core/kernel/sweep/sweep.ts";
import { ownGrid, type SweepRanges, sweepGrid } from "../../../../core/kernel/sweep/sweep-grid.ts";
import { randomScenario } from "../random-scenario.ts";
import { marketOf, masksOf } from "../run-market.ts";
import { expectAlone, prepareScenario } from "./expect-alone.ts";

const RULES: Pick<TradingRules, "direction" | "exits" | "leverage"> = {
  direction: "both",
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 }, maxBars: 10 },
  leverage: 3,
};
const RANGES: SweepRanges = {
  stopFactors: [0.5, 2],
  targetFactors: [1, 0.5],
  maxBarsFactors: [0.5, 1, 2],
  leverages: [1, 5],
};
/** More leverages than one pass has lanes, up to where liquidation comes before most stops. */
const LEVERAGES = [1, 2, 4, 7, 10, 15, 25, 40, 50];

test("sweepGrid: every combination once, the strategy's own among them", () => {
  const { combos, leftOut } = sweepGrid(RULES, RANGES, [10]);
  expect(combos.length).toBe(3 * 2 * 3 * 3);
  expect(leftOut).toBe(0);
  expect(new Set(combos.map(({ cell }) => cell.join())).size).toBe(combos.length);
  expect(new Set(combos.map(({ exits, leverage }) => JSON.stringify([exits, leverage]))).size).toBe(combos.length);
  expect(combos.find(({ cell }) => cell.join() === "1,1,1,1")).toMatchObject({ exits: RULES.exits, leverage: 3 });
});

test("sweepGrid: what a strategy does not have stays away, and what scales to the same is one value", () => {
  const exits = { stop: { kind: "swing", lookback: 1 }, breakEven: { activateAt: 0.01 } } as const;
  const { combos } = sweepGrid({ ...RULES, exits }, { ...RANGES, stopFactors: [0.5, 1.2, 3] }, [10]);
  expect(combos.map((combo) => [combo.exits, combo.leverage])).toEqual(
    [1, 3, 5].flatMap((leverage) => [
      [exits, leverage],
      [{ ...exits, stop: { kind: "swing", lookback: 3 } }, leverage],
    ]),
  );
});

test("sweepGrid: leverage beyond every coin's maximum comes down to the largest", () => {
  const leverages = (maxLeverages: number[]) => [
    ...new Set(sweepGrid({ ...RULES, leverage: 20 }, RANGES, maxLeverages).combos.map(({ leverage }) => leverage)),
  ];
  expect(leverages([3, 4])).toEqual([1, 4]);
  expect(leverages([3, 40])).toEqual([1, 5, 20]);
});

test("sweepGrid: leaves out a stop that liquidation always forestalls, and counts it", () => {
  const exits = { stop: { kind: "percent", value: 0.1 }, maxBars: 4 } as const;
  const ranges = { stopFactors: [], targetFactors: [], maxBarsFactors: [2], leverages: [1, 5, 20] };
  // Long, 20-fold, maximum 20: liquidated at (1 - 0.05) / (1 - 0.025) of the entry, before a stop at 0.9.
  const grid = sweepGrid({ direction: "long", exits, leverage: 1 }, ranges, [20]);
  expect(grid.combos.map(({ leverage }) => leverage)).toEqual([1, 1, 5, 5]);
  expect(grid.leftOut).toBe(2);
  // A coin on which 20-fold comes down to 3-fold still has use for that stop.
  expect(sweepGrid({ direction: "long", exits, leverage: 1 }, ranges, [20, 3]).leftOut).toBe(0);
  const atr = { stop: { kind: "atr", length: 5, multiple: 50 }, maxBars: 4 } as const;
  expect(sweepGrid({ direction: "long", exits: atr, leverage: 1 }, ranges, [20]).leftOut).toBe(0);
  const shorts = { ...exits, stop: { kind: "trailing", value: 0.1 } } as const;
  expect(sweepGrid({ direction: "short", exits: shorts, leverage: 1 }, ranges, [20]).leftOut).toBe(2);
});

test("sweepGrid: a factor that leaves the allowed range is passed over", () => {
  const exits = {
    stop: { kind: "percent", value: 0.6 },
    takeProfit: { kind: "atr", length: 3, multiple: 60 },
  } as const;
  const { combos } = sweepGrid(
    { ...RULES, exits, leverage: 1 },
    { ...RANGES, targetFactors: [2], leverages: [] },
    [10],
  );
  expect(combos.map((combo) => combo.exits.stop)).toEqual([{ kind: "percent", value: 0.3 }, exits.stop]);
});

test("sweep: each combination has the metrics of a run of its own", () => {
  let liquidated = 0;
  let combinations = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const scenario = randomScenario(seed, 3, 120);
    const ranges = { ...RANGES, leverages: seed % 3 === 0 ? LEVERAGES : RANGES.leverages };
    const { prepared, grid } = prepareScenario(scenario, ranges);
    for (const run of expectAlone(prepared, grid, scenario.account, `seed ${seed}`)) {
      if (run.trades.some(({ reason }) => reason === "liquidation")) liquidated++;
      combinations++;
    }
  }
  expect(liquidated).toBeGreaterThan(combinations / 20);
});

test("sweep: more positions than the lanes have room for are simulated one by one", () => {
  const [template] = randomScenario(1, 1, 40).coins;
  const coins = Array.from({ length: 260 }, (_, i) => ({
    ...template!,
    coin: `C${i}`,
    masks: { enterLong: [3], enterShort: [], exitLong: [], exitShort: [] },
  }));
  const rules = { ...RULES, warmup: 0, timeframeMs: randomScenario(1, 1, 1).rules.timeframeMs } as const;
  const market = marketOf(coins, rules.timeframeMs);
  const prepared = prepareSignals(market, coins.map(masksOf), rules);
  const grid = ownGrid({ exits: { stop: { kind: "percent", value: 0.5 }, maxBars: 9 }, leverage: 2 });
  const account = { ...DEFAULT_ACCOUNT, maxPositions: 260, minNotional: 0 };
  const [swept] = sweep(prepared, grid, account);
  expect(swept!.metrics.trades).toBe(260);
  expect(sweepSharpes(prepared, grid, account)[0]).toBe(swept!.metrics.sharpe);
});

test("sweep: in parts, where memory has its bound, as in one", () => {
  for (let seed = 1; seed <= 30; seed++) {
    const { prepared, grid } = prepareScenario(randomScenario(seed, 3, 120), RANGES);
    const { account } = randomScenario(seed, 3, 120);
    const whole = sweep(prepared, grid, account);
    for (const perEntry of [0, 500]) {
      expect(sweep(prepared, grid, account, { recordBytes: perEntry * prepared.entries.length })).toEqual(whole);
    }
  }
});

test("plateauSharpes: the mean with the neighbours one step away on one axis", () => {
  const cells = [
    [0, 0, 0, 0],
    [1, 0, 0, 0],
    [1, 1, 0, 0],
    [3, 0, 0, 0],
  ] as const;
  const combos = cells.map((cell) => ({ exits: RULES.exits, leverage: 1, cell }));
  expect(plateauSharpes(combos, [6, 0, 3, 5])).toEqual([3, 3, 1.5, 5]);
});
