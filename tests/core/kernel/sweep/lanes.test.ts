import { expect, test } from "bun:test";
import { liquidationPrice } from "../../../../core/kernel/liquidation.ts";
import { randomFrom } from "../../../../core/kernel/random.ts";
import type { Exits } from "../../../../core/kernel/rules.ts";
import type { Simulation } from "../../../../core/kernel/simulate.ts";
import { MAX_COINS, MAX_SLOTS } from "../../../../core/kernel/sweep/lane-layout.ts";
import { sweep, sweepSharpes } from "../../../../core/kernel/sweep/sweep.ts";
import type { SweepGrid, SweepRanges } from "../../../../core/kernel/sweep/sweep-grid.ts";
import { randomScenario, type Scenario } from "../random-scenario.ts";
import type { Ohlc, TestCoin } from "../run-market.ts";
import { expectAlone, prepareScenario } from "./expect-alone.ts";

const RANGES: SweepRanges = {
  stopFactors: [0.4, 2.5],
  targetFactors: [0.5, 2],
  maxBarsFactors: [0.5, 2],
  leverages: [1, 2, 3, 5, 8, 20, 40],
};

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 5);

function times<T>(length: number, make: (i: number) => T): T[] {
  return Array.from({ length }, (_, i) => make(i));
}
/** Of the bars all but one in `without`. */
const most = (length: number, without: number, from = 0) =>
  times(length, (i) => i).filter((i) => (i + from) % without !== 0);

type Case = { seeds: number; coins?: number; bars?: number; ranges?: Partial<SweepRanges> };
type Swept = { scenario: Scenario; grid: SweepGrid; runs: Simulation[] };

/** Compares random scenarios, changed so that each has what the test is about. */
function sweepEach({ seeds, coins = 3, bars = 60, ranges }: Case, change: (scenario: Scenario) => Scenario): Swept[] {
  return times(seeds, (seed) => {
    const scenario = change(randomScenario(`lanes ${seed}`, coins, bars));
    const { prepared, grid } = prepareScenario(scenario, { ...RANGES, ...ranges });
    const runs = expectAlone(prepared, grid, scenario.account, `scenario ${seed}`);
    return { scenario, grid, runs };
  });
}

const tradesOf = (swept: readonly Swept[]) => swept.flatMap(({ runs }) => runs.flatMap(({ trades }) => trades));

/** Groups of combinations alike but for leverage in which trades differ: their lanes parted. */
function partedGroups(swept: readonly Swept[]): number {
  let parted = 0;
  for (const { grid, runs } of swept) {
    const paths = new Map<string, Set<string>>();
    for (const [i, { cell }] of grid.combos.entries()) {
      const group = cell.slice(0, 3).join();
      const path = runs[i]!.trades.map(({ coin, entryTime, exitTime }) => `${coin} ${entryTime} ${exitTime}`).join();
      paths.set(group, (paths.get(group) ?? new Set()).add(path));
    }
    for (const { size } of paths.values()) if (size > 1) parted++;
  }
  return parted;
}

const withCoins = (scenario: Scenario, change: (coin: TestCoin, i: number) => Partial<TestCoin>): Scenario => ({
  ...scenario,
  coins: scenario.coins.map((coin, i) => ({ ...coin, ...change(coin, i) })),
});

/** The last bars of a coin taken away, with what its masks say of them. */
function endAt({ times: all, bars, masks }: TestCoin, length: number): Partial<TestCoin> {
  const kept = (ones: number[]) => ones.filter((bar) => bar < length);
  return {
    times: all.slice(0, length),
    bars: bars.slice(0, length),
    masks: {
      enterLong: kept(masks.enterLong),
      enterShort: kept(masks.enterShort),
      exitLong: kept(masks.exitLong),
      exitShort: kept(masks.exitShort),
    },
  };
}

test("sweep: more leverages than lanes, in whatever parts they go", () => {
  for (const count of [8, 9, 16, 17]) {
    const leverages = times(count, (i) => 1 + 2.5 * i);
    const ranges = { leverages, stopFactors: [2], targetFactors: [], maxBarsFactors: [] };
    const swept = sweepEach({ seeds: 8, ranges }, (scenario) => ({
      ...withCoins(scenario, () => ({ maxLeverage: 50 })),
      rules: { ...scenario.rules, leverage: 1 },
    }));
    const found = new Set(swept.flatMap(({ grid }) => grid.axes.leverages));
    expect(found.size).toBe(count);
  }
});

test("sweep: entries on most bars, of both sides", () => {
  const swept = sweepEach({ seeds: 40 }, (scenario) => ({
    ...withCoins(scenario, ({ bars: { length }, masks }, i) => ({
      masks: { ...masks, enterLong: most(length, 3, i), enterShort: most(length, 5, i) },
    })),
    rules: { ...scenario.rules, direction: "both" },
  }));
  expect(tradesOf(swept).length).toBeGreaterThan(20_000);
});

test("sweep: one coin, whose every signal is a turn", () => {
  const swept = sweepEach({ seeds: 60, coins: 1 }, (scenario) => ({
    ...withCoins(scenario, ({ bars: { length } }) => {
      const even = most(length, 2);
      const odd = most(length, 2, 1);
      return { masks: { enterLong: even, enterShort: odd, exitLong: odd, exitShort: even } };
    }),
    rules: { ...scenario.rules, direction: "both" },
  }));
  expect(tradesOf(swept).filter(({ reason }) => reason === "signal").length).toBeGreaterThan(5000);
});

test("sweep: nothing to enter, no bars, and no coins", () => {
  const none = { enterLong: [], enterShort: [], exitLong: [3], exitShort: [] };
  const idle = sweepEach({ seeds: 10 }, (scenario) => withCoins(scenario, () => ({ masks: none })));
  const empty = sweepEach({ seeds: 10 }, (scenario) => withCoins(scenario, (coin) => endAt(coin, 0)));
  const alone = sweepEach({ seeds: 10, coins: 0 }, (scenario) => scenario);
  expect(tradesOf([...idle, ...empty, ...alone])).toEqual([]);
});

test("sweep: gaps, and funding over them", () => {
  const swept = sweepEach({ seeds: 60, ranges: { leverages: [1, 10, 50] } }, (scenario) =>
    withCoins(scenario, ({ bars }, i) => {
      const { timeframeMs } = scenario.rules;
      const opens = bars.map((_, bar) => START + (bar + 5 * Math.floor((bar + i) / 7)) * timeframeMs);
      const hours = Math.ceil(((opens.at(-1) ?? START) - START) / HOUR) + 3;
      return { times: opens, funding: times(hours, (hour) => [START + hour * HOUR, 0.004 * Math.sin(hour + i)]) };
    }),
  );
  expect(tradesOf(swept).filter(({ funding }) => funding > 0).length).toBeGreaterThan(500);
  expect(tradesOf(swept).filter(({ funding }) => funding < 0).length).toBeGreaterThan(500);
});

test("sweep: coins that end early, with a position and without", () => {
  const swept = sweepEach({ seeds: 60, ranges: { leverages: [1, 10, 50] } }, (scenario) =>
    withCoins(scenario, (coin, i) => endAt(coin, Math.max(coin.bars.length - 20 * i, 2))),
  );
  const early = tradesOf(swept).filter(({ reason, coin }) => reason === "end" && coin !== "C0");
  expect(early.length).toBeGreaterThan(500);
});

test.each([1, 2, 7, 1000])("sweep: room for %d positions, of five coins", (maxPositions) => {
  const swept = sweepEach({ seeds: 15, coins: 5 }, (scenario) => ({
    ...scenario,
    account: { ...scenario.account, maxPositions },
  }));
  expect(tradesOf(swept).length).toBeGreaterThan(2000);
});

test("sweep: a smallest notional that low leverages do not reach", () => {
  const swept = sweepEach({ seeds: 50 }, (scenario) => ({
    ...scenario,
    account: { ...scenario.account, capital: 300, maxPositions: 3, risk: 0.9, minNotional: 180 },
  }));
  expect(partedGroups(swept)).toBeGreaterThan(150);
});

test("sweep: a smallest notional that the losses of high leverages lead below", () => {
  const swept = sweepEach({ seeds: 50 }, (scenario) => ({
    ...withCoins(scenario, () => ({ maxLeverage: 50 })),
    account: { ...scenario.account, capital: 1000, maxPositions: 1, risk: 0.9, minNotional: 800, fee: 0.003 },
  }));
  const hasStopped = swept.some(({ grid, runs }) => {
    const tradesAt = (l: number) => runs[grid.combos.findIndex(({ cell }) => cell.join() === `0,0,0,${l}`)]?.trades;
    return (tradesAt(0)?.length ?? 0) > 2 * (tradesAt(grid.axes.leverages.length - 1)?.length ?? Infinity);
  });
  expect(hasStopped).toBe(true);
  expect(partedGroups(swept)).toBeGreaterThan(150);
});

test("sweep: accounts that lose all they have, with no smallest notional", () => {
  const swept = sweepEach({ seeds: 40 }, (scenario) => ({
    ...withCoins(scenario, ({ times: all }) => ({
      maxLeverage: 50,
      funding: all.map((ms, i) => [ms, 0.2 * Math.sin(i)]),
    })),
    account: { ...scenario.account, maxPositions: 1, risk: 0.9, minNotional: 0 },
  }));
  const lost = swept.flatMap(({ runs }) => runs).filter(({ marks }) => marks.at(-1)! <= 0);
  expect(lost.length).toBeGreaterThan(20);
});

test("sweep: liquidation at an open beyond its price, at leverages that part there", () => {
  const swept = sweepEach({ seeds: 30 }, (scenario) => ({
    ...withCoins(scenario, ({ bars, masks }, i) => ({
      maxLeverage: 50,
      masks: { ...masks, enterLong: most(bars.length, 3, i), enterShort: most(bars.length, 2, i) },
      // Every fifth bar opens a tenth or more away from where the one before closed.
      bars: bars.map(([open, high, low, close], bar) => {
        const factor = [1, 0.8, 0.9, 0.75][Math.floor(bar / 5) % 4]!;
        return [open * factor, high * factor, low * factor, close * factor];
      }),
    })),
    rules: {
      ...scenario.rules,
      direction: "both",
      exits: { maxBars: 12, stop: { kind: "atr", length: 5, multiple: 5 } },
    },
    account: { ...scenario.account, capital: 10_000 },
  }));
  let atOpens = 0;
  for (const { scenario, grid, runs } of swept) {
    for (const [i, { trades }] of runs.entries()) {
      for (const { coin, direction, entryPrice, entryTime, exitTime, reason } of trades) {
        if (reason !== "liquidation" || exitTime === entryTime) continue;
        const { times: all, bars } = scenario.coins.find((each) => each.coin === coin)!;
        const side = direction === "long" ? 1 : -1;
        const price = liquidationPrice(side, entryPrice, Math.min(grid.combos[i]!.leverage, 50), 50);
        if (side * bars[all.indexOf(exitTime)]![0] <= side * price) atOpens++;
      }
    }
  }
  expect(atOpens).toBeGreaterThan(200);
  expect(partedGroups(swept)).toBeGreaterThan(150);
});

/** Exits, and a market of few prices: those that they, and liquidation, have for an entry at 100 without slippage. */
function exactScenario(seed: number): Scenario {
  const random = randomFrom(`exact ${seed}`);
  const { account, rules } = randomScenario("exact", 0, 0);
  const [value, activateAt, maxLeverage, fee] = [0.04, 0.02, 20, random.pick([0, 0.00045])];
  const exits: Exits = {
    stop: random.pick([
      { kind: "percent", value },
      { kind: "trailing", value: 0.02, activateAt },
      { kind: "trailing", value },
    ]),
    ...random.pick([
      {},
      { takeProfit: { kind: "percent", value } },
      { takeProfit: { kind: "trailing", value, activateAt } },
    ]),
    ...(random.next() < 0.4 && { breakEven: { activateAt } }),
    maxBars: 5,
  };
  const prices = ([1, -1] as const).flatMap((side) => {
    const moved = [0.5, 1, 2].flatMap((factor) => [value, activateAt].map((size) => 100 * (1 + side * size * factor)));
    const trailed = moved.flatMap((best) => [0.01, 0.02, 0.04, 0.08].map((size) => best * (1 - side * size)));
    const liquidated = RANGES.leverages.map((leverage) => liquidationPrice(side, 100, Math.min(leverage, 20), 20));
    return [...moved, ...trailed, ...liquidated, (100 * (1 + side * fee)) / (1 - side * fee)];
  });
  const anyPrice = () => (random.next() < 0.3 ? 100 : random.pick(prices));
  const bars = times(60, (): Ohlc => {
    const [open, close, other] = [random.next() < 0.6 ? 100 : anyPrice(), anyPrice(), anyPrice()];
    return [open, Math.max(open, close, other), Math.min(open, close, other), close];
  });
  const opens = times(60, (bar) => START + bar * 900_000);
  const masks = { enterLong: most(60, 3), enterShort: most(60, 2), exitLong: [], exitShort: [] };
  return {
    coins: [{ coin: "C", times: opens, bars, funding: null, maxLeverage, masks }],
    rules: { ...rules, direction: "both", exits, leverage: 1, warmup: 0, timeframeMs: 900_000 },
    account: { ...account, capital: 10_000, risk: 0.02, maxPositions: 1, fee, slippage: 0, minNotional: 10 },
  };
}

test("sweep: prices that are the very levels of stops, targets, activations and liquidations", () => {
  const ranges = { ...RANGES, stopFactors: [0.5, 2], targetFactors: [0.5, 2] };
  const reasons = new Map<string, number>();
  for (let seed = 0; seed < 80; seed++) {
    const scenario = exactScenario(seed);
    const { prepared, grid } = prepareScenario(scenario, ranges);
    for (const { trades } of expectAlone(prepared, grid, scenario.account, `seed ${seed}`)) {
      for (const { reason } of trades) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  for (const reason of ["stop", "target", "liquidation"]) expect(reasons.get(reason)).toBeGreaterThan(1000);
});

test("sweep: a market or an account that has no room in the engine is swept all the same", () => {
  const scenario = randomScenario("crowd", MAX_COINS + 1, 3);
  const ranges = { stopFactors: [], targetFactors: [], maxBarsFactors: [], leverages: [2] };
  const crowd = prepareScenario(scenario, ranges);
  expect(expectAlone(crowd.prepared, crowd.grid, scenario.account, "coins").length).toBeGreaterThan(1);

  const many = { ...randomScenario("many", MAX_SLOTS + 1, 6), account: { ...scenario.account, maxPositions: 1000 } };
  const slots = prepareScenario(many, ranges);
  expectAlone(slots.prepared, slots.grid, many.account, "slots");
  const fitting = { ...many, coins: many.coins.slice(1) };
  const full = prepareScenario(fitting, ranges);
  expectAlone(full.prepared, full.grid, fitting.account, "all slots");
});

test("sweep: one after another in the same memory, none leaves anything to the next", () => {
  const hashOf = ({ prepared, grid }: ReturnType<typeof prepareScenario>, { account }: Scenario) =>
    Bun.hash(JSON.stringify([sweep(prepared, grid, account), [...sweepSharpes(prepared, grid, account)]]));
  let different = 0;
  for (let seed = 0; seed < 15; seed++) {
    const large = randomScenario(`large ${seed}`, 9, 300);
    const small = randomScenario(`small ${seed}`, 1 + (seed % 3), 20);
    const other = { ...large, account: { ...large.account, fee: 0.001, maxPositions: 2 } };
    const [one, two] = [prepareScenario(large, RANGES), prepareScenario(small, { ...RANGES, leverages: [] })];
    const [ofLarge, ofSmall, ofOther] = [hashOf(one, large), hashOf(two, small), hashOf(one, other)];
    expect(hashOf(one, large)).toBe(ofLarge);
    expect(hashOf(two, small)).toBe(ofSmall);
    // The same candles in a market made anew, whose columns are not the ones that lie in the memory.
    expect(hashOf(prepareScenario(large, RANGES), large)).toBe(ofLarge);
    expect(hashOf(one, other)).toBe(ofOther);
    if (ofOther !== ofLarge) different++;
  }
  expect(different).toBeGreaterThan(10);
});
