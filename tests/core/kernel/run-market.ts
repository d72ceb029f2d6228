import type { Candles, Masks } from "../../../core/kernel/candles.ts";
import { hourlyFunding } from "../../../core/kernel/funding.ts";
import { type Market, prepareMarket } from "../../../core/kernel/market.ts";
import { type Metrics, metrics } from "../../../core/kernel/metrics.ts";
import { prepareSignals } from "../../../core/kernel/prepare-signals.ts";
import type { Account, TradingRules } from "../../../core/kernel/rules.ts";
import { type Simulation, simulate } from "../../../core/kernel/simulate.ts";

export type Ohlc = readonly [open: number, high: number, low: number, close: number];

/** One coin as a test writes it down; masks name the bars on which they are 1. */
export type TestCoin = {
  coin: string;
  times: number[];
  bars: Ohlc[];
  /** Rows as a file has them: any order, stamped late, several an hour. */
  funding: [time: number, rate: number][] | null;
  maxLeverage: number;
  masks: { [name in keyof Masks]: number[] };
};

export function candlesOf({ times, bars }: Pick<TestCoin, "times" | "bars">): Candles {
  const column = (at: 0 | 1 | 2 | 3) => Float64Array.from(bars, (bar) => bar[at]);
  return {
    time: Float64Array.from(times),
    open: column(0),
    high: column(1),
    low: column(2),
    close: column(3),
    volume: new Float64Array(bars.length),
    length: bars.length,
  };
}

function maskOf(length: number, ones: readonly number[]): Uint8Array {
  const mask = new Uint8Array(length);
  for (const bar of ones) mask[bar] = 1;
  return mask;
}

export function masksOf({ bars, masks }: Pick<TestCoin, "bars" | "masks">): Masks {
  return {
    enterLong: maskOf(bars.length, masks.enterLong),
    enterShort: maskOf(bars.length, masks.enterShort),
    exitLong: maskOf(bars.length, masks.exitLong),
    exitShort: maskOf(bars.length, masks.exitShort),
  };
}

export function marketOf(coins: readonly TestCoin[], timeframeMs: number): Market {
  return prepareMarket(
    coins.map(({ coin, funding, maxLeverage, ...rest }) => ({
      coin,
      funding:
        funding &&
        hourlyFunding(
          funding.map(([time]) => time),
          funding.map(([, rate]) => rate),
        ),
      maxLeverage,
      candles: candlesOf(rest),
    })),
    timeframeMs,
  );
}

/** The way every user of the kernel goes: market, signals, simulation, metrics. */
export function runMarket(
  coins: readonly TestCoin[],
  rules: TradingRules,
  account: Account,
): Simulation & { metrics: Metrics } {
  const market = marketOf(coins, rules.timeframeMs);
  const run = simulate(prepareSignals(market, coins.map(masksOf), rules), rules, account);
  return { ...run, metrics: metrics(run, account.capital, rules.timeframeMs) };
}
