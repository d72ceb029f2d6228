/* Words of WebAssembly text that the loops of a sweep are written in. Offsets and addresses are in bytes. */

const PAIRS = [0, 1, 2, 3];
/** A line for each pair of lanes. */
export const pairs = (line: (offset: number, pair: number) => string) =>
  PAIRS.map((pair) => line(pair * 16, pair)).join("\n");

export const get = (name: string) => `(local.get $${name})`;
export const set = (name: string, value: string) => `(local.set $${name} ${value})`;
export const i32 = (at: number, base = "(i32.const 0)") => `(i32.load offset=${at} ${base})`;
export const f64 = (at: number, base = "(i32.const 0)") => `(f64.load offset=${at} ${base})`;
export const v128 = (at: number, base = "(i32.const 0)") => `(v128.load offset=${at} ${base})`;
export const put32 = (at: number, value: string, base = "(i32.const 0)") => `(i32.store offset=${at} ${base} ${value})`;
export const put64 = (at: number, value: string, base = "(i32.const 0)") => `(f64.store offset=${at} ${base} ${value})`;
export const put128 = (at: number, value: string, base = "(i32.const 0)") =>
  `(v128.store offset=${at} ${base} ${value})`;
export const n = (value: number) => `(i32.const ${value})`;
export const plus = (a: string, b: string) => `(i32.add ${a} ${b})`;
export const minus = (a: string, b: string) => `(i32.sub ${a} ${b})`;
/** `index` times a power of two. */
export const scaled = (index: string, bits: number) => `(i32.shl ${index} ${n(bits)})`;
export const global = (name: string) => `(global.get $${name})`;
/** Element of a column that begins where a global says. */
export const column32 = (name: string, index: string) => i32(0, plus(global(name), scaled(index, 2)));
export const add = (a: string, b: string) => `(f64x2.add ${a} ${b})`;
export const sub = (a: string, b: string) => `(f64x2.sub ${a} ${b})`;
export const mul = (a: string, b: string) => `(f64x2.mul ${a} ${b})`;
export const div = (a: string, b: string) => `(f64x2.div ${a} ${b})`;
export const splat = (value: string) => `(f64x2.splat ${value})`;
export const ZERO = "(v128.const f64x2 0 0)";

/** Locals a0 to a3, which sum up the four pairs of lanes. */
export const ACCUMULATORS = PAIRS.map((pair) => `(local $a${pair} v128)`).join(" ");
