import { checkArguments } from "./arguments.ts";
import { AVERAGES } from "./averages.ts";
import { COLUMNS } from "./columns.ts";
import { COMPARISONS } from "./comparisons.ts";
import { MASKS } from "./masks.ts";
import { identityOf, type Memo } from "./memo.ts";
import { MOMENTUM } from "./momentum.ts";
import { PATTERNS } from "./patterns.ts";
import { resample } from "./resample.ts";
import { isShared, markShared } from "./shared.ts";
import type { Call, Signature, TaArgument, TaFunction, TaResult } from "./signature.ts";
import { STATISTICS } from "./statistics.ts";
import { STREAMING_MOMENTUM } from "./streaming-momentum.ts";
import { STREAMING_TREND } from "./streaming-trend.ts";
import { STREAMING_VOLATILITY } from "./streaming-volatility.ts";
import { STREAMING_VOLUME } from "./streaming-volume.ts";
import { TREND } from "./trend.ts";
import { VOLATILITY } from "./volatility.ts";
import { VOLUME } from "./volume.ts";

/**
 * Every function of `ta`, the one place that makes it up: the table of STRATEGY.md 3, then the other indicators of
 * trading-signals 8.3.0. Left out of that package are what is no indicator (its helper functions, constants and the
 * error), the abstract classes, arguments that are not numbers (the kind of average: the package's default is used;
 * `monotonic`: true) and the overbought and oversold thresholds, which change the package's signals and no value.
 * MACD and BollingerBandsWidth take other indicators: here they take the numbers those are made of.
 */
const FUNCTIONS = {
  ...AVERAGES,
  ...MOMENTUM,
  ...TREND,
  ...VOLATILITY,
  ...VOLUME,
  ...STATISTICS,
  ...COLUMNS,
  ...COMPARISONS,
  ...MASKS,
  resample,
  ...PATTERNS,
  ...STREAMING_MOMENTUM,
  ...STREAMING_TREND,
  ...STREAMING_VOLATILITY,
  ...STREAMING_VOLUME,
  // "Lower camel case" has two readings for the classes that end in RSI; a text with either must run.
  connorsRSI: STREAMING_MOMENTUM.connorsRsi,
  laguerreRSI: STREAMING_MOMENTUM.laguerreRsi,
};

export type TaName = keyof typeof FUNCTIONS;

/** What each function takes and gives. */
export const TA_SIGNATURES: Readonly<Record<TaName, Signature>> = FUNCTIONS;

export function isTaName(name: string): name is TaName {
  return Object.hasOwn(FUNCTIONS, name);
}

export type Toolbox = { readonly [Name in TaName]: (...values: TaArgument[]) => TaResult };

/**
 * The `ta` that a strategy runs with. Every call checks its arguments (`ta.argument`) and gives new columns or masks;
 * with a memo, calls on shared columns give the kept ones. Results of shared columns alone are shared themselves
 * (`isShared`), and so are read-only to strategies, memo or not; results of a strategy's own arrays are its own.
 */
export function createToolbox(options: { memo?: Memo } = {}): Toolbox {
  const bound = Object.entries(FUNCTIONS).map(([name, callee]) => [
    name,
    (...values: TaArgument[]) => callFunction(name, callee, values, options.memo),
  ]);
  return Object.freeze(Object.fromEntries(bound)) as Toolbox;
}

function callFunction(
  name: string,
  callee: TaFunction,
  values: readonly TaArgument[],
  memo: Memo | undefined,
): TaResult {
  const call = checkArguments(name, callee, values);
  const inputs = [...call.columns, ...call.masks, ...call.operands.filter((operand) => typeof operand !== "number")];
  if (!inputs.every(isShared)) return shaped(callee, call);
  const key = memo && keyOf(name, call);
  const kept = key && memo.get(key);
  if (kept) return kept;
  const result = shaped(callee, call);
  markShared(result);
  if (!ArrayBuffer.isView(result))
    for (const part of Object.values(result)) if (typeof part === "object") markShared(part);
  if (key) memo.set(key, result);
  return result;
}

/** The columns that a function computed, in the shape it promises; objects are frozen, since a memo may hand them on. */
function shaped(callee: TaFunction, call: Call): TaResult {
  const made = callee.compute(call);
  if (made instanceof Float64Array || made instanceof Uint8Array) return made;
  if (callee.result.kind === "candles") {
    const [time, open, high, low, close, volume] = made;
    return Object.freeze({
      time: time!,
      open: open!,
      high: high!,
      low: low!,
      close: close!,
      volume: volume!,
      length: call.length,
    });
  }
  const keys = callee.result.kind === "columns" ? callee.result.keys : [];
  return Object.freeze(Object.fromEntries(keys.map((key, i) => [key, made[i]!])));
}

/** Inputs by identity, numbers by value; -0 is not 0, since 1/-0 is not 1/0. */
function keyOf(name: string, { columns, masks, operands, numbers, timeframe }: Call): string {
  const text = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));
  const inputs = [...columns, ...masks].map((input) => `#${identityOf(input)}`);
  const others = operands.map((operand) => (typeof operand === "number" ? text(operand) : `#${identityOf(operand)}`));
  return [name, ...inputs, ...others, ...numbers.map(text), timeframe ?? ""].join(" ");
}
