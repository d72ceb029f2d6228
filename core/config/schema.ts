import { CronPattern } from "croner";
import { z } from "zod";
import { coinKey } from "../market/coin-key.ts";
import { STRATEGY_TYPES } from "../strategy/definition.ts";
import { TIMEFRAMES } from "../timeframe.ts";

const wholeNumber = (min: number, max: number) => z.int().min(min).max(max);

/** A share above nothing, at most all. */
const fraction = z.number().gt(0).max(1);

/** A position takes up to a tenth of the equity as margin, and 10 USD is the smallest that an exchange takes. */
export const SMALLEST_CAPITAL_USD = 100;

const cronPattern = z.string().refine(isCronPattern, "five fields of cron, such as */15 * * * *");

/** What a fill costs: nothing is allowed. */
const cost = z.number().min(0).lt(1);

const ratio = z.number().min(-1000).max(1000);
const share = z.number().min(0).max(1);

/** A value for each timeframe that the factory works on. */
const perTimeframe = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ "15m": value, "30m": value, "1h": value, "2h": value });

const factors = perTimeframe(z.array(z.number().gt(0).max(100)));

const runThresholds = {
  minTrades: perTimeframe(wholeNumber(0, 1_000_000)),
  minSharpe: ratio,
  minWinRate: share,
  minExpectancy: z.number().min(-1).max(1),
  maxDrawdown: fraction,
  maxWinRateHalfWidth: fraction,
};

/** A list in which nothing stands twice; `keyOf` says when two entries mean the same. */
function distinct<Entry extends z.ZodType<string>>(entry: Entry, keyOf: (text: string) => string = (text) => text) {
  return z
    .array(entry)
    .min(1)
    .superRefine((entries, context) => {
      const repeated = entries.filter((one, i) => entries.findIndex((other) => keyOf(other) === keyOf(one)) < i);
      for (const one of repeated)
        context.addIssue({ code: "custom", message: `without repeats: ${one} is there twice` });
    });
}

const weight = z.number().min(0).max(100);

const score = z
  .strictObject({
    min: z.number().min(0).max(100),
    expectancy: z.strictObject({ weight, full: fraction }),
    sharpe: z.strictObject({ weight, full: z.number().gt(0).max(100) }),
    drawdown: z.strictObject({ weight, none: fraction }),
    winRate: z.strictObject({ weight }),
    recency: z.strictObject({ weight }),
  })
  .superRefine(({ expectancy, sharpe, drawdown, winRate, recency }, context) => {
    const sum = [expectancy, sharpe, drawdown, winRate, recency].reduce((total, part) => total + part.weight, 0);
    if (Math.abs(sum - 100) < 1e-9) return;
    context.addIssue({ code: "custom", message: `of weights that add up to 100, and they add up to ${sum}` });
  });

/** How often luck was tried, and how rarely it may come as far. */
const luck = z
  .strictObject({ draws: wholeNumber(1, 1_000_000), maxP: fraction })
  .superRefine(({ draws, maxP }, context) => {
    if (1 / (draws + 1) < maxP) return;
    context.addIssue({ code: "custom", message: `of more draws: the smallest p of ${draws} is not below ${maxP}` });
  });

const weightOfOne = z.number().min(0).max(1);

const robustness = z
  .strictObject({
    min: share,
    outOfSample: z.strictObject({ weight: weightOfOne }),
    trades: z.strictObject({ weight: weightOfOne, full: wholeNumber(1, 1_000_000) }),
    simplicity: z.strictObject({ weight: weightOfOne }),
    minNeighbours: ratio,
    costFactor: z.number().min(1).max(100),
    lateBars: wholeNumber(1, 1000),
  })
  .superRefine(({ outOfSample, trades, simplicity }, context) => {
    const sum = outOfSample.weight + trades.weight + simplicity.weight;
    if (Math.abs(sum - 1) < 1e-9) return;
    context.addIssue({ code: "custom", message: `of weights that add up to 1, and they add up to ${sum}` });
  });

const walkForward = z
  .strictObject({
    parts: wholeNumber(2, 100),
    trainParts: wholeNumber(1, 99),
    minSharpe: ratio,
  })
  .superRefine(({ parts, trainParts }, context) => {
    if (trainParts < parts) return;
    context.addIssue({ code: "custom", message: `of more parts than the ${trainParts} that are trained on` });
  });

const single = z.strictObject({ enabled: z.boolean() });
const parallel = z.strictObject({ enabled: z.boolean(), parallel: wholeNumber(1, 64) });

/** What `config/sixbtc.yaml` may and must say; the meaning of each key stands beside it in that file. */
export const configSchema = z.strictObject({
  dryRun: z.boolean(),
  market: z.strictObject({
    sources: distinct(z.string().regex(/^[a-z0-9]+$/, "an exchange id of ccxt in lower case")),
    coins: distinct(z.string().regex(/^[A-Za-z0-9]{1,20}$/, "a base asset such as BTC"), coinKey),
    timeframes: distinct(z.enum(TIMEFRAMES)),
    historyDays: wholeNumber(1, 3650),
    liveBars: wholeNumber(1, 1_000_000),
  }),
  database: z.strictObject({
    poolSize: wholeNumber(1, 50),
  }),
  logs: z.strictObject({
    folder: z.string().min(1),
    level: z.enum(["debug", "info", "warn", "error"]),
    maxMb: wholeNumber(1, 1000),
    keep: wholeNumber(1, 100),
  }),
  generate: z.strictObject({
    types: z.array(z.enum(STRATEGY_TYPES)).min(1),
    batchSize: wholeNumber(1, 100_000),
    maxWaiting: wholeNumber(1, 100_000),
  }),
  monitor: z.strictObject({
    everySec: wholeNumber(1, 3600),
    staleBars: wholeNumber(1, 100),
    alertDrawdown: z.number().gt(0).lt(1),
    minFreeMb: wholeNumber(0, 1_000_000),
  }),
  schedule: z.strictObject({
    everySec: wholeNumber(1, 3600),
    keepDays: wholeNumber(1, 3650),
    tasks: z.strictObject({
      releaseStale: cronPattern,
      refreshCandles: cronPattern,
      cleanUp: cronPattern,
    }),
  }),
  backtest: z.strictObject({
    windows: z.strictObject({
      inSampleDays: wholeNumber(1, 3650),
      outOfSampleDays: wholeNumber(1, 3650),
      inSampleShare: z.number().gt(0).lt(1),
      minDays: wholeNumber(2, 3650),
    }),
    account: z.strictObject({
      capital: z.number().gt(0).max(1e12),
      risk: fraction,
      maxPositions: wholeNumber(1, 1000),
      fee: cost,
      slippage: cost,
    }),
    sweep: z.strictObject({
      stopFactors: factors,
      targetFactors: factors,
      maxBarsFactors: factors,
      leverages: z.array(wholeNumber(1, 50)),
    }),
    inSample: z.strictObject(runThresholds),
    outOfSample: z.strictObject({ ...runThresholds, maxDegradation: ratio }),
    score,
    randomEntry: luck,
    permutation: luck,
    walkForward,
    consistency: z.strictObject({ parts: wholeNumber(2, 100), minGained: share }),
    robustness,
    deflated: z.strictObject({ min: z.number().gt(0.5).lt(1), minLooks: wholeNumber(2, 1_000_000) }),
    sanity: z.strictObject({
      maxSharpe: z.number().gt(0).max(1000),
      unbeatenTrades: wholeNumber(1, 1_000_000),
      maxProfitShare: fraction,
    }),
    retest: z.strictObject({ everyDays: wholeNumber(1, 3650) }),
    memoMb: wholeNumber(1, 100_000),
  }),
  processes: z.strictObject({
    pollSec: wholeNumber(1, 3600),
    leaseSec: wholeNumber(1, 3600),
    generate: parallel,
    validate: parallel,
    backtest: parallel,
    classify: single,
    deploy: single,
    execute: single,
    monitor: single,
    schedule: single,
    crashmail: single,
  }),
  classify: z.strictObject({
    everySec: wholeNumber(1, 86_400),
    selected: wholeNumber(1, 100),
    perType: wholeNumber(1, 100),
    perTimeframe: wholeNumber(1, 100),
    perDirection: wholeNumber(1, 100),
    maxCorrelation: fraction,
  }),
  deploy: z.strictObject({
    everySec: wholeNumber(1, 604_800),
    rebalanceEnabled: z.boolean(),
    subaccounts: wholeNumber(1, 99),
    capitalUsd: z.number().min(SMALLEST_CAPITAL_USD).max(1_000_000_000),
    retire: z.strictObject({
      degradation: fraction,
      maxDrawdown: fraction,
      lossesInARow: wholeNumber(2, 1000),
      missingTrades: fraction,
      minTrades: wholeNumber(1, 10_000),
      minDays: wholeNumber(1, 3650),
    }),
  }),
});

export type Config = z.infer<typeof configSchema>;

function isCronPattern(text: string): boolean {
  try {
    new CronPattern(text);
    return text.trim().split(/\s+/).length === 5;
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return false;
    throw error;
  }
}
