import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Config } from "../../../core/config/schema.ts";
import { nullMarket } from "../../../core/market/null-market.ts";
import { type Timeframe, timeframesWithin } from "../../../core/timeframe.ts";
import type { DataSet } from "../../../stages/backtest/data-set.ts";
import { createJudgePool, type JudgePool } from "../../../stages/validate/validate-text.ts";
import { type AskedSharpe, askedSharpe } from "./asked-sharpe.ts";
import { type Ask, type Lanes, openLanes } from "./lanes.ts";
import { type Coins, readFolder, type StoredMarket, storeMarket } from "./market-store.ts";
import { type NullResult, runCandidates } from "./null-run.ts";
import type { Options } from "./options.ts";
import { type PlantedResult, plantEdges, type Unreached } from "./planted-run.ts";

type MarketResult = NullResult & AskedSharpe;

/** What `bench:null --json` prints. */
export type Report = {
  folder: string;
  seed: number;
  timeframes: Timeframe[];
  /** The same for all markets: each has the times of the real one. */
  data: Pick<DataSet, "windows"> & { coins: number; coinsToTheEnd: number };
  markets: MarketResult[];
  planted: PlantedResult[];
  unreached: Unreached[];
  elapsedMs: number;
};

/** A null market that rules are planted in, once all have been looked at. */
export type KeptNull = { market: number; stored: StoredMarket; data: DataSet; luck: NullResult["luck"] };

export type Bench = {
  options: Options;
  config: Config;
  /** Of the candidates. */
  timeframes: Timeframe[];
  /** Of all candle stores. */
  folder: string;
  real: Coins;
  lanes: Lanes;
  judges: JudgePool;
  say: { note(line: string): void; progress(line: string): void };
  signal: AbortSignal;
};

/** Everything, in a folder and in children that are gone afterwards, however it ends. */
export async function runBench(
  options: Options,
  config: Config,
  say: Bench["say"],
  signal: AbortSignal,
): Promise<Report> {
  const startedMs = performance.now();
  const { folder: candles, timeframe, seed, workers, planted } = options;
  const longer = config.market.timeframes.filter((one) => timeframesWithin(one).includes(timeframe));
  const timeframes = longer.length > 0 ? longer : [timeframe];
  const real = await readFolder(candles, timeframe, options.days);
  const folder = await mkdtemp(join(tmpdir(), "sixbtc-bench-null-"));
  const lanes = openLanes(workers, signal);
  const judges = createJudgePool(workers);
  try {
    const bench = { options, config, timeframes, folder, real, lanes, judges, say, signal };
    const numbers = Array.from({ length: options.markets }, (_, market) => market);
    const done = await lanes.each(numbers, (market, ask) => runNull(market, bench, ask));
    const kept = done.slice(0, planted).map((one) => one.kept);
    const edges = kept.length === 0 ? { planted: [], unreached: [] } : await plantEdges(kept, bench);
    const { coins, windows } = done[0]!.kept.data;
    return {
      ...{ folder: candles, seed, timeframes },
      data: { windows, coins: coins.length, coinsToTheEnd: coins.filter(({ isTraded }) => isTraded).length },
      markets: done.map(({ result }) => result),
      ...edges,
      elapsedMs: performance.now() - startedMs,
    };
  } finally {
    await Promise.all([lanes.close(), judges.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}

async function runNull(market: number, bench: Bench, ask: Ask): Promise<{ result: MarketResult; kept: KeptNull }> {
  const { options, config, timeframes, folder, real, judges, say, signal } = bench;
  const { seed, count, timeframe, markets, planted } = options;
  const candles = nullMarket(
    real.map((one) => one.candles),
    `${seed}/null/${market}`,
  );
  const coins = real.map(({ coin }, i) => ({ coin, candles: candles[i]! }));
  const stored = await storeMarket(folder, `null-${market}`, coins, timeframe, config);
  const dataSet = remembered((asked) => stored.dataSet(asked));
  const name = `market ${market + 1} of ${markets}`;
  const onCandidate = (index: number) => say.progress(`${name}: candidate ${index + 1} of ${count}`);
  // A series of its own, and no two seeds below a thousand markets share one.
  const series = { market, candidatesSeed: seed * 1_000 + market, count };
  const result = await runCandidates(series, { config, timeframes, dataSet, judges, ask, signal, onCandidate });
  const seconds = (result.elapsedMs / 1_000).toFixed(0);
  say.note(`${name}: ${result.passed.length} of ${count} candidates passed all gates (${seconds} s)`);
  const data = await dataSet(timeframe);
  if (market >= planted) await stored.remove();
  const asked = askedSharpe(result.luck, data.windows, config.backtest.deflated);
  return { result: { ...result, ...asked }, kept: { market, stored, data, luck: result.luck } };
}

/** Sets are planned once: the files behind them stay as they are. */
function remembered(read: (timeframe: Timeframe) => Promise<DataSet>): (timeframe: Timeframe) => Promise<DataSet> {
  const known = new Map<Timeframe, Promise<DataSet>>();
  return (timeframe) => {
    const found = known.get(timeframe) ?? read(timeframe);
    known.set(timeframe, found);
    return found;
  };
}
