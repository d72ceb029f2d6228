import { type Metrics, metrics } from "./metrics.ts";
import type { Prepared } from "./prepare-signals.ts";
import type { Account } from "./rules.ts";
import { simulate } from "./simulate.ts";
import type { SweepCombo } from "./sweep-grid.ts";

export type SweepResult = { readonly combo: SweepCombo; readonly metrics: Metrics };

/** The metrics of each combination, in the order given, on the same prepared signals; `onCombo` is called after each. */
export function sweep(
  prepared: Prepared,
  combos: readonly SweepCombo[],
  account: Account,
  onCombo: () => void = () => undefined,
): SweepResult[] {
  const { gridTime, timeframeMs } = prepared.market;
  const marks = new Float64Array(gridTime.length);
  return combos.map((combo) => {
    const run = simulate(prepared, combo, account, marks);
    onCombo();
    return { combo, metrics: metrics(run, account.capital, timeframeMs) };
  });
}

/**
 * For each result its Sharpe averaged with those of its neighbours, one step away on one axis: high on a plateau,
 * not on a peak that luck alone has raised.
 */
export function plateauSharpes(results: readonly SweepResult[]): number[] {
  const sharpeOf = new Map(results.map(({ combo, metrics }) => [combo.cell.join(), metrics.sharpe]));
  return results.map(({ combo, metrics }) => {
    let sum = metrics.sharpe;
    let count = 1;
    for (let axis = 0; axis < combo.cell.length; axis++) {
      for (const step of [-1, 1]) {
        const neighbour = sharpeOf.get(combo.cell.map((at, i) => (i === axis ? at + step : at)).join());
        if (neighbour === undefined) continue;
        sum += neighbour;
        count++;
      }
    }
    return sum / count;
  });
}
