import type { Masks } from "../../core/kernel/candles.ts";
import { dailyReturns } from "../../core/kernel/daily-returns.ts";
import type { Market } from "../../core/kernel/market.ts";
import { type Metrics, metrics } from "../../core/kernel/metrics.ts";
import type { Prepared } from "../../core/kernel/prepare-signals.ts";
import type { Exits, TradingRules } from "../../core/kernel/rules.ts";
import { simulate } from "../../core/kernel/simulate.ts";
import { plateauSharpes } from "../../core/kernel/sweep/plateau.ts";
import { sweepSharpes } from "../../core/kernel/sweep/sweep.ts";
import { ownGrid, sweepGrid } from "../../core/kernel/sweep/sweep-grid.ts";
import { prepareWindow } from "../../core/kernel/window.ts";
import type { LoadedData } from "./load-data-set.ts";
import type { GateSettings } from "./settings.ts";

const DAY_MS = 86_400_000;

/** What a sweep chooses, and what the desk trades in place of the module's own. */
type Parameters = { exits: Exits; leverage: number };

/** One look at one window with one set of parameters. */
export type Look = {
  parameters: Parameters;
  metrics: Metrics;
  dailyReturns: { firstDayMs: number; returns: number[] };
  elapsedMs: number;
};

/** The look that a sweep chose among `cells`; Sharpes are annual, as everywhere in metrics. */
export type SweptLook = Look & {
  cells: number;
  leftOut: number;
  sharpeMean: number;
  sharpeVariance: number;
  plateauSharpe: number;
};

/** A strategy with its signals on a data set; looks are taken when a gate first asks, since each is counted. */
export type Candidate = {
  inSample(): SweptLook;
  outOfSample(): Look;
  /** The looks that were taken. */
  looks(): { inSample: SweptLook | null; outOfSample: Look | null };
};

export function createCandidate(
  data: LoadedData,
  masks: readonly Masks[],
  rules: TradingRules,
  settings: GateSettings,
  relieve: () => void,
): Candidate {
  let inSample: SweptLook | null = null;
  let outOfSample: Look | null = null;
  const candidate: Candidate = {
    inSample() {
      inSample ??= sweepInSample(prepareWindow(data.inSample, masks, rules), rules, settings, relieve);
      return inSample;
    },
    outOfSample() {
      outOfSample ??= lookAt(
        prepareWindow(data.outOfSample, masks, rules),
        candidate.inSample().parameters,
        settings,
        performance.now(),
      );
      return outOfSample;
    },
    looks: () => ({ inSample, outOfSample }),
  };
  return candidate;
}

/**
 * The combination whose Sharpe, averaged with its neighbours', is highest. Signals that are too few for the gate
 * whatever the exits are not worth a sweep: the strategy's own exits are looked at alone.
 */
function sweepInSample(
  prepared: Prepared,
  rules: TradingRules,
  settings: GateSettings,
  relieve: () => void,
): SweptLook {
  const startedMs = performance.now();
  const maxLeverages = prepared.market.coins.map((coin) => coin.maxLeverage);
  const own = ownGrid(rules);
  const canPass = prepared.entries.length >= settings.inSample.minTrades;
  const swept = canPass ? sweepGrid(rules, settings.sweep, maxLeverages) : own;
  const grid = swept.combos.length > 0 ? swept : { ...own, leftOut: swept.leftOut };
  const sharpes = sweepSharpes(prepared, grid, settings.account, { onGroup: relieve });
  const plateau = plateauSharpes(grid.combos, sharpes);
  const best = plateau.indexOf(Math.max(...plateau));
  const { exits, leverage } = grid.combos[best] ?? rules;
  return {
    ...lookAt(prepared, { exits, leverage }, settings, startedMs),
    cells: grid.combos.length,
    leftOut: grid.leftOut,
    ...momentsOf(sharpes),
    plateauSharpe: plateau[best] ?? 0,
  };
}

function lookAt(prepared: Prepared, parameters: Parameters, { account }: GateSettings, startedMs: number): Look {
  const { market } = prepared;
  const run = simulate(prepared, parameters, account);
  return {
    parameters,
    metrics: metrics(run, account.capital, market.timeframeMs),
    dailyReturns: {
      firstDayMs: firstDayOf(market),
      returns: [...dailyReturns(run.gridTime, run.marks, account.capital)],
    },
    elapsedMs: performance.now() - startedMs,
  };
}

function firstDayOf({ gridTime }: Market): number {
  return Math.floor((gridTime[0] ?? 0) / DAY_MS) * DAY_MS;
}

/** Mean and sample variance of the Sharpes of all combinations. */
function momentsOf(sharpes: Float64Array): { sharpeMean: number; sharpeVariance: number } {
  const mean = sharpes.reduce((sum, sharpe) => sum + sharpe, 0) / sharpes.length;
  const squares = sharpes.reduce((sum, sharpe) => sum + (sharpe - mean) ** 2, 0);
  return { sharpeMean: mean, sharpeVariance: sharpes.length < 2 ? 0 : squares / (sharpes.length - 1) };
}
