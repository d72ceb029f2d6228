import { SixbtcError } from "../errors.ts";
import type { Masks } from "./candles.ts";
import { collectEntries, type Entries } from "./entries.ts";
import type { Market } from "./market.ts";
import type { TradingRules } from "./rules.ts";

/** A strategy's signals on a market, ready for any exits and leverage. */
export type Prepared = {
  readonly market: Market;
  /** One per coin, in universe order. */
  readonly masks: readonly Masks[];
  readonly entries: Entries;
};

/**
 * Finds the entries that `masks` (one per coin, in universe order) ask for. The rules must be on the market's
 * timeframe; of them only direction and warmup are read here.
 */
export function prepareSignals(market: Market, masks: readonly Masks[], rules: TradingRules): Prepared {
  if (rules.timeframeMs !== market.timeframeMs || masks.length !== market.coins.length) {
    throw new SixbtcError(
      "kernel.precondition",
      `masks of ${masks.length} coins at ${rules.timeframeMs} ms on a market of ${market.coins.length} at ${market.timeframeMs} ms`,
    );
  }
  return { market, masks, entries: collectEntries(market, masks, rules) };
}
