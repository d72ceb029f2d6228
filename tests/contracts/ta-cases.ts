import type { Candles } from "../../core/kernel/candles.ts";
import { candlesForStrategy } from "../../core/strategy/ta/shared.ts";
import type { Parameter, Signature, TaArgument, TaResult } from "../../core/strategy/ta/signature.ts";

/* Arguments for any function of `ta` from its signature, and its results as plain lists of columns. */

export const BAR_MS = 900_000;

/** A small generator of numbers in [0, 1) from a seed (mulberry32), so that a red test is red again. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Candles of a random walk on ticks of 1/1000 of `scale`: equal closes and bars without volume occur. */
export function market(seed: number, length: number, scale = 100): Candles {
  const random = randomFrom(seed);
  const tick = scale / 1000;
  const made = {
    time: new Float64Array(length),
    open: new Float64Array(length),
    high: new Float64Array(length),
    low: new Float64Array(length),
    close: new Float64Array(length),
    volume: new Float64Array(length),
    length,
  };
  let price = 1000;
  for (let bar = 0; bar < length; bar++) {
    const open = price;
    const close = Math.max(open + Math.round((random() - 0.5) * 12), 100);
    made.time[bar] = 1_700_000_100_000 + bar * BAR_MS;
    made.open[bar] = open * tick;
    made.close[bar] = close * tick;
    made.high[bar] = (Math.max(open, close) + 1 + Math.floor(random() * 6)) * tick;
    made.low[bar] = (Math.min(open, close) - 1 - Math.floor(random() * 6)) * tick;
    made.volume[bar] = random() < 0.05 ? 0 : Math.round(random() * 1000) / 8;
    price = close;
  }
  return made;
}

/** One argument of each kind for every parameter; columns and masks of one call differ from each other. */
export function argumentsFor(
  { parameters }: Signature,
  c: Candles,
  numberFor: (parameter: Extract<Parameter, { example: number }>) => number = ({ example }) => example,
): TaArgument[] {
  const columns = [c.close, c.open, c.low.map((low) => low + 1), c.high];
  let next = 0;
  return parameters.map((parameter) => {
    switch (parameter.kind) {
      case "column":
      case "operand":
        return columns[next++ % columns.length] ?? c.close;
      case "mask": {
        const every = 2 + next++;
        return Uint8Array.from(c.close, (close, bar) => ((Math.round(close * 10) + bar) % every === 0 ? 1 : 0));
      }
      case "candles":
        return c;
      case "timeframe":
        return "1h";
      default:
        return numberFor(parameter);
    }
  });
}

export function isCandles(value: TaArgument | TaResult): value is Candles {
  return typeof value === "object" && "time" in value && "length" in value && typeof value.length === "number";
}

/** The same arguments over other bars: `change` makes each column or mask anew. */
export function mapColumns<T extends TaArgument>(
  values: readonly T[],
  change: <Values extends Float64Array | Uint8Array>(values: Values) => Values,
): TaArgument[] {
  return values.map((value): TaArgument => {
    if (value instanceof Float64Array || value instanceof Uint8Array) return change(value);
    if (!isCandles(value)) return value;
    const { time, open, high, low, close, volume } = value;
    const made = {
      time: change(time),
      open: change(open),
      high: change(high),
      low: change(low),
      close: change(close),
      volume: change(volume),
    };
    return candlesForStrategy({ ...made, length: made.time.length }, BAR_MS);
  });
}

/** The columns or masks of a result, by key. */
export function parts(result: TaResult): [string, Float64Array | Uint8Array][] {
  if (result instanceof Float64Array || result instanceof Uint8Array) return [["", result]];
  return Object.entries(result).flatMap(([key, part]) => (typeof part === "number" ? [] : [[key, part] as const]));
}

/** Where two columns are not the same to the bit (any NaN is NaN), in words; undefined if nowhere. */
export function firstDifference(
  got: Float64Array | Uint8Array,
  wanted: ArrayLike<number>,
  tolerance = 0,
): string | undefined {
  if (got.length !== wanted.length) return `${got.length} values, not ${wanted.length}`;
  for (let bar = 0; bar < got.length; bar++) {
    const a = got[bar] ?? Number.NaN;
    const b = wanted[bar] ?? Number.NaN;
    if (a === b || (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(a - b) <= tolerance) continue;
    return `bar ${bar}: ${a}, not ${b}`;
  }
  return undefined;
}
