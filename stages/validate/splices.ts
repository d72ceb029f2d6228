import type { Candles } from "../../core/kernel/candles.ts";
import { newColumn, newMask } from "../../core/strategy/ta/column-memory.ts";
import type { TaArgument, TaResult } from "../../core/strategy/ta/signature.ts";
import type { Toolbox } from "../../core/strategy/ta/toolbox.ts";

type Column = Float64Array | Uint8Array;

/** What a column of `length` bars is put together from: `base` before `cut`, `other` from there on; null: it ends there. */
type Origin = { base: Column; other: Column | null; cut: number; length: number };

const origins = new WeakMap<Column, Origin>();
const KEYS = ["time", "open", "high", "low", "close", "volume"] as const;
type Key = (typeof KEYS)[number];

/** Columns that are written anew for every splice: nobody holds them when its run is over. */
let scratch = newScratch(0);

/**
 * Candles that are those of `base` before `cut`, and those of `other` from there up to `end`; good until the next ones
 * are made.
 */
export function spliceCandles(base: Candles, other: Candles | null, cut: number, end: number): Candles {
  const length = other ? end : cut;
  if (other && scratch.time.length < length) scratch = newScratch(length);
  const column = (key: Key): Float64Array => {
    const out = other ? scratch[key].subarray(0, length) : base[key].subarray(0, cut);
    if (other) {
      out.set(other[key].subarray(cut, length), cut);
      out.set(base[key].subarray(0, cut));
    }
    origins.set(out, { base: base[key], other: other?.[key] ?? null, cut, length });
    return out;
  };
  const [time, open, high] = [column("time"), column("open"), column("high")];
  return { time, open, high, low: column("low"), close: column("close"), volume: column("volume"), length };
}

function newScratch(length: number): Record<Key, Float64Array> {
  return Object.fromEntries(KEYS.map((key) => [key, new Float64Array(length)])) as Record<Key, Float64Array>;
}

/**
 * The toolbox for candles that are spliced: what `ta` makes of them is spliced from what it makes of each of the two
 * markets, which `toolbox` remembers. Before the cut that is to the bit what it would make of the splice, since `ta` is
 * causal; from the cut on it is a future like another, and only that nothing before the cut depends on it is asked.
 */
export function splicingToolbox(toolbox: Toolbox): Toolbox {
  const made: Record<string, (...values: TaArgument[]) => TaResult> = {};
  for (const [name, call] of Object.entries(toolbox)) {
    made[name] = (...values) => {
      const at = originOf(values);
      if (at === null) return call(...values);
      const base = call(...values.map((value) => partOf(value, "base")));
      const isDropped = values.every((value) => !hasOther(value));
      const other = isDropped ? null : call(...values.map((value) => partOf(value, "other")));
      return spliceResults(base, other, at);
    };
  }
  return Object.freeze(made) as Toolbox;
}

function columnsOf(value: TaArgument): Column[] {
  if (typeof value !== "object" || value === null) return [];
  if (isColumn(value)) return [value];
  return (Object.values(value) as unknown[]).filter(isColumn);
}

function isColumn(value: unknown): value is Column {
  return value instanceof Float64Array || value instanceof Uint8Array;
}

/** Where all columns handed in were spliced; null if one is none that was: it is computed as it stands. */
function originOf(values: readonly TaArgument[]): Origin | null {
  const found = values.flatMap(columnsOf).map((column) => origins.get(column));
  const first = found[0] ?? null;
  return found.every((origin) => origin?.cut === first?.cut && origin?.length === first?.length) ? first : null;
}

function hasOther(value: TaArgument): boolean {
  return columnsOf(value).some((column) => origins.get(column)?.other);
}

function partOf(value: TaArgument, part: "base" | "other"): TaArgument {
  if (typeof value !== "object" || value === null) return value;
  if (isColumn(value)) return origins.get(value)?.[part] ?? value;
  const parts = Object.entries(value).map(([key, column]) => {
    return [key, isColumn(column) ? (origins.get(column)?.[part] ?? column) : column];
  });
  return Object.fromEntries(parts) as Candles;
}

function spliceResults(base: TaResult, other: TaResult | null, at: Origin): TaResult {
  if (isColumn(base)) return splice(base, other as Column | null, at);
  const others = other as Record<string, unknown> | null;
  let length = 0;
  const parts = Object.entries(base).map(([key, part]) => {
    const made = isColumn(part) ? splice(part, (others?.[key] as Column | undefined) ?? null, at) : part;
    if (isColumn(made)) length = made.length;
    return [key, made];
  });
  return Object.freeze(
    Object.fromEntries(parts.map(([key, part]) => [key, key === "length" ? length : part])),
  ) as TaResult;
}

function splice(base: Column, other: Column | null, { cut, length }: Origin): Column {
  const out = base instanceof Float64Array ? newColumn(length) : newMask(length);
  out.set(base.subarray(0, cut));
  if (other) out.set(other.subarray(cut, length), cut);
  origins.set(out, { base, other, cut, length });
  return out;
}
