import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { usageError } from "../../../core/errors.ts";
import { isTimeframe, TIMEFRAMES, type Timeframe } from "../../../core/timeframe.ts";

export type Options = {
  /** Of candle files, named like BTCUSDT-15m.csv.gz. */
  folder: string;
  timeframe: Timeframe;
  markets: number;
  count: number;
  planted: number;
  seed: number;
  workers: number;
  json: boolean;
  /** Days of candles before the newest one that are used; null: all. */
  days: number | null;
};

/** What a call does that says nothing; `--quick` is a smoke test, whose numbers mean nothing. */
const FULL = { markets: 12, count: 300, planted: 4, days: null };
const QUICK = { markets: 2, count: 10, planted: 1, days: 240 };
/** Not a seed that anything was tuned by. */
const SEED = 20_261_127;

export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  const { values } = parse(args);
  const { candles = env["SIXBTC_TEST_DATA"], timeframe = "15m" } = values;
  if (!candles) {
    throw usageError(
      "There is no folder of candles",
      "Name one with --candles DIR or in SIXBTC_TEST_DATA; its files are named like BTCUSDT-15m.csv.gz.",
    );
  }
  if (!isTimeframe(timeframe)) {
    throw usageError(`--timeframe ${timeframe} is none`, `Name one of ${TIMEFRAMES.join(", ")}.`);
  }
  const usual = values.quick ? QUICK : FULL;
  const whole = (name: "markets" | "count" | "planted" | "seed" | "workers", least: number, otherwise: number) => {
    const given = values[name];
    const number = given === undefined ? otherwise : Number(given);
    if (Number.isInteger(number) && number >= least) return number;
    throw usageError(`--${name} ${given} is no whole number from ${least}`, `Without it, it is ${otherwise}.`);
  };
  const markets = whole("markets", 1, usual.markets);
  return {
    ...{ folder: candles, timeframe, markets, json: values.json, days: usual.days },
    count: whole("count", 1, usual.count),
    planted: Math.min(markets, whole("planted", 0, usual.planted)),
    seed: whole("seed", 0, SEED),
    workers: Math.min(markets, whole("workers", 1, availableParallelism())),
  };
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const known = { candles: text, markets: text, count: text, planted: text, seed: text, workers: text };
  try {
    return parseArgs({ args: [...args], options: { ...known, timeframe: text, json: flag, quick: flag } });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw usageError(error.message, "The first lines of tests/bench/null/main.ts name all options.");
  }
}
