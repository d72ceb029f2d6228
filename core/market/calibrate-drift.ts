import { SixbtcError } from "../errors.ts";
import type { Masks } from "../kernel/candles.ts";
import { type Market, type MarketCoin, prepareMarket } from "../kernel/market.ts";
import { type Metrics, metrics } from "../kernel/metrics.ts";
import { prepareSignals } from "../kernel/prepare-signals.ts";
import { type Account, DEFAULT_ACCOUNT } from "../kernel/rules.ts";
import { simulate } from "../kernel/simulate.ts";
import { type Timeframe, timeframeMs } from "../timeframe.ts";
import { type PlantedCandles, type Planting, plantMarket } from "./planted-market.ts";
import { plantedTrading } from "./planted-strategy.ts";

/** What trading a planted rule on all coins gave, costs included, from the first bar to the last. */
export function tradePlanted(
  coins: readonly MarketCoin[],
  planting: Planting,
  timeframe: Timeframe,
  account: Account = DEFAULT_ACCOUNT,
): Metrics {
  return trade(prepareMarket(coins, timeframeMs(timeframe)), planting, timeframe, account);
}

function trade(market: Market, planting: Planting, timeframe: Timeframe, account: Account): Metrics {
  const planted = plantMarket(
    market.coins.map(({ candles }) => candles),
    planting,
    timeframe,
  );
  const rules = plantedTrading(planting, timeframe);
  const coins = market.coins.map((coin, i) => ({ ...coin, candles: planted[i]?.candles ?? coin.candles }));
  const masks = planted.map((each) => entryMasks(each, planting));
  // Planting moves no bar in time, so the grid is that of the market without it.
  const run = simulate(prepareSignals({ ...market, coins }, masks, rules), rules, account);
  return metrics(run, account.capital, market.timeframeMs);
}

function entryMasks({ signals }: PlantedCandles, { side }: Planting): Masks {
  const none = new Uint8Array(signals.length);
  const [enterLong, enterShort] = side > 0 ? [signals, none] : [none, signals];
  return { enterLong, enterShort, exitLong: none, exitShort: none };
}

export type Calibration = {
  driftFrac: number;
  /** Mean over the markets of the Sharpe that it gives. */
  sharpe: number;
};

/** A Sharpe this near to the one asked for is that one: far below what any test could tell apart. */
const TOLERANCE = 0.01;
const MAX_HALVINGS = 40;
const FIRST_DRIFT = 0.0001;
const MAX_DRIFT = 0.1;

/**
 * The drift with which the rule, traded with costs on all coins, has an annual Sharpe of `target` over the whole
 * period, in the mean of the null markets given (coins in universe order). In one short market the rule has its luck
 * in its Sharpe, 2 up or down in 90 days: there the mean of many is what says how strong an edge was planted. Where no
 * drift gives the target to a hundredth, since trades come and go with it, the nearest that was met comes back.
 */
export function calibrateDrift(
  nulls: readonly (readonly MarketCoin[])[],
  planting: Omit<Planting, "driftFrac">,
  target: number,
  timeframe: Timeframe,
  account: Account = DEFAULT_ACCOUNT,
): Calibration {
  const markets = nulls.map((coins) => prepareMarket(coins, timeframeMs(timeframe)));
  let nearest: Calibration = { driftFrac: NaN, sharpe: Infinity };
  const meanSharpe = (driftFrac: number) => {
    const sharpes = markets.map((market) => trade(market, { ...planting, driftFrac }, timeframe, account).sharpe);
    const sharpe = sharpes.reduce((sum, each) => sum + each, 0) / sharpes.length;
    if (Math.abs(sharpe - target) < Math.abs(nearest.sharpe - target)) nearest = { driftFrac, sharpe };
    return sharpe;
  };

  let low = 0;
  let high = FIRST_DRIFT;
  const without = meanSharpe(low);
  if (!(without < target))
    throw unreachable(target, `${without} without any drift`, "Give more markets or longer ones.");
  for (let sharpe = meanSharpe(high); sharpe < target; sharpe = meanSharpe(high)) {
    low = high;
    high *= 2;
    if (high > MAX_DRIFT)
      throw unreachable(target, `${sharpe} with ${low} a bar`, "Choose a rule that holds more often.");
  }
  for (let i = 0; i < MAX_HALVINGS && Math.abs(nearest.sharpe - target) > TOLERANCE; i++) {
    const middle = (low + high) / 2;
    if (meanSharpe(middle) < target) low = middle;
    else high = middle;
  }
  return nearest;
}

function unreachable(target: number, found: string, hint: string): SixbtcError {
  return new SixbtcError("planting.unreachable", `no drift gives a Sharpe of ${target}: it is ${found}`, { hint });
}
