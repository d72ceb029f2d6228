import { plantMarket } from "../../../core/market/planted-market.ts";
import { plantedStrategy } from "../../../core/market/planted-strategy.ts";
import { settingsFor } from "../../../stages/backtest/settings.ts";
import type { GateVerdict, Unplanted } from "./job.ts";
import type { Ask } from "./lanes.ts";
import { storeMarket } from "./market-store.ts";
import type { Bench, KeptNull } from "./run.ts";

type Edge = { rule: string; planting: Unplanted; target: number };

/** Two rules of different kinds; a trade of either is worth several times its costs at the Sharpes asked for. */
const RULES: { rule: string; planting: Unplanted }[] = [
  {
    rule: "breakout of 96 bars",
    planting: { rule: { kind: "breakout", lookback: 96 }, side: 1, bars: 24, isLevelled: true },
  },
  {
    rule: "RSI 14 below 20",
    planting: { rule: { kind: "oversold", length: 14, level: 20 }, side: 1, bars: 24, isLevelled: true },
  },
];

/** Annual Sharpes over both windows, costs included. */
const TARGETS = [3, 5];

/** What the factory would say of the strategy that trades a planted rule, as the last one tried on its null market. */
export type PlantedResult = {
  rule: string;
  target: number;
  driftFrac: number;
  /** What it was calibrated to, in the mean of the markets. */
  calibrated: number;
  market: number;
  /** Of the exits that the sweep chose; expectancy is that in sample. */
  inSampleSharpe: number;
  outOfSampleSharpe: number;
  expectancy: number;
  /** Of the days of both windows, and what the deflated gate takes the best of so many trials for. */
  sharpe: number;
  trials: number;
  benchmark: number;
  deflated: number;
  /** Every gate that it fails, in order: the first is the factory's verdict. */
  failed: { gate: string; reason: string }[];
  elapsedMs: number;
};

/** No drift gives the rule that Sharpe. */
export type Unreached = { rule: string; target: number; reason: string };

/** Each rule at each Sharpe, in each null market given. */
export async function plantEdges(
  kept: readonly KeptNull[],
  bench: Bench,
): Promise<{ planted: PlantedResult[]; unreached: Unreached[] }> {
  const { lanes, say } = bench;
  const edges = RULES.flatMap((rule) => TARGETS.map((target) => ({ ...rule, target })));
  const drifts = await lanes.each(edges, async (edge, ask) => ({
    edge,
    drift: await calibrate(edge, kept, bench, ask),
  }));
  const unreached = drifts.flatMap(({ edge: { rule, target }, drift }) =>
    drift.kind === "unreachable" ? [{ rule, target, reason: drift.reason }] : [],
  );
  const todo = drifts.flatMap(({ edge, drift }) =>
    drift.kind === "unreachable" ? [] : kept.map((one) => ({ edge, kept: one, ...drift.calibration })),
  );
  const planted = await lanes.each(todo, async (one, ask) => {
    const result = await judgePlanted(one, bench, ask);
    const verdict = result.failed[0]?.gate ?? "passes";
    say.note(`planted ${result.rule}, Sharpe ${result.target}, market ${result.market + 1}: ${verdict}`);
    return result;
  });
  return { planted, unreached };
}

async function calibrate({ planting, target }: Edge, kept: readonly KeptNull[], { options, config }: Bench, ask: Ask) {
  const { account } = settingsFor(config, options.timeframe);
  const answer = await ask({ kind: "calibrate", data: kept.map(({ data }) => data), planting, target, account });
  if (answer.kind === "calibrate" || answer.kind === "unreachable") return answer;
  throw new TypeError(`a child answered with ${answer.kind}`);
}

type Planted = { edge: Edge; kept: KeptNull; driftFrac: number; sharpe: number };

async function judgePlanted(
  { edge: { rule, planting, target }, kept: { market, stored, luck }, driftFrac, sharpe: calibrated }: Planted,
  { options: { timeframe }, config, folder }: Bench,
  ask: Ask,
): Promise<PlantedResult> {
  const startedMs = performance.now();
  const { coins } = stored;
  const made = plantMarket(
    coins.map(({ candles }) => candles),
    { ...planting, driftFrac },
    timeframe,
  );
  const planted = coins.map(({ coin }, i) => ({ coin, candles: made[i]!.candles }));
  const name = `planted-${market}-${planting.rule.kind}-${target}`;
  const plantedStore = await storeMarket(folder, name, planted, timeframe, config);
  try {
    const settings = settingsFor(config, timeframe);
    const { memoMb } = config.backtest;
    const text = plantedStrategy(planting, timeframe);
    const data = await plantedStore.dataSet(timeframe);
    const answer = await ask({ kind: "everyGate", gates: { kind: "gates", text, data, settings, luck, memoMb } });
    if (answer.kind !== "everyGate") throw new TypeError(`a child answered with ${answer.kind}`);
    return {
      ...{ rule, target, driftFrac, calibrated, market },
      ...numbersOf(answer.verdicts),
      failed: answer.verdicts.flatMap(({ gate, reason }) => (reason === null ? [] : [{ gate, reason }])),
      elapsedMs: performance.now() - startedMs,
    };
  } finally {
    await plantedStore.remove();
  }
}

function numbersOf(verdicts: readonly GateVerdict[]) {
  const number = (gate: string, name: string) => verdicts.find((one) => one.gate === gate)?.numbers[name] ?? Number.NaN;
  return {
    inSampleSharpe: number("in-sample", "sharpe"),
    outOfSampleSharpe: number("out-of-sample", "sharpe"),
    expectancy: number("in-sample", "expectancy"),
    sharpe: number("deflated", "sharpe"),
    trials: number("deflated", "trials"),
    benchmark: number("deflated", "benchmark"),
    deflated: number("deflated", "deflated"),
  };
}
