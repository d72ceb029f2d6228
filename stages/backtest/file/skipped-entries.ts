import { stopMeasure, targetMeasure } from "../../../core/kernel/distances.ts";
import { enterPosition } from "../../../core/kernel/enter-position.ts";
import { measureEntries } from "../../../core/kernel/entries.ts";
import type { Prepared } from "../../../core/kernel/prepare-signals.ts";
import type { Account, TradingRules } from "../../../core/kernel/rules.ts";
import type { Sizing } from "../../../core/kernel/size-entry.ts";

export type SkippedEntries = { [reason in Extract<Sizing, { kind: "skip" }>["reason"]]?: number };

/**
 * Why no entry became a position, by reason, in a run without a trade. Only there can it be asked afterwards: the
 * account stays what it was at the start, so that each entry met the same equity.
 */
export function skippedEntries({ market, entries }: Prepared, rules: TradingRules, account: Account): SkippedEntries {
  const { exits, leverage } = rules;
  const stopMeasured = measureEntries(market, entries, stopMeasure(exits.stop));
  const targetMeasured = measureEntries(market, entries, targetMeasure(exits.takeProfit));
  const skipped: SkippedEntries = {};
  for (let i = 0; i < entries.length; i++) {
    const coin = market.coins[entries.coin[i] ?? -1];
    const bar = (entries.signalBar[i] ?? Number.NaN) + 1;
    if (coin === undefined) throw new TypeError(`entry ${i} has no coin`);
    const order = {
      ...({ exits, leverage, maxLeverage: coin.maxLeverage, side: (entries.side[i] ?? 0) > 0 ? 1 : -1 } as const),
      ...{ time: coin.candles.time[bar] ?? Number.NaN, open: coin.candles.open[bar] ?? Number.NaN },
      stopMeasured: stopMeasured[i] ?? Number.NaN,
      targetMeasured: targetMeasured[i] ?? Number.NaN,
      ...{ equity: account.capital, freeMargin: account.capital },
    };
    const entered = enterPosition({ cash: account.capital }, order, account);
    if (entered.kind === "skip") skipped[entered.reason] = (skipped[entered.reason] ?? 0) + 1;
  }
  return skipped;
}
