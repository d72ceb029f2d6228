import { expect, test } from "bun:test";
import { type Account, DEFAULT_ACCOUNT, type Exits, type TradingRules } from "../../../core/kernel/rules.ts";
import { type Ohlc, runMarket, type TestCoin } from "./run-market.ts";

const HOUR = 3_600_000;
const TF = HOUR / 4;
const FREE: Account = { ...DEFAULT_ACCOUNT, fee: 0, slippage: 0 };
const WIDE = { kind: "percent", value: 0.5 } as const;
const FLAT: Ohlc = [100, 101, 99, 100];

type Sketch = Partial<Omit<TestCoin, "masks">> & { masks?: Partial<TestCoin["masks"]> };

function coinOf({ masks, ...coin }: Sketch): TestCoin {
  const bars = coin.bars ?? Array.from({ length: 10 }, () => FLAT);
  return {
    coin: "AAA",
    bars,
    times: bars.map((_, i) => i * TF),
    funding: null,
    maxLeverage: 10,
    ...coin,
    masks: { enterLong: [], enterShort: [], exitLong: [], exitShort: [], ...masks },
  };
}

function run(coins: TestCoin[], exits: Exits, overrides: Partial<TradingRules> = {}, account = FREE) {
  return runMarket(coins, { direction: "both", exits, leverage: 1, warmup: 0, timeframeMs: TF, ...overrides }, account);
}

const every = Array.from({ length: 10 }, (_, i) => i);
/** Entry bar, exit bar and reason of each trade, for coins whose bars follow one another. */
const path = (trades: ReturnType<typeof run>["trades"], timeframeMs = TF) =>
  trades.map(({ entryTime, exitTime, reason }) => [entryTime / timeframeMs, exitTime / timeframeMs, reason]);

test("simulate: no re-entry at the open at which maxBars takes a position out", () => {
  const coin = coinOf({ masks: { enterLong: every } });
  expect(path(run([coin], { stop: WIDE, maxBars: 2 }).trades)).toEqual([
    [1, 3, "maxBars"],
    [4, 6, "maxBars"],
    [7, 9, "maxBars"],
  ]);
});

test("simulate: a position that leaves inside a bar is flat at its close, so the next open may enter again", () => {
  const dip: Ohlc = [100, 101, 40, 100];
  const coin = coinOf({ bars: [FLAT, FLAT, dip, FLAT, FLAT], masks: { enterLong: every.slice(0, 5) } });
  expect(path(run([coin], { stop: WIDE }).trades)).toEqual([
    [1, 2, "stop"],
    [3, 4, "end"],
  ]);
});

test("simulate: a position that a gap takes out is not entered again at that open", () => {
  const coin = coinOf({ bars: [FLAT, FLAT, [40, 41, 39, 40], FLAT, FLAT], masks: { enterLong: [0, 1] } });
  expect(path(run([coin], { stop: WIDE }).trades)).toEqual([[1, 2, "stop"]]);
});

test("simulate: the exit mask of the entry bar counts, that of the signal bar does not", () => {
  const masks = { enterLong: [0], exitLong: [0] };
  expect(path(run([coinOf({ masks })], { stop: WIDE }).trades)).toEqual([[1, 9, "end"]]);
  expect(path(run([coinOf({ masks: { ...masks, exitLong: [0, 1] } })], { stop: WIDE }).trades)).toEqual([
    [1, 2, "signal"],
  ]);
});

test("simulate: two entries on one bar are none, and a turn wants exit and entry on the same bar", () => {
  expect(run([coinOf({ masks: { enterLong: [2], enterShort: [2] } })], { stop: WIDE }).trades).toEqual([]);
  const apart = coinOf({ masks: { enterLong: [0], enterShort: [3], exitLong: [4] } });
  expect(path(run([apart], { stop: WIDE }).trades)).toEqual([[1, 5, "signal"]]);
  const both = coinOf({ masks: { enterLong: [0, 4], enterShort: [4], exitLong: [4] } });
  expect(path(run([both], { stop: WIDE }).trades)).toEqual([[1, 5, "signal"]]);
  const same = coinOf({ masks: { enterLong: [0, 4], exitLong: [4] } });
  expect(path(run([same], { stop: WIDE }).trades)).toEqual([[1, 5, "signal"]]);
});

test("simulate: a turn whose position the open stops out is made all the same", () => {
  const bars = [FLAT, FLAT, [40, 41, 39, 40] as Ohlc, [40, 41, 39, 40] as Ohlc];
  const coin = coinOf({ bars, masks: { enterLong: [0], enterShort: [1], exitLong: [1] } });
  expect(path(run([coin], { stop: WIDE }).trades)).toEqual([
    [1, 2, "stop"],
    [2, 3, "end"],
  ]);
});

test("simulate: over a gap an entry is dropped for good, and an exit waits for the next bar", () => {
  const times = [0, 1, 2, 5, 6, 7, 8, 9, 10, 11].map((i) => i * TF);
  const dropped = coinOf({ times, masks: { enterLong: [2] } });
  expect(run([dropped], { stop: WIDE }).trades).toEqual([]);
  const waiting = coinOf({ times, masks: { enterLong: [0], exitLong: [2], enterShort: [2] } });
  expect(path(run([waiting], { stop: WIDE }).trades)).toEqual([[1, 5, "signal"]]);
  const held = coinOf({ times, masks: { enterLong: [0] } });
  expect(path(run([held], { stop: WIDE, maxBars: 3 }).trades)).toEqual([[1, 5, "maxBars"]]);
});

test("simulate: a coin without a bar is marked at its last close and gives no slot away", () => {
  const times = [0, 1, 2, 5, 6].map((i) => i * TF);
  const bars: Ohlc[] = [FLAT, FLAT, [100, 111, 99, 110], [90, 91, 89, 90], FLAT];
  const gapped = coinOf({ times, bars, masks: { enterLong: [0] } });
  const other = coinOf({ coin: "BBB", masks: { enterLong: [3] } });
  const { trades, marks, exposedBars } = run(
    [gapped, other],
    { stop: WIDE, maxBars: 4 },
    {},
    { ...FREE, maxPositions: 1 },
  );
  // 2 % of 10000 at half the price: a notional of 400 and 4 coins.
  expect([...marks]).toEqual([10_000, 10_000, 10_040, 10_040, 10_040, ...new Array(5).fill(9960)]);
  expect(path(trades)).toEqual([[1, 5, "maxBars"]]);
  expect(exposedBars).toBe(4);
});

test("simulate: bars of 4 hours pay each of their hours at their close, entry and exit hours as the page says", () => {
  const bar = 4 * HOUR;
  const bars: Ohlc[] = [FLAT, FLAT, [100, 111, 99, 110], FLAT, FLAT];
  const funding = Array.from({ length: 24 }, (_, hour): [number, number] => [hour * HOUR, 2 ** hour / 2 ** 30]);
  const coin = coinOf({ bars, times: bars.map((_, i) => i * bar), funding, masks: { enterLong: [0], exitLong: [2] } });
  const [trade] = run([coin], { stop: WIDE }, { timeframeMs: bar }).trades;
  const sum = (...hours: number[]) => hours.reduce((total, hour) => total + 2 ** hour / 2 ** 30, 0);
  expect(trade!.exitTime).toBe(3 * bar);
  expect(trade!.funding).toBeCloseTo(-4 * (100 * sum(5, 6, 7, 8) + 110 * sum(9, 10, 11, 12)), 12);
});

test("simulate: hours in a gap are paid at the open after it, before anything takes the position out", () => {
  const times = [0, 1, 2, 20, 21].map((i) => i * TF);
  const bars: Ohlc[] = [FLAT, FLAT, FLAT, [40, 41, 39, 40], FLAT];
  const funding: [number, number][] = [
    [HOUR, 0.001],
    [3 * HOUR + 5, 0.002],
    [5 * HOUR, 0.004],
    [6 * HOUR, 0.008],
  ];
  const [trade] = run([coinOf({ times, bars, funding, masks: { enterLong: [0] } })], { stop: WIDE }).trades;
  expect([trade!.exitTime, trade!.reason]).toEqual([5 * HOUR, "stop"]);
  // The hour at 1:00 lies in the gap too: the bar before it ended at 0:45.
  expect(trade!.funding).toBeCloseTo(-4 * 40 * 0.007, 12);
});

test("simulate: one that leaves inside a bar does not pay the hour at its close, one at the end does", () => {
  const bars: Ohlc[] = [FLAT, FLAT, FLAT, [100, 101, 40, 100], FLAT];
  const funding: [number, number][] = [[HOUR, 0.001]];
  const stopped = coinOf({ bars, funding, masks: { enterLong: [0] } });
  expect(run([stopped], { stop: WIDE }).trades[0]).toMatchObject({ reason: "stop", funding: 0 });
  const ended = coinOf({ bars: [FLAT, FLAT, FLAT, FLAT], funding, masks: { enterLong: [0] } });
  const [trade] = run([ended], { stop: WIDE }).trades;
  expect(trade!.reason).toBe("end");
  expect(trade!.funding).toBeCloseTo(-0.4, 12);
});

test("simulate: equity is taken once for all entries of an open, free margin after each of them", () => {
  const coins = ["AAA", "BBB", "CCC"].map((coin) => coinOf({ coin, masks: { enterLong: [0] } }));
  const account = { ...DEFAULT_ACCOUNT, slippage: 0, fee: 0.01, maxPositions: 3, risk: 1 };
  const { trades } = run(coins, { stop: WIDE }, { leverage: 10 }, account);
  const third = 10_000 / 3;
  // Each entry fee is a tenth of its margin, so the third finds less than a third.
  const left = 10_000 - 2 * third * 1.1;
  expect(trades[0]!.notional).toBeCloseTo(10 * Math.min(third, 2000), 8);
  const risky = run(coins, { stop: { kind: "percent", value: 0.1 } }, { leverage: 10 }, account).trades;
  expect(risky.map(({ notional }) => notional / 10)).toEqual([
    expect.closeTo(third, 8),
    expect.closeTo(third, 8),
    expect.closeTo(left / 1.1, 8),
  ]);
});

test("simulate: a break-even level that the market is already beyond is taken at the next open", () => {
  // Profit reached 0.1 % within the entry bar; its costs lie above the market, and the next open takes it.
  const bars: Ohlc[] = [FLAT, [100, 100.2, 99, 99.5], [99.6, 103, 99, 100], FLAT];
  const coin = coinOf({ bars, masks: { enterLong: [0] } });
  const exits: Exits = { stop: WIDE, breakEven: { activateAt: 0.001 } };
  const [trade] = run([coin], exits, {}, DEFAULT_ACCOUNT).trades;
  expect([trade!.reason, trade!.exitTime]).toEqual(["stop", 2 * TF]);
  expect(trade!.exitPrice).toBeCloseTo(99.6 * 0.9995, 10);
});

test("simulate: the coin's maximum leverage cuts the strategy's, and moves the liquidation price", () => {
  const bars: Ohlc[] = [FLAT, [100, 101, 81, 82], [82, 83, 70, 75], FLAT];
  const coin = coinOf({ bars, maxLeverage: 5, masks: { enterLong: [0] } });
  // (1 - 1/5) / (1 - 0.1): liquidated at 88.9, in the entry bar.
  const [trade] = run([coin], { stop: WIDE, maxBars: 9 }, { leverage: 50 }).trades;
  expect(trade).toMatchObject({ reason: "liquidation", exitTime: TF, exitPrice: 80 });
  expect(trade!.pnl).toBeCloseTo(-trade!.notional / 5, 9);
});

test("simulate: warm-up holds back signals, on the coin's own bars", () => {
  const early = coinOf({ masks: { enterLong: every } });
  const late = { ...early, coin: "BBB", times: early.times.map((time) => time + 2 * TF) };
  const { trades } = run([early, late], { stop: WIDE }, { warmup: 3 });
  expect(path(trades)).toEqual([
    [4, 9, "end"],
    [6, 11, "end"],
  ]);
});
