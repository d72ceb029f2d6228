import type { GridColumns } from "../grid-columns.ts";
import type { Market } from "../market.ts";
import type { LaneEngine } from "./lane-engine.ts";
import { HEAP } from "./lane-layout.ts";

/** The memory of an engine behind its fixed part: columns of a market, and behind them what a sweep has for itself. */
export type Heap = {
  readonly ints: Int32Array;
  readonly floats: Float64Array;
  float64(name: string, length: number): Float64Array;
  int32(name: string, length: number): Int32Array;
  uint8(name: string, length: number): Uint8Array;
  /** Of all columns by their names. */
  addresses(): Record<string, number>;
};

type MarketPart = { addresses: Record<string, number>; end: number };

const aligned = (address: number) => Math.ceil(address / 16) * 16;

/** The market whose columns the memory has, so that one sweep after another on it finds them there. */
let resident: { market: WeakRef<Market>; part: MarketPart } | null = null;

/** A heap with the columns of the market, and room for `bytes` of the sweep's own. */
export function createHeap(engine: LaneEngine, market: Market, grid: GridColumns, bytes: number): Heap {
  if (resident?.market.deref() !== market) resident = { market: new WeakRef(market), part: writeMarket(engine, grid) };
  const { part } = resident;
  const buffer = engine.reserve(part.end + bytes);
  const addresses = { ...part.addresses };
  let next = part.end;
  const take = (name: string, length: number): number => {
    const at = next;
    next = aligned(next + length);
    if (next > buffer.byteLength) throw new TypeError(`no room for ${name}`);
    addresses[name] = at;
    return at;
  };
  return {
    ints: new Int32Array(buffer),
    floats: new Float64Array(buffer),
    float64: (name, length) => new Float64Array(buffer, take(name, length * 8), length),
    int32: (name, length) => new Int32Array(buffer, take(name, length * 4), length),
    uint8: (name, length) => new Uint8Array(buffer, take(name, length), length),
    addresses: () => addresses,
  };
}

function writeMarket(engine: LaneEngine, { value, paid, paidAtOpen, closeTime, dayEnd }: GridColumns): MarketPart {
  const columns = { value, paid, paidAtOpen, closeTime, dayEnd };
  const addresses: Record<string, number> = {};
  let end = aligned(HEAP);
  for (const [name, column] of Object.entries(columns)) {
    // An address of 0 says that there is none.
    addresses[name] = column === null ? 0 : end;
    if (column !== null) end = aligned(end + column.byteLength);
  }
  const buffer = engine.reserve(end);
  for (const [name, column] of Object.entries(columns)) {
    if (column === null) continue;
    new Uint8Array(buffer, addresses[name], column.byteLength).set(
      new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
    );
  }
  return { addresses, end };
}
