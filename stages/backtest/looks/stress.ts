import type { Masks } from "../../../core/kernel/candles.ts";
import type { Market } from "../../../core/kernel/market.ts";
import { type Metrics, metrics } from "../../../core/kernel/metrics.ts";
import type { Prepared } from "../../../core/kernel/prepare-signals.ts";
import type { Account, TradingRules } from "../../../core/kernel/rules.ts";
import { simulate } from "../../../core/kernel/simulate.ts";
import { prepareWindow } from "../../../core/kernel/window.ts";
import type { Parameters } from "./look.ts";

/** The chosen parameters with fees and slippage times `factor`. */
export function withCosts(prepared: Prepared, parameters: Parameters, account: Account, factor: number): Metrics {
  const { fee, slippage } = account;
  return run(prepared, parameters, { ...account, fee: fee * factor, slippage: slippage * factor });
}

/** The chosen parameters with all signals `bars` late, those to leave as well: so a slow desk would trade. */
export function late(
  window: Market,
  masks: readonly Masks[],
  rules: TradingRules,
  parameters: Parameters,
  account: Account,
  bars: number,
): Metrics {
  const delayed = masks.map(
    ({ enterLong, enterShort, exitLong, exitShort }): Masks => ({
      enterLong: delay(enterLong, bars),
      enterShort: delay(enterShort, bars),
      exitLong: delay(exitLong, bars),
      exitShort: delay(exitShort, bars),
    }),
  );
  return run(prepareWindow(window, delayed, rules), parameters, account);
}

function run(prepared: Prepared, parameters: Parameters, account: Account): Metrics {
  return metrics(simulate(prepared, parameters, account), account.capital, prepared.market.timeframeMs);
}

function delay(mask: Uint8Array, bars: number): Uint8Array {
  const out = new Uint8Array(mask.length);
  out.set(mask.subarray(0, Math.max(0, mask.length - bars)), Math.min(bars, mask.length));
  return out;
}
