import { expect, test } from "bun:test";
import { admitModule } from "../../../core/strategy/admit.ts";
import { meterModule } from "../../../core/strategy/meter.ts";
import { metered, plain } from "./both-ways.ts";
import { moduleOf } from "./module-text.ts";

const PROGRAMS: Record<string, [lines: string, helpers?: string]> = {
  "sums of numbers and of strings": [
    "let s = 0; let t = ''; for (const v of c.close) { s += v; t += v; } return [s, t, 1 + s, 'a' + 1 + 2, 1 + 2 + 'a', -1 + +'3', `x$" +
      "{s}y$" +
      "{t}`];",
  ],
  "updates as values": [
    "const o = { n: 1, a: [1, 2, 3] }; const r = [o.n++, ++o.n, o.n--, --o.n, o.a[0]++, ++o.a[1], o.a[o.n]--]; return [r, o];",
  ],
  "compound assignments to all kinds of places": [
    "const o = { n: 1, a: [1, 2, 3], s: 'x', u: undefined, z: 0 }; let i = 0; o.n += 2; o.s += 'y'; o.a[i++] += 5; o.a[i++] **= 2; o.a[o.a.length - 1] <<= 2; o.u ??= 7; o.z ||= 8; o.n &&= 9; o.a[0] ??= 1; o.missing ??= [1]; return [o, i];",
  ],
  "an assignment as a value": ["const o = { a: [0] }; let x; const y = (x = o.a[0] = o.b = 4); return [x, y, o];"],
  "each part of a place is evaluated once, from left to right": [
    "const log = []; const at = (v, r) => { log.push(v); return r; }; const o = { a: [1, 2] }; at('o', o).a[at('k', 1)] += at('v', 5); at('o2', o).n = at('v2', 1); at('o3', o).a[at('k3', 0)]++; at('o4', o.a)[0] ??= at('never', 1); return [o, log];",
  ],
  "a value that changes the index": [
    "const a = [1, 2, 3]; let i = 0; a[i] += i++ + a[i]; a[i] = i = 2; return [a, i];",
  ],
  patterns: [
    "const { a: [first, , ...rest], b: { c: deep = 4 } = {}, ...others } = { a: [1, 2, 3, 4], d: 5, e: 6 }; let x = 1, y = 2; [x, y] = [y, x]; const o = { p: [0, 0] }; [o.p[0], o.q, ...o.p2] = [7, 8, 9, 10];  ({ x, y: o.r = 3 } = { x: 11 }); return [first, rest, deep, others, x, y, o];".replace(
      ", ...o.p2",
      "",
    ),
  ],
  "patterns in parameters": [
    "const f = ([a, ...r], { b = a, ...o } = {}, ...more) => [a, r, b, o, more]; return [f([1, 2, 3]), f([1], { b: 2, c: 3 }, 4, 5)];",
  ],
  "a rest that is assigned": ["let q = [1, 2, 3]; let h; [h, ...q] = q; const v = ([h, ...q] = q); return [h, q, v];"],
  "loops of all kinds": [
    "const r = []; for (let i = 0, j = 9; i < j; i += 2, j--) r.push(i * j); for (const [k, v] of [[1, 2], [3, 4]]) r.push(k + v); for (const x of c.close) if (x > 4) break; else r.push(x); let n = 3; while (n--) { if (n === 1) continue; r.push(n); } do n++; while (n < 3); const o = {}; for (o.k of [1, 2]) r.push(o.k); return [r, n, o];",
  ],
  "names of a loop's head that its body declares anew": [
    "const r = []; let q; for (const [a, ...b] of [[1, 2]]) { const b = a; r.push(b); } for (let { a, ...b } = { a: 1, c: 2 }; a < 3; a++) { let b = a; r.push(b); } for ([...q] of [[1], [2]]) { const q = 5; r.push(q); } for (const [a, ...b] of ['xy']) { r.push(b()); function b() { return a; } } return [r, q];",
  ],
  switch: [
    "const r = []; for (const v of [0, 1, 2, 3]) switch (v) { case 0: r.push('a'); case 1: { function f() { return 'b'; } r.push(f()); break; } default: r.push('c'); case 3: r.push('d'); } return r;",
  ],
  "functions, closures, recursion": [
    "const counter = () => { let n = 0; return { up: () => ++n, get: (by = 1) => (n, n * by) }; }; const k = counter(); k.up(); k.up(); return [fib(12), k.get(), k.get(3), late(), (function inner(n) { return n ? n + inner(n - 1) : 0; })(5)];",
    "function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\nfunction late() { return hoisted(); function hoisted() { return 'h'; } }",
  ],
  "array methods": [
    "const a = [5, 3, 8]; a.push(1, ...[2, 9]); return [a.map((v, i) => v * i), a.filter((v) => v > 2), a.slice(1, -1), a.reduce((x, y) => x + y), a.reduce((x, y) => x + y, 'z'), a.every((v) => v > 0), a.some((v) => v > 8), a.includes(8), a.includes(NaN), [NaN].includes(NaN), a.indexOf(8, 1), a.indexOf(77), [1, 2, 3, 4].fill(0, 1, -1), a.length = 2, a, [0].fill().length, 'abc'.includes('b'), c.close.slice(1, 3), c.close.map((v) => -v).filter((v) => v < -3), c.close.indexOf(9)];",
  ],
  "optional chains": [
    "const o = { a: { b: [1, 2], f: (x) => x + 1 } }; const none = undefined; return [o?.a?.b?.[1], none?.a.b.c, none?.[0], o.a?.f(1), o.b?.f(1), o.a.f?.(2), none?.map((v) => v), o.a.b?.map((v) => v + 1), o.a.b?.push(3), none?.push(1), o.a!.b!.length];",
  ],
  "optional chains that end before a method of arrays": [
    "const none = undefined; let n = 0; const o = { at: 1, q: { at: 2 }, a: [3, 1] }; return [none?.a.map((v) => v).length, none?.a.slice(n++)[0], none?.a.push(n++).b, none?.a.fill(n++), none?.a.includes(n++), none?.map(n++)[0], o.f?.(n++).map((v) => v), o.none?.b.at, o.q?.at, o.filter?.(n++).length, o.a?.map((v) => v * 2)?.[n].b?.c, o[n++]?.(n++).slice(1), (n, o)?.a!.slice(1)[0], n];",
    "const keys = { filter: undefined };",
  ],
  "optional chains that find something that is not there go on": [
    "const o = { n: 0, a: undefined }; const late = (v) => { o.n = v; return o; }; return late(1)?.a?.map((v) => v) ?? late(2).n;",
  ],
  "own methods that are called like those of arrays": [
    "const s = { n: 0, push(v) { s.n += v; return s; }, map: (f) => f(2), fill: () => 'f', indexOf: () => 'i', includes: (x) => !x, at: 5, values: [1] }; return [s.push(3).n, s.map((v) => v * 2), s.fill(1), s.indexOf(1), s.includes(0), s.at, s.values[0], s.at++, s.at];",
  ],
  "own methods that change while they are called": [
    "const o = { fill: (x) => x, indexOf: () => 1e9, includes: (x) => x }; const f = (x) => x; f.includes = () => true; const a = [1]; let n = 0; a.includes = () => true; a.indexOf = () => n++; return [o.fill((o.fill = () => 9, 4)), o.indexOf(1), o.includes((o.includes = () => 9, 4)), f.includes(3), a.includes(3), n];",
  ],
  "an object that is converted to be searched for": [
    "let n = 0; const from = { valueOf: () => n++ }; return [[1, 2].includes(2, from), 'abc'.includes({ toString: () => 'b' + n++ }), 'ab1'.includes({ toString: () => 'b' + n++ }), n];",
  ],
  columns: [
    "const f = new Float64Array(4), u = new Uint8Array([1, 2, 300]); f[0] = 1.5; f[1] += 2; f[2]++; f[9] = 1; f[-1] = 2; u[0] += 255; f.fill(7, 3); const g = f.slice(); g[0] *= 2; return [f, u, g, f[9], f[-1], new Float64Array(NaN).length, new Uint8Array().length, new Float64Array(2.9).length];",
  ],
  "array places beyond the end": [
    "const a = []; a[3] = 1; a[0] += 'x'; a[a.length] = 2; a[10] ||= 3; return [a, a.length];",
  ],
  "conditionals, sequences and spreads": [
    "let i = 0; const a = (i++, i++, i); const o = { ...{ x: 1, y: 2 }, y: 3, ...null, [1 + 1]: 4, i }; return [a, i, o, [...'ab', ...[1], ...c.close].length, Math.max(...c.close, ...[10]), i > 1 ? (i, 'p') : 'q', (i > 5 ? [1] : [2])[0]];",
  ],
  types: [
    "type T = { a: number }; const f = <X,>(x: X, y?: number, ...z: number[]): X => x; let m!: number; m = f<number>(3)!; const o = ({ a: 1 } satisfies T) as T; const n = <number>o.a as unknown as number; (o as any).a = 5; (o.a as number) += 1; const g = (x: number):\n number => x * 2; const h = function <Q>(this_: Q): Q { return this_; }; return [m, o, n, g(4), h(1)];",
  ],
  "parentheses before !": [
    "let n = 3; const o = { x: 1 }; const none = (n > 5 ? o : undefined)!; (n)! += 1; [(n)!, (o.x)!] = [(n + 1)!, 7]; return [(n + 1)! * 2, -(-n)!, (o.x = 2)! + 1, (n ? 1 : 2)! + 1, (none || n)! && 4, (n, 8)! - 1, n! ** 2, (() => 4)!(), o, none?.x!.y];",
  ],
  "types over several lines": [
    "const f = (x, // one\n y = 2) // two\n : number => x + y; const g = <\nT,>(\n...x: T[]\n)\n: T[] =>\n x; let async = 0; for (async! of [1, 2]); const k = () // none\n : number => 7; return [f(1), g(1, 2), async, k()];",
  ],
  "names of the language in patterns": [
    "const o = { at: 1, fill: 2, buffer: 3 }; const { at, fill: b = at, ...rest } = o; const f = ({ buffer, x = buffer }, { at } = o) => [buffer, x, at]; const r = []; for (const { at } of [o, o]) r.push(at); return [at, b, rest, f(o), r];",
  ],
  "keys that look like places": [
    "const o = { '007': 1 }, f = new Float64Array(2), a = []; o['007'] += 1; o['08'] = 2; o['12345678901234567890'] = 3; [o['01'], o['2']] = [4, 5]; o['00']++; f['01'] = 's'; f['1'] = 6; a['01'] = 7; a['1'] = 8; return [o, f, f['01'] + f['01'], a.length, a['01']];",
  ],
  "an index that is a name": [
    "const a = []; a[2 ** 32] = 1; a[1.7e12] = 2; a[-1] = 3; return [a.length, a[2 ** 32], a[1.7e12], a[-1]];",
  ],
  "semicolons left out": [
    "const a = [1, 2]\nlet b = a.length\nconst f = () => 1\nb += f() as number\n;[b] = [b + 1]\nif (b) b++\nelse b--\ndo b++\nwhile (b < 3)\nreturn [\n a,\n b\n]",
  ],
  "names that the surroundings use": [
    "const $$meter = 1, $guards = 2, $$$x = 3, $meter = 4; let $$v = 5; $$v += '6'; return [$$meter, $guards, $$$x, $meter, $$v];",
  ],
  "unusual spellings": [
    "const \\u0061b = 1; let \\u{63}d = ab + 'é😀'; cd += \"\\u2028\"; return [ab, cd, 0x10, 0b11, 1_000, .5, 'a\\\nb'];",
  ],
};

test.each(Object.entries(PROGRAMS))("meter: %s: they mean the same as before", (_, [lines, helpers]) => {
  const wanted = plain(lines, helpers);
  expect(metered(lines, helpers)).toEqual(wanted);
  expect(metered(lines, helpers, true)).toEqual(wanted);
});

test("meter: lines stay where they were", () => {
  const text = moduleOf(`    const f = (x: {
      a: number;
    }):
      number => x.a; // a comment
    let n = 1
      + f({ a: 1 })
      + "x".length;
    type T = {
      b: 1;
    };
    const [a, ...b] = [1, 2,
      3];
    return {};`);
  const admission = admitModule(text);
  if (admission.kind === "refused") throw new Error(JSON.stringify(admission.findings));
  const { code, linesBefore } = meterModule(admission.module);
  const lines = code.split("\n").slice(linesBefore);
  const wanted = text.split("\n");
  for (const word of ["// a comment", "return", "[1, 2", "let n"]) {
    const at = (all: string[]) => all.findIndex((line) => line.includes(word));
    expect([word, at(lines)]).toEqual([word, at(wanted)]);
  }
});
