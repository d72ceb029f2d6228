import type { Masks } from "../../../core/kernel/candles.ts";
import type { Market } from "../../../core/kernel/market.ts";
import { type Prepared, prepareSignals } from "../../../core/kernel/prepare-signals.ts";
import type { Exits, Stop, TakeProfit, TradingRules } from "../../../core/kernel/rules.ts";
import { combine, type SweepCombo, type SweepGrid } from "../../../core/kernel/sweep/sweep-grid.ts";
import { BAR_MS, jobMarket, jobMasks } from "./job-market.ts";

/** What there is to sweep. Signals are prepared anew for each run, so that none finds what another has kept there. */
export type Job = {
  readonly entriesFrac: number;
  readonly market: Market;
  readonly masks: readonly Masks[];
  readonly grids: readonly SweepGrid[];
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

export function combosOf({ grids }: Job): SweepCombo[] {
  return grids.flatMap(({ combos }) => combos);
}

export function prepareJob({ market, masks }: Job): Prepared {
  return prepareSignals(market, masks, SIGNAL_RULES);
}

const percent = (value: number) => ({ kind: "percent", value }) as const;

/** Every combination of the axes but for those without any exit beside the stop. */
function gridOf(axes: Parameters<typeof combine>[1], own: Pick<Exits, "breakEven"> = {}): SweepGrid {
  return combine(own, axes, ({ takeProfit, maxBars }) => takeProfit === undefined && maxBars === undefined);
}

/** 5 stops x 6 targets x 7 leverages x 5 maxBars, less 35: 1,015 combinations. */
function standardGrid(leverages: readonly number[]): SweepGrid {
  return gridOf({
    stops: [0.5, 0.75, 1, 1.5, 2].map((factor) => percent(factor * 0.02)),
    targets: [...[0.5, 1, 1.5, 2, 3].map((factor) => percent(factor * 0.03)), undefined],
    maxBars: [12, 24, 48, 96, undefined],
    leverages,
  });
}

/** Every kind of stop and target and what moves a stop, at leverages beyond the coins' own: to verify, not to time. */
function variantGrids(): SweepGrid[] {
  const stops: Stop[][] = [
    [1.5, 4].map((multiple) => ({ kind: "atr", length: 14, multiple })),
    [2, 3].map((multiple) => ({ kind: "stddev", length: 20, multiple })),
    [12, 40].map((lookback) => ({ kind: "swing", lookback })),
    [0.015, 0.03].map((value) => ({ kind: "trailing", value, activateAt: 0.01 })),
    [{ kind: "trailing", value: 0.02 }],
    [percent(0.01), percent(0.08)],
  ];
  const targets: (TakeProfit | undefined)[][] = [
    [{ kind: "riskReward", ratio: 1.5 }, { kind: "riskReward", ratio: 3 }, undefined],
    [{ kind: "atr", length: 14, multiple: 5 }, undefined],
    [
      { kind: "trailing", activateAt: 0.015, value: 0.01 },
      { kind: "trailing", activateAt: 0.03, value: 0.02 },
    ],
  ];
  const breakEvens = [{}, { breakEven: { activateAt: 0.01 } }];
  const axes = { maxBars: [48, undefined], leverages: [3, 15, 45] };
  return stops.flatMap((some) =>
    targets.flatMap((others) => breakEvens.map((own) => gridOf({ ...axes, stops: some, targets: others }, own))),
  );
}

/** The standard job (PERFORMANCE of the sweep is told by it) at each share of entries, on one market. */
export function standardJobs(size: JobSize): Job[] {
  const market = jobMarket(size.coins, size.bars);
  const grids = [standardGrid(size.leverages)];
  return ENTRIES_FRACS.map((entriesFrac) => ({ entriesFrac, market, masks: jobMasks(market, entriesFrac), grids }));
}

/** The same signals under exits of every other kind. */
export function variantOf(job: Job): Job {
  return { ...job, grids: variantGrids() };
}
