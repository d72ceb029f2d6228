/**
 * Memory of columns, used again from one run of a strategy to the next. A page that the system hands out anew costs
 * several times what it takes to fill it, and garbage of this size piles up far faster than it is collected.
 *
 * Within `recycled`, all that `newColumn`, `newMask` and `newIndices` make is lent: at the end of the work its memory is
 * taken back, unless a memo keeps it. Whoever still holds such a column then finds it empty, not overwritten.
 */

/** Below this a column is left to the engine, which is as fast with small ones. */
const SMALLEST_BYTES = 1024;
/** What lies ready at most. */
const MOST_READY_BYTES = 24 * 1024 * 1024;

/** Lent since the work began; null: nothing is recycled. */
let lent: ArrayBuffer[] | null = null;
/** All memory that was ever lent: nothing else is ever taken, such as that of candles. */
const ours = new WeakSet<ArrayBufferLike>();
/** How many results that a memo keeps stand on each. */
const kept = new Map<ArrayBuffer, number>();
/** By capacity; what was used last stands last. */
const ready = new Map<number, ArrayBuffer[]>();
let readyBytes = 0;

/** A column of `value`, whatever stood in its memory before. */
export function newColumn(length: number, value = 0): Float64Array {
  const memory = lend(length * Float64Array.BYTES_PER_ELEMENT);
  return memory === null ? new Float64Array(length).fill(value) : new Float64Array(memory, 0, length).fill(value);
}

/** A mask of zeros. */
export function newMask(length: number): Uint8Array {
  const memory = lend(length);
  return memory === null ? new Uint8Array(length) : new Uint8Array(memory, 0, length).fill(0);
}

/** Room for whole numbers, one a bar, all of them `value`. */
export function newIndices(length: number, value = 0): Int32Array {
  const memory = lend(length * Int32Array.BYTES_PER_ELEMENT);
  return memory === null ? new Int32Array(length).fill(value) : new Int32Array(memory, 0, length).fill(value);
}

/**
 * Runs `work` and takes back the columns that were made in it. Its result must not stand on any of them. Within work
 * that is recycled as a whole, parts may be recycled earlier.
 */
export function recycled<Result>(work: () => Result): Result {
  const outer = lent;
  const own: ArrayBuffer[] = [];
  lent = own;
  try {
    return work();
  } finally {
    lent = outer;
    for (const memory of own) if (!memory.detached && !kept.has(memory)) takeBack(memory);
  }
}

/** A memo keeps a column: its memory is not taken back before as many calls of `release`. */
export function keep({ buffer }: Float64Array | Uint8Array): void {
  if (isOurs(buffer)) kept.set(buffer, (kept.get(buffer) ?? 0) + 1);
}

/** A memo lets go of a column, which the work that is being done may still read. */
export function release({ buffer }: Float64Array | Uint8Array): void {
  if (!isOurs(buffer)) return;
  const times = kept.get(buffer) ?? 0;
  if (times > 1) {
    kept.set(buffer, times - 1);
    return;
  }
  kept.delete(buffer);
  lent?.push(buffer);
}

/** Bytes of memory that a column occupies. */
export function occupied(column: Float64Array | Uint8Array): number {
  return column.buffer.byteLength;
}

function lend(bytes: number): ArrayBuffer | null {
  if (lent === null || bytes < SMALLEST_BYTES) return null;
  const capacity = capacityFor(bytes);
  const memory = takeReady(capacity) ?? new ArrayBuffer(capacity);
  ours.add(memory);
  lent.push(memory);
  return memory;
}

function isOurs(memory: ArrayBufferLike): memory is ArrayBuffer {
  return ours.has(memory);
}

/** Four capacities for each doubling, so that coins with histories of different lengths share what there is. */
function capacityFor(bytes: number): number {
  const step = Math.max(2 ** (Math.floor(Math.log2(bytes)) - 2), 1);
  return Math.ceil(bytes / step) * step;
}

/** Of the capacity asked for or up to twice as much. */
function takeReady(capacity: number): ArrayBuffer | null {
  for (let size = capacity; size <= 2 * capacity; size = capacityFor(size + 1)) {
    const memory = ready.get(size)?.pop();
    if (memory === undefined) continue;
    readyBytes -= size;
    return memory;
  }
  return null;
}

function takeBack(memory: ArrayBuffer): void {
  const capacity = memory.byteLength;
  const others = ready.get(capacity) ?? [];
  ready.delete(capacity);
  ready.set(capacity, others);
  // Detached from every column that stood on it.
  others.push(memory.transfer());
  readyBytes += capacity;
  for (const [size, lying] of ready) {
    while (readyBytes > MOST_READY_BYTES && lying.length > 0) {
      lying.pop()?.transfer(0);
      readyBytes -= size;
    }
  }
}
