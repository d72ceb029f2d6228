import { SixbtcError } from "../../../core/errors.ts";
import type { Masks } from "../../../core/kernel/candles.ts";
import { type Market, type MarketCoin, prepareMarket } from "../../../core/kernel/market.ts";
import { metrics } from "../../../core/kernel/metrics.ts";
import { prepareSignals } from "../../../core/kernel/prepare-signals.ts";
import type { TradingRules } from "../../../core/kernel/rules.ts";
import { simulate } from "../../../core/kernel/simulate.ts";
import { findGaps } from "../../../core/market/check-candles.ts";
import type { OnProgress } from "../../../core/runtime/child-process.ts";
import { type CompiledStrategy, compileStrategy } from "../../../core/strategy/evaluate.ts";
import { createToolbox } from "../../../core/strategy/ta/toolbox.ts";
import { type Timeframe, timeframeMs } from "../../../core/timeframe.ts";
import { rangesFor, SHIPPED_SWEEP } from "../sweep-ranges.ts";
import type { FileJob, FileRun } from "./job.ts";
import { loadCoins } from "./load-coins.ts";
import { skippedEntries } from "./skipped-entries.ts";
import type { sweepFile } from "./sweep-file.ts";

/**
 * One run over all bars of the files (EXECUTION.md), and a sweep where `sweepOver` is given. Executes the strategy's
 * code, so it belongs in a child.
 */
export async function simulateFile(
  job: FileJob,
  tell: OnProgress,
  sweepOver: typeof sweepFile | null,
): Promise<FileRun> {
  const { account, maxLeverage } = job;
  const start = performance.timeOrigin + performance.now() - job.begunMs;
  const clock = stopwatch();
  const strategy = compile(job);
  const { definition } = strategy;
  const rules: TradingRules = { ...definition, timeframeMs: timeframeMs(definition.timeframe) };

  tell({ step: "candles", done: 0, of: job.candles.length });
  const coins = await loadCoins(job, definition.timeframe);
  const market = prepareMarket(coins, rules.timeframeMs);
  const load = clock.lap();
  const prepared = prepareSignals(market, signalsOf(strategy, market, job.file, tell), rules);
  const signals = clock.lap();
  const run = simulate(prepared, rules, account);
  const measured = metrics(run, account.capital, rules.timeframeMs);
  const simulated = clock.lap();
  const swept = sweepOver?.(prepared, rules, rangesFor(SHIPPED_SWEEP, definition.timeframe), account, tell) ?? null;
  return {
    name: definition.name,
    timeframe: definition.timeframe,
    coins: coins.map((coin) => describeCoin(coin, definition.timeframe)),
    parameters: { ...account, maxLeverage: limitsOf(market, maxLeverage) },
    metrics: measured,
    trades: job.trades ? run.trades : null,
    skipped: run.trades.length === 0 ? skippedEntries(prepared, rules, account) : null,
    sweep: swept,
    elapsedMs: { start, load, signals, simulate: simulated, sweep: sweepOver ? clock.lap() : 0 },
  };
}

function describeCoin({ coin, candles, funding }: MarketCoin, timeframe: Timeframe): FileRun["coins"][number] {
  const gaps = findGaps(candles.time, timeframe);
  return {
    coin,
    bars: candles.length,
    firstMs: candles.time.at(0) ?? null,
    lastMs: candles.time.at(-1) ?? null,
    gaps: gaps.length,
    missingBars: gaps.reduce((sum, { bars }) => sum + bars, 0),
    hasFunding: funding !== null,
  };
}

function compile({ text, file }: FileJob): CompiledStrategy {
  try {
    return compileStrategy(text, createToolbox());
  } catch (cause) {
    if (!(cause instanceof SixbtcError) || cause.code !== "strategy.refused") throw cause;
    const separator = /^line \d/.test(cause.message) ? " " : ": ";
    throw new SixbtcError(cause.code, `${file}${separator}${cause.message}`, {
      hint: `${cause.hint ?? ""} \`sixbtc validate --file ${file}\` says all that is wrong with it.`.trim(),
      cause,
    });
  }
}

function signalsOf(strategy: CompiledStrategy, { coins }: Market, file: string, tell: OnProgress): Masks[] {
  return coins.map(({ coin, candles }, i) => {
    tell({ step: "signals", done: i + 1, of: coins.length });
    const outcome = strategy.signals(candles);
    if (outcome.kind === "masks") return outcome.masks;
    const line = outcome.line === null ? "" : ` line ${outcome.line}`;
    throw new SixbtcError("strategy.failed", `${file}${line}: on the candles of ${coin}, ${outcome.message}`, {
      hint: outcome.hint,
    });
  });
}

/** What the result repeats: one number if one was given, else the limit of every coin. */
function limitsOf({ coins }: Market, maxLeverage: FileJob["maxLeverage"]): FileJob["maxLeverage"] {
  if (typeof maxLeverage === "number") return maxLeverage;
  return Object.fromEntries(coins.map((coin) => [coin.coin, coin.maxLeverage]));
}

function stopwatch(): { lap(): number } {
  let from = performance.now();
  return {
    lap() {
      const now = performance.now();
      const elapsed = now - from;
      from = now;
      return elapsed;
    },
  };
}
