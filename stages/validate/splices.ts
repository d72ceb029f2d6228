import type { Candles } from "../../core/kernel/candles.ts";
import { newColumn, newMask } from "../../core/strategy/ta/column-memory.ts";
import type { TaArgument, TaResult } from "../../core/strategy/ta/signature.ts";
import type { Toolbox } from "../../core/strategy/ta/toolbox.ts";

type Column = Float64Array | Uint8Array;

/** What a column is put together from: `base` before `cut`, `other` from there on; null: it ends there. */
type Origin = { base: Column; other: Column | null; cut: number };

const origins = new WeakMap<Column, Origin>();
const KEYS = ["time", "open", "high", "low", "close", "volume"] as const;
type Key = (typeof KEYS)[number];
const MOST_LENGTHS = 4;

/** Columns that are written anew for every splice of so many bars: nobody holds them when its run is over. */
const scratch = new Map<number, Record<Key, Float64Array>>();

/** Candles that are those of `base` before `cut`, and those of `other` from there on; good until the next ones are made. */
export function spliceCandles(base: Candles, other: Candles | null, cut: number): Candles {
  const length = other ? other.length : cut;
  const columns = other && (scratch.get(length) ?? newScratch(length));
  const column = (key: Key): Float64Array => {
    const out = columns ? columns[key] : base[key].subarray(0, cut);
    if (other) out.set(other[key].subarray(cut), cut);
    if (other) out.set(base[key].subarray(0, cut));
    origins.set(out, { base: base[key], other: other?.[key] ?? null, cut });
    return out;
  };
  const [time, open, high] = [column("time"), column("open"), column("high")];
  return { time, open, high, low: column("low"), close: column("close"), volume: column("volume"), length };
}

function newScratch(length: number): Record<Key, Float64Array> {
  const made = Object.fromEntries(KEYS.map((key) => [key, new Float64Array(length)])) as Record<Key, Float64Array>;
  if (scratch.size >= MOST_LENGTHS) scratch.clear();
  scratch.set(length, made);
  return made;
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
      const cut = cutOf(values);
      if (cut === null) return call(...values);
      const base = call(...values.map((value) => partOf(value, "base")));
      const isDropped = values.every((value) => !hasOther(value));
      const other = isDropped ? null : call(...values.map((value) => partOf(value, "other")));
      return spliceResults(base, other, cut);
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

/** The cut that all columns handed in share; null if one is none that was spliced there: it is computed as it stands. */
function cutOf(values: readonly TaArgument[]): number | null {
  const found = values.flatMap(columnsOf).map((column) => origins.get(column));
  const cut = found[0]?.cut ?? null;
  return found.every((origin) => origin?.cut === cut) ? cut : null;
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

function spliceResults(base: TaResult, other: TaResult | null, cut: number): TaResult {
  if (isColumn(base)) return splice(base, other as Column | null, cut);
  const others = other as Record<string, unknown> | null;
  let length = 0;
  const parts = Object.entries(base).map(([key, part]) => {
    const made = isColumn(part) ? splice(part, (others?.[key] as Column | undefined) ?? null, cut) : part;
    if (isColumn(made)) length = made.length;
    return [key, made];
  });
  return Object.freeze(
    Object.fromEntries(parts.map(([key, part]) => [key, key === "length" ? length : part])),
  ) as TaResult;
}

function splice(base: Column, other: Column | null, cut: number): Column {
  const length = other ? other.length : cut;
  const out = base instanceof Float64Array ? newColumn(length) : newMask(length);
  out.set(base.subarray(0, cut));
  if (other) out.set(other.subarray(cut), cut);
  origins.set(out, { base, other, cut });
  return out;
}
