import { SixbtcError } from "../errors.ts";
import type { Candles } from "../kernel/candles.ts";
import type { Side } from "../kernel/rules.ts";
import { type Timeframe, timeframeMs } from "../timeframe.ts";
import { type PlantedRule, watchRule } from "./planted-rule.ts";

/** An edge that is known, since it was put there. */
export type Planting = {
  rule: PlantedRule;
  /** Which way prices drift after the condition. */
  side: Side;
  /** How many bars drift after a bar on which the condition holds. One that holds meanwhile begins the count anew. */
  bars: number;
  /** How far each of them moves from its open to its close beyond what it would have, 0 to less than 1. */
  driftFrac: number;
  /**
   * Whether the coin's other bars slowly take back what the drift has brought, so that prices stay near those that they
   * would have been. Else a market with a frequent rule only rises, many times over, and just holding it pays as well.
   */
  isLevelled: boolean;
};

export type PlantedCandles = {
  candles: Candles;
  /** One 0/1 a bar: where the condition holds. */
  signals: Uint8Array;
};

/**
 * A market, which should be a null market, with one rule in it that pays (STATISTICS.md 8). The condition is judged on
 * the planted prices, bar by bar as they are made, so that a strategy that computes it from them sees the same. Drift
 * begins at the open of the bar behind the condition, where an order is filled at the earliest. Coins do not see one
 * another; times, volumes and gaps stay; without drift so do prices, to the bit. Every candle is possible, to the bit.
 */
export function plantMarket(candles: readonly Candles[], planting: Planting, timeframe: Timeframe): PlantedCandles[] {
  const barMs = timeframeMs(timeframe);
  refuseImpossible(planting, barMs);
  return candles.map((each) => plantCoin(each, planting, barMs));
}

function refuseImpossible({ rule, bars, driftFrac }: Planting, barMs: number): void {
  if (!Number.isInteger(bars) || bars < 1 || !(driftFrac >= 0 && driftFrac < 1)) {
    throw new SixbtcError("planting.invalid", `no drift of ${driftFrac} a bar can be planted on ${bars} bars`);
  }
  if (rule.kind === "hour" && (rule.hour * 3_600_000) % barMs !== 0) {
    throw new SixbtcError("planting.invalid", `no bar of ${barMs} ms closes at ${rule.hour} o'clock`);
  }
}

/** In how many times the drifting bars the others take back what one condition brought: at most 1/20 of it a bar. */
const LEVELLING_SPANS = 20;

function plantCoin(from: Candles, planting: Planting, barMs: number): PlantedCandles {
  const { length } = from;
  const column = () => new Float64Array(length);
  const candles = { ...from, open: column(), high: column(), low: column(), close: column() };
  const { open, high, low, close } = candles;
  const signals = new Uint8Array(length);
  const holds = watchRule(planting.rule, candles, barMs);
  const driftStep = 1 + planting.side * planting.driftFrac;
  const levelling = planting.isLevelled ? 1 / (LEVELLING_SPANS * planting.bars) : 0;
  // What all drift so far has made of the price. Multiplied in, it leaves prices as they are while it is 1.
  let level = 1;
  let driftsUntil = -1;
  for (let bar = 0; bar < length; bar++) {
    const step = bar <= driftsUntil ? driftStep : 1 - levelling * Math.log(level);
    const atOpen = level;
    level *= step;
    // The side towards which the bar drifts goes with its close; the other one stays, and holds the open.
    open[bar] = atOpen * (from.open[bar] ?? NaN);
    high[bar] = (step > 1 ? level : atOpen) * (from.high[bar] ?? NaN);
    low[bar] = (step < 1 ? level : atOpen) * (from.low[bar] ?? NaN);
    close[bar] = level * (from.close[bar] ?? NaN);
    if (!((low[bar] ?? NaN) > 0 && (high[bar] ?? NaN) < Infinity)) {
      throw new SixbtcError("planting.invalid", `a drift of ${planting.driftFrac} a bar leads out of all prices`);
    }
    if (!holds(bar)) continue;
    signals[bar] = 1;
    driftsUntil = bar + planting.bars;
  }
  return { candles, signals };
}
