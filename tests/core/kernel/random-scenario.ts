import { type Random, randomFrom } from "../../../core/kernel/random.ts";
import type { Account, Direction, Exits, Stop, TakeProfit, TradingRules } from "../../../core/kernel/rules.ts";
import type { Ohlc, TestCoin } from "./run-market.ts";

export type Scenario = { coins: TestCoin[]; rules: TradingRules; account: Account };

const HOUR = 3_600_000;
const TIMEFRAMES_MS = [60_000, 900_000, 900_000, 1_800_000, HOUR, 2 * HOUR, 4 * HOUR, 24 * HOUR];

const chance = (random: Random, probability: number) => random.next() < probability;
const between = (random: Random, low: number, high: number) => low + random.next() * (high - low);

function randomStop(random: Random): Stop {
  switch (random.pick(["percent", "atr", "stddev", "swing", "trailing"] as const)) {
    case "percent":
      return { kind: "percent", value: random.pick([0.0011, 0.01, 0.02, 0.05, 0.2, 0.6]) };
    case "atr":
      return { kind: "atr", length: random.int(1, 8), multiple: between(random, 0.2, 3) };
    case "stddev":
      return { kind: "stddev", length: random.int(1, 8), multiple: between(random, 0.2, 3) };
    case "swing":
      return { kind: "swing", lookback: random.int(1, 8) };
    case "trailing": {
      const value = random.pick([0.005, 0.01, 0.03, 0.1]);
      return chance(random, 0.5)
        ? { kind: "trailing", value }
        : { kind: "trailing", value, activateAt: between(random, 0.001, 0.05) };
    }
  }
}

function randomTarget(random: Random): TakeProfit | undefined {
  switch (random.pick(["none", "percent", "atr", "riskReward", "trailing"] as const)) {
    case "none":
      return undefined;
    case "percent":
      return { kind: "percent", value: random.pick([0.005, 0.01, 0.03, 0.1]) };
    case "atr":
      return { kind: "atr", length: random.int(1, 8), multiple: between(random, 0.2, 4) };
    case "riskReward":
      return { kind: "riskReward", ratio: random.pick([0.5, 1, 2.5]) };
    case "trailing":
      return {
        kind: "trailing",
        activateAt: random.pick([0.002, 0.01, 0.03]),
        value: random.pick([0.002, 0.01, 0.05]),
      };
  }
}

function randomExits(random: Random): Exits {
  const exits: Exits = { stop: randomStop(random) };
  const takeProfit = randomTarget(random);
  if (takeProfit) exits.takeProfit = takeProfit;
  if (chance(random, 0.5)) exits.maxBars = random.int(1, 12);
  if (chance(random, 0.4)) exits.breakEven = { activateAt: random.pick([0.001, 0.01, 0.03]) };
  return exits;
}

/** A walk with jumps between and within bars. On a coarse tick, prices often meet levels exactly. */
function randomBars(random: Random, count: number): Ohlc[] {
  const volatility = random.pick([0.002, 0.01, 0.03, 0.08]);
  const tick = random.pick([0, 0, 0.5, 1]);
  const rounded = (price: number) => Math.max(tick === 0 ? price : Math.round(price / tick) * tick, 1);
  const bars: Ohlc[] = [];
  let price = 100;
  for (let i = 0; i < count; i++) {
    const jump = chance(random, 0.06) ? random.pick([-0.3, -0.12, -0.03, 0.03, 0.12, 0.3]) : 0;
    const open = rounded(chance(random, 0.5) ? price : price * (1 + jump + volatility * 0.5 * random.normal()));
    const close = rounded(open * Math.exp(volatility * random.normal() + (chance(random, 0.03) ? jump : 0)));
    const high = rounded(Math.max(open, close) * (1 + Math.abs(volatility * random.normal()) * 0.7));
    const low = rounded(Math.min(open, close) * (1 - Math.min(0.9, Math.abs(volatility * random.normal()) * 0.7)));
    bars.push([open, Math.max(high, open, close), Math.min(low, open, close), close]);
    // A price far from where it began would make every level and tick irrelevant.
    price = close > 400 || close < 25 ? 100 : close;
  }
  return bars;
}

function randomTimes(random: Random, bars: number, timeframeMs: number): number[] {
  const start = Math.ceil(Date.UTC(2026, 0, 5, 21) / timeframeMs) * timeframeMs;
  const missing = random.pick([0, 0, 0.05, 0.3]);
  const first = chance(random, 0.3) ? random.int(0, 6) : 0;
  const last = chance(random, 0.3) ? bars - random.int(0, 6) : bars;
  const times: number[] = [];
  for (let i = first; i < last; i++) {
    if (chance(random, missing)) continue;
    if (chance(random, missing / 10)) i += random.int(1, 20);
    times.push(start + i * timeframeMs);
  }
  return times;
}

function randomFunding(random: Random, times: readonly number[], timeframeMs: number): TestCoin["funding"] {
  if (times.length === 0 || chance(random, 0.3)) return null;
  const size = random.pick([0.0001, 0.002, 0.03]);
  const rows: [number, number][] = [];
  const first = Math.floor(times[0]! / HOUR) * HOUR - 2 * HOUR;
  const stepHours = Math.max(1, Math.round(timeframeMs / HOUR / 4));
  for (let hour = first; hour <= times.at(-1)! + timeframeMs + 2 * HOUR; hour += stepHours * HOUR) {
    const count = random.pick([0, 1, 1, 1, 2]);
    for (let i = 0; i < count; i++) rows.push([hour + random.pick([0, 0, 7, 59_000]), size * random.normal()]);
  }
  return random.shuffle(rows);
}

function ones(random: Random, count: number, density: number): number[] {
  return Array.from({ length: count }, (_, i) => i).filter(() => chance(random, density));
}

function randomCoin(random: Random, coin: string, bars: number, timeframeMs: number, direction: Direction): TestCoin {
  const times = randomTimes(random, bars, timeframeMs);
  const density = random.pick([0.05, 0.3, 0.6]);
  const exitDensity = random.pick([0, 0.1, 0.3]);
  const of = (side: Direction, share: number) =>
    direction === "both" || direction === side ? ones(random, times.length, share) : [];
  return {
    coin,
    times,
    bars: randomBars(random, times.length),
    funding: randomFunding(random, times, timeframeMs),
    maxLeverage: random.pick([3, 10, 20, 50]),
    masks: {
      enterLong: of("long", density),
      enterShort: of("short", density),
      exitLong: of("long", exitDensity),
      exitShort: of("short", exitDensity),
    },
  };
}

/** A market violent enough that every rule of EXECUTION.md is met often, with rules and an account to match. */
export function randomScenario(seed: number | string, coinCount: number, bars: number): Scenario {
  const random = randomFrom(seed);
  const timeframeMs = random.pick(TIMEFRAMES_MS);
  const direction = random.pick(["long", "short", "both", "both"] as const);
  return {
    coins: Array.from({ length: coinCount }, (_, i) => randomCoin(random, `C${i}`, bars, timeframeMs, direction)),
    rules: {
      direction,
      exits: randomExits(random),
      leverage: random.pick([1, 2, 5, 10, 25, 50]),
      warmup: random.pick([0, 0, 3, 12]),
      timeframeMs,
    },
    account: {
      capital: random.pick([150, 10_000]),
      risk: random.pick([0.005, 0.02, 0.2, 0.9]),
      maxPositions: random.int(1, 3),
      fee: random.pick([0, 0.00045, 0.003]),
      slippage: random.pick([0, 0.0005, 0.01]),
      minNotional: random.pick([10, 10, 100]),
      minStopFraction: random.pick([0.001, 0.01]),
    },
  };
}
