import type { Masks } from "../../../core/kernel/candles.ts";
import type { Account, TradingRules } from "../../../core/kernel/rules.ts";
import type { SweepGrid } from "../../../core/kernel/sweep/sweep-grid.ts";
import { prepareWindow } from "../../../core/kernel/window.ts";
import { permutationPValue } from "../../../core/statistics/p-value.ts";
import type { CompiledStrategy } from "../../../core/strategy/evaluate.ts";
import { noSignals } from "../../../core/strategy/read-masks.ts";
import { recycled } from "../../../core/strategy/ta/column-memory.ts";
import type { PermutedMarket } from "../permuted-market.ts";
import { chooseExits, type Workshop } from "./choose-exits.ts";

export type Permutations = {
  pValue: number;
  /** Permuted markets that were looked at, and those on which the best was as good as on the real one. */
  draws: number;
  asGood: number;
  /** Best plateau Sharpe of the real market, and the mean of those of the permuted ones on which signals came. */
  real: number;
  permutedMean: number;
};

type Searched = {
  strategy: CompiledStrategy;
  rules: TradingRules;
  grid: SweepGrid;
  account: Account;
  /** What the same search found on the real market. */
  real: number;
};

/**
 * The whole search again on markets without order (Masters' permutation test, STATISTICS.md 4): signals, sweep, best
 * plateau. Stops once the p-value cannot come below `maxP` any more; what it says then is above it. A strategy whose
 * signals fail on a permuted market has found nothing there that could be compared, and it counts against it: otherwise
 * one that fails wherever it finds nothing would pass.
 */
export function searchPermuted(
  market: PermutedMarket,
  searched: Searched,
  { draws, maxP }: { draws: number; maxP: number },
  seed: string,
  workshop: Workshop,
): Permutations {
  const { real } = searched;
  const bests = new Float64Array(draws);
  let made = 0;
  let asGood = 0;
  const { relieve } = workshop;
  while (made < draws && (1 + asGood) / (1 + draws) < maxP) {
    workshop.tell?.({ step: "permutation", done: made + 1, of: draws });
    const best = recycled(() => bestOf(market, searched, `${seed}/${made}`, { relieve }));
    bests[made++] = best;
    if (!(best < real)) asGood++;
    relieve();
  }
  const seen = bests.subarray(0, made);
  const finite = seen.filter((best) => !Number.isNaN(best));
  return {
    pValue: permutationPValue(real, seen),
    ...{ draws: made, asGood, real },
    permutedMean: finite.reduce((sum, best) => sum + best, 0) / finite.length,
  };
}

/** The best plateau Sharpe on the permuted market of a seed, NaN where signals fail. */
function bestOf(market: PermutedMarket, searched: Searched, seed: string, workshop: Workshop): number {
  const { strategy, rules, grid, account } = searched;
  const { candles, window } = market.draw(seed);
  const masks: Masks[] = [];
  for (const each of candles) {
    // A coin that began later has no bars here, and was given none: there is nothing to ask.
    const outcome = each.length === 0 ? { kind: "masks" as const, masks: noSignals(0) } : strategy.signals(each);
    if (outcome.kind === "failed") return Number.NaN;
    masks.push(outcome.masks);
    workshop.relieve();
  }
  return chooseExits(prepareWindow(window, masks, rules), grid, account, workshop).plateauSharpe;
}
