/**
 * Typed arrays that live from one sweep to the next, by name: pages that a process already has are many times
 * cheaper than fresh ones. An array holds at least `length` values, and what a former user left in them.
 */
export type Scratch = {
  float64(name: string, length: number): Float64Array;
  int32(name: string, length: number): Int32Array;
  uint8(name: string, length: number): Uint8Array;
};

type Column = Float64Array | Int32Array | Uint8Array;

function keeper<Kept extends Column>(create: (length: number) => Kept): (name: string, length: number) => Kept {
  const kept = new Map<string, Kept>();
  return (name, length) => {
    const known = kept.get(name);
    if (known !== undefined && known.length >= length) return known;
    const fresh = create(Math.ceil(length * 1.25));
    kept.set(name, fresh);
    return fresh;
  };
}

export function createScratch(): Scratch {
  return {
    float64: keeper((length) => new Float64Array(length)),
    int32: keeper((length) => new Int32Array(length)),
    uint8: keeper((length) => new Uint8Array(length)),
  };
}
