import type { Masks } from "../../../core/kernel/candles.ts";
import type { Market } from "../../../core/kernel/market.ts";
import { type Prepared, prepareSignals } from "../../../core/kernel/prepare-signals.ts";
import type { Exits, Stop, TakeProfit, TradingRules } from "../../../core/kernel/rules.ts";
import type { SweepCombo } from "../../../core/kernel/sweep-grid.ts";
import { BAR_MS, jobMarket, jobMasks } from "./job-market.ts";

/** What there is to sweep. Signals are prepared anew for each run, so that none finds what another has kept there. */
export type Job = {
  readonly entriesFrac: number;
  readonly market: Market;
  readonly masks: readonly Masks[];
  readonly combos: readonly SweepCombo[];
};

export type JobSize = { readonly coins: number; readonly bars: number; readonly leverages: readonly number[] };

export const STANDARD: JobSize = { coins: 30, bars: 11_520, leverages: [1, 2, 3, 4, 5, 7, 10] };
export const QUICK: JobSize = { coins: 5, bars: 960, leverages: [5] };
const ENTRIES_FRACS = [0.005, 0.02] as const;

const SIGNAL_RULES: TradingRules = {
  direction: "both",
  exits: { stop: { kind: "percent", value: 0.02 } },
  leverage: 1,
  warmup: 0,
  timeframeMs: BAR_MS,
};

export function prepareJob({ market, masks }: Job): Prepared {
  return prepareSignals(market, masks, SIGNAL_RULES);
}

/** Every combination of the axes but for those without any exit beside the stop. */
function combosOf(
  stops: readonly Stop[],
  targets: readonly (TakeProfit | undefined)[],
  maxBars: readonly (number | undefined)[],
  leverages: readonly number[],
  shared: Partial<Exits>,
): SweepCombo[] {
  const combos: SweepCombo[] = [];
  for (const [l, leverage] of leverages.entries()) {
    for (const [s, stop] of stops.entries()) {
      for (const [t, takeProfit] of targets.entries()) {
        for (const [b, bars] of maxBars.entries()) {
          if (takeProfit === undefined && bars === undefined) continue;
          const exits: Exits = { ...shared, stop };
          if (takeProfit !== undefined) exits.takeProfit = takeProfit;
          if (bars !== undefined) exits.maxBars = bars;
          combos.push({ exits, leverage, cell: [s, t, b, l] });
        }
      }
    }
  }
  return combos;
}

const percent = (value: number) => ({ kind: "percent", value }) as const;

/** 5 stops x 6 targets x 7 leverages x 5 maxBars, less 35: 1,015 combinations. */
function standardCombos(leverages: readonly number[]): SweepCombo[] {
  const stops = [0.5, 0.75, 1, 1.5, 2].map((factor) => percent(factor * 0.02));
  const targets = [...[0.5, 1, 1.5, 2, 3].map((factor) => percent(factor * 0.03)), undefined];
  return combosOf(stops, targets, [12, 24, 48, 96, undefined], leverages, {});
}

/** Every kind of stop and target and what moves a stop, at leverages up to beyond the coins' own: to verify, not to time. */
function variantCombos(): SweepCombo[] {
  const stops: Stop[] = [
    { kind: "atr", length: 14, multiple: 1.5 },
    { kind: "atr", length: 14, multiple: 4 },
    { kind: "stddev", length: 20, multiple: 2 },
    { kind: "swing", lookback: 12 },
    { kind: "trailing", value: 0.015, activateAt: 0.01 },
    { kind: "trailing", value: 0.02 },
    percent(0.08),
  ];
  const targets: (TakeProfit | undefined)[] = [
    { kind: "riskReward", ratio: 1.5 },
    { kind: "atr", length: 14, multiple: 5 },
    { kind: "trailing", activateAt: 0.015, value: 0.01 },
    undefined,
  ];
  const leverages = [3, 15, 45];
  return [
    ...combosOf(stops, targets, [48, undefined], leverages, {}),
    ...combosOf(stops, targets, [48, undefined], leverages, { breakEven: { activateAt: 0.01 } }),
  ];
}

/** The standard job (PERFORMANCE of the sweep is told by it) at each share of entries, on one market. */
export function standardJobs(size: JobSize): Job[] {
  const market = jobMarket(size.coins, size.bars);
  const combos = standardCombos(size.leverages);
  return ENTRIES_FRACS.map((entriesFrac) => ({ entriesFrac, market, masks: jobMasks(market, entriesFrac), combos }));
}

/** The same signals under exits of every other kind. */
export function variantOf(job: Job): Job {
  return { ...job, combos: variantCombos() };
}
