import { expect, test } from "bun:test";
import type { Candles } from "../../../core/kernel/candles.ts";
import { compileStrategy, type SignalsOutcome } from "../../../core/strategy/evaluate.ts";
import { createMemo } from "../../../core/strategy/ta/memo.ts";
import { createToolbox } from "../../../core/strategy/ta/toolbox.ts";
import { moduleOf, moduleWith } from "./module-text.ts";

const toolbox = createToolbox({ memo: createMemo(10_000_000) });

function candlesOf(length: number): Candles {
  const column = (value: (bar: number) => number) => Float64Array.from({ length }, (_, bar) => value(bar));
  const close = column((bar) => 100 + 10 * Math.sin(bar / 5));
  return {
    time: column((bar) => bar * 900_000),
    open: close.slice(),
    high: close.map((price) => price + 1),
    low: close.map((price) => price - 1),
    close,
    volume: column(() => 10),
    length,
  };
}

function run(text: string, candles = candlesOf(300)): SignalsOutcome {
  return compileStrategy(text, toolbox).signals(candles);
}

function failureOf(text: string, candles?: Candles): string {
  const outcome = run(text, candles);
  return outcome.kind === "failed" ? outcome.code : "ran";
}

test("evaluate: the masks of the strategy, those left out filled with zeros", () => {
  const outcome = run(
    moduleOf("const up = ta.gt(c.close, ta.sma(c.close, 10)); return { enterLong: up, exitLong: ta.not(up) };"),
  );
  if (outcome.kind === "failed") throw new Error(outcome.message);
  expect(outcome.given).toEqual(["enterLong", "exitLong"]);
  expect(outcome.masks.enterLong.some((value) => value === 1)).toBe(true);
  expect([...outcome.masks.enterShort]).toEqual(Array(300).fill(0));
  expect(outcome.masks.exitLong[20]).toBe(1 - (outcome.masks.enterLong[20] ?? 0));
});

test("evaluate: a text that is refused does not compile, with its line", () => {
  expect(() => compileStrategy(moduleWith("process"), toolbox)).toThrow("line 9: `process` is not known to a strategy");
});

test("evaluate: nothing is kept between calls, and params are fresh", () => {
  const text = moduleOf(
    "const box = fresh(); box.n += 1; const m = new Uint8Array(c.length); if (box.n === p.start + 1) m[0] = 1; return { enterLong: m };",
    "const table = [{ n: 5 }];\nfunction fresh() { return table[0]; }",
    "\n params: { start: 5 },",
  );
  const strategy = compileStrategy(text, toolbox);
  for (let call = 0; call < 3; call++) {
    expect(strategy.signals(candlesOf(5))).toMatchObject({ kind: "masks", masks: { enterLong: { 0: 1 } } });
  }
});

test("evaluate: no bars are enough", () => {
  expect(failureOf(moduleOf("return { enterLong: ta.gt(c.close, ta.ema(c.close, 5)) };"), candlesOf(0))).toBe("ran");
});

const ENDLESS: Record<string, string> = {
  "an empty loop": "for (;;);",
  "a loop of its condition": "while (true) {}",
  "a do loop": "do continue; while (true);",
  "recursion without end": "const f = (n) => f(n + 1); f(0);",
  "mutual recursion": "function a() { return b(); } function b() { return a(); } a();",
  "calls in a tree": "const f = (n) => (n > 0 ? f(n - 1) + f(n - 1) : 1); f(60);",
  "recursion in a default": "function f(n, a = n > 0 ? f(n - 1) : 0, b = n > 0 ? f(n - 1) : 0) { return 1; } f(60);",
  "array methods over holes":
    "const a = []; a.length = 900000; for (let i = 0; i < 1e6; i++) { a.every((v) => v); a.filter((v) => v); }",
  "array methods over holes of writes":
    "const a = []; for (let i = 1; i < 9; i++) a[i * 99999] = 1; for (let i = 0; i < 1e6; i++) a.some((v) => !v);",
  "a loop over an array that grows": "const a = [1]; for (const v of a) a.push(v);",
  "array methods in each other":
    "const a = new Float64Array(9000); a.map((v) => a.map((w) => a.reduce((x, y) => x + y, 0))); ",
  "native callbacks": "const a = new Float64Array(9000); for (const v of a) for (const w of a) a.every(isFinite);",
  fills: "const a = new Float64Array(9000); for (const v of a) for (const w of a) a.fill(1);",
  searches: "const a = new Float64Array(9000); for (const v of a) for (const w of a) a.indexOf(1);",
  "sums of a column": "for (let i = 0; i < 1e9; i++) Math.sumPrecise(c.close);",
  "ta in a loop": "for (let i = 0; i < 1e9; i++) ta.not(new Uint8Array(0)), ta.sma(c.close, 2);",
};

test.each(Object.entries(ENDLESS))("evaluate: %s ends", (_, lines) => {
  expect(["work", "recursion", "allocation"]).toContain(failureOf(moduleOf(`${lines} return {};`)));
});

const GROWING: Record<string, string> = {
  columns: "for (;;) new Float64Array(100000);",
  "one huge column": "new Float64Array(1e9);",
  arrays: "let a = []; for (;;) a = [a, a, a, a];",
  pushes: "const a = []; for (;;) a.push(1, 2, 3);",
  spreads: "let a = [1]; for (;;) a = [...a, ...a];",
  "spreads into calls": "const f = (...x) => [...x, ...x]; let a = [1]; for (;;) a = f(...a);",
  "rests of patterns":
    "let a = new Float64Array(9000); const kept = []; for (;;) { const [x, ...r] = a; kept.push(r); }",
  "rests of parameters":
    "const kept = []; const f = ([x, ...r]) => { kept.push(r); }; const a = new Float64Array(9000); for (;;) f(a);",
  "rests of objects": "const o = { a: 1, b: 2, c: 3 }; for (;;) { const { a, ...r } = o; }",
  "spread objects": "let o = { a: 1, b: 2 }; for (;;) o = { ...o, o };",
  "writes far beyond the end": "const k = []; for (let i = 0; ; i++) { const a = []; a[99999] = 1; k[i] = a; }",
  "writes far beyond a computed end": "const k = [[]]; for (let i = 0; ; i++) { k[0][i * 1000] = 1; }",
  "a place in an array without end": "const a = []; a[4294967290] = 1; a.slice(); a.indexOf(7); const [x, ...r] = a;",
  lengths: "const a = []; for (let i = 1; ; i++) a.length = i * 100000;",
  slices: "const a = new Float64Array(9000); for (;;) a.slice();",
  maps: "const a = new Float64Array(9000); for (;;) a.map(Math.abs);",
  "strings doubled": "let s = 'x'; for (;;) s += s;",
  "strings doubled under a key that looks like a place":
    "const f = new Float64Array(1); f['01'] = 'x'; let s = f['01']; for (;;) s += s;",
  "strings in templates": "let s = 'x'; for (;;) s = `$" + "{s}$" + "{s}`;",
  "strings kept": "const a = []; for (;;) a[a.length] = 'x'.slice() + a.length;",
  closures: "let f = () => 0; for (;;) { const g = f; f = () => g; }",
  "functions in blocks": "let f = () => 0; for (;;) { const g = f; { function h() { return g; } f = h; } }",
  "functions in cases":
    "let f = () => 0; for (;;) { const g = f; switch (1) { case 1: function h() { return g; } f = h; } }",
  ta: "for (;;) ta.shift(c.close, 1);",
};

test.each(Object.entries(GROWING))("evaluate: %s without end are stopped", (_, lines) => {
  expect(["allocation", "string", "work"]).toContain(failureOf(moduleOf(`${lines} return {};`)));
});

const FORBIDDEN: [code: string, what: string, lines: string, helpers?: string][] = [
  [
    "shared-write",
    "a write through a helper that also gets own columns",
    "spoil(new Float64Array(3)); spoil(c.close); return {};",
    "function spoil(x) { x[0] = 5; }",
  ],
  ["shared-write", "a write through an object", "const o = { x: c.close }; o.x[1] = 5; return {};"],
  ["shared-write", "a write through an array", "const o = [c.close]; o[0][1]++; return {};"],
  ["shared-write", "a write through a pattern", "const o = { x: c.close }; [o.x[0]] = [5]; return {};"],
  ["shared-write", "a write through a loop's head", "const o = { x: c.close }; for (o.x[0] of [1]); return {};"],
  ["shared-write", "fill through an object", "const o = { x: c.close }; o.x.fill(0); return {};"],
  ["shared-write", "an optional fill", "const o = { x: c.close }; o?.x?.fill?.(0); return {};"],
  ["shared-write", "a property on a column", "const o = { x: c.close }; o.x.mine = 1; return {};"],
  ["shared-write", "a write to the candles through an object", "const o = { x: c }; o.x.close = 1; return {};"],
  ["shared-write", "a write to params through an object", "const o = { x: p }; o.x.n = 1; return {};"],
  ["index", "a computed key", "const k = 'constr' + 'uctor'; return c.close[k];"],
  ["index", "a computed key of a literal", "const k = '__pro' + 'to__'; return { [k]: 1 };"],
  ["index", "a computed key that is written", "const o = {}; o['a' + 'b'] = 1; return {};"],
  ["index", "an array as a key", "const o = { a: 1 }; return o[['a']];"],
  ["index", "an object as a key", "const o = { a: 1 }; return o[{ valueOf: () => 1 }];"],
  ["key", "a key of the language read from an array", "const o = { sort: 1 }; return [3, 1].sort;"],
  ["key", "a key of the language called on an array", "const o = { sort: 1 }; [3, 1].sort(); return o;"],
  ["key", "a key of the language from a column", "const o = { buffer: 1 }; return c.close.buffer;"],
  ["key", "a key of the language from a function", "const o = { name: 1 }; return ((x) => x.name)(() => 1);"],
  [
    "key",
    "a key of the language that an object only inherits",
    "const o = { toString: 1 }; const e = {}; return e.toString;",
  ],
  ["key", "a function of the language by a pattern", "const o = { sort: 1 }; const { sort } = [1]; return o;"],
  [
    "key",
    "a function of the language by a pattern of a parameter",
    "const o = { at: 1 }; (({ at }) => at)([1]); return o;",
  ],
  [
    "key",
    "a function of the language that a later default of the pattern would use",
    "const o = { fill: 1 }; const { fill, x = [7].map(fill, c.close) } = c.close; return {};",
  ],
  [
    "key",
    "a function of the language that a later declarator would use",
    "const o = { fill: 1 }; const { fill } = c.close, x = [7].map(fill, c.close); return {};",
  ],
  [
    "key",
    "a function of the language that the head of a loop would use",
    "const o = { fill: 1 }; for (const { fill } = c.close; [7].map(fill, c.close) > 0; ); return {};",
  ],
  [
    "key",
    "a function of the language that a later parameter would use",
    "const o = { fill: 1 }; (({ fill }, x = [7].map(fill, c.close)) => 1)(c.close); return {};",
  ],
  [
    "key",
    "the memory of a column by a pattern",
    "const o = { buffer: 1 }; const { buffer } = c.close; buffer.transfer(); return {};",
  ],
  [
    "key",
    "a function that only masks have",
    "const o = { setFromHex: 1 }; const m = ta.gt(c.close, 1); const { setFromHex } = m; ['07'].map(setFromHex, m); return {};",
  ],
  ["shared-write", "a property on a function of Math", "const m = Math.max; m.seen = 1; return {};"],
  ["shared-write", "a property on a function of ta", "const e = [ta.ema]; e[0].seen = 1; return {};"],
  ["shared-write", "a property on a function of the language", "isNaN.seen = 1; return {};"],
  [
    "index",
    "a key by which a named callback calls itself",
    "c.close.map(function f(v, i, a) { return i === 0 ? f('filter', 1, []) : i === 1 ? a[v] : 0; }); return {};",
  ],
  [
    "shared-write",
    "a column by which a named callback calls itself",
    "new Float64Array(3).map(function f(v, i, a) { a[0] = 5; return i === 0 ? f(0, 1, c.close) : 0; }); return {};",
  ],
  ["threw", "a method of arrays on an own object", "const o = { length: 1e9 }; o.fill(0); return {};"],
  ["length", "a column made from an object", "const o = { length: 5 }; new Float64Array(o); return {};"],
  ["length", "a column made from a function", "new Float64Array((a, b) => a).length; return {};"],
  ["length", "a column of negative length", "new Float64Array(c.length - 1000); return {};"],
  ["threw", "a value that is not there", "const o = {}; return o.a.b;"],
  ["threw", "a constant before its declaration", "const f = () => x; f(); const x = 1; return {};"],
  ["argument", "a wrong argument to ta", "const n = -5; return { enterLong: ta.gt(ta.shift(c.close, n), 1) };"],
  ["bad-masks", "no object", "return 5;"],
  ["bad-masks", "an array", "return [new Uint8Array(c.length)];"],
  ["bad-masks", "a column as a mask", "return { enterLong: c.close };"],
  ["bad-masks", "an array as a mask", "return { enterLong: [1, 0] };"],
  ["mask-length", "a short mask", "return { enterLong: new Uint8Array(5) };"],
  ["mask-values", "a mask of twos", "return { enterLong: new Uint8Array(c.length).fill(2) };"],
  ["unknown-mask", "a key that is no mask", "const o = {}; o.enter = new Uint8Array(c.length); return o;"],
];

test.each(FORBIDDEN.map(([code, what, lines, helpers]) => [code, what, { lines, helpers }] as const))(
  "evaluate: %s for %s",
  (code, _, { lines, helpers }) => {
    expect(failureOf(moduleOf(`    ${lines}`, helpers))).toBe(code);
  },
);

test("evaluate: a mask that the direction excludes is refused when it is put together at run time", () => {
  const text = moduleOf("const o = {}; o.exitShort = new Uint8Array(c.length); return o;").replace('"both"', '"long"');
  expect(failureOf(text)).toBe("excluded-mask");
});

test("evaluate: a failure names the line of the text", () => {
  const text = moduleOf(`    const o: { a?: any } = {};
    const f = (x) => x.a
      .b;
    f(o);
    return {};`);
  expect(run(text)).toMatchObject({ kind: "failed", code: "threw", line: 11 });
});

test("evaluate: what ta gives may be written to, and nobody else sees it", () => {
  const spoil = moduleOf(
    "const e = ta.ema(c.close, 7); const b = ta.bbands(c.close, 7, 2); e[20] = 1e9; b.upper[20] = 1e9; e.fill(0, 21, 30); b.lower = e; const m = ta.gt(c.close, e); m[0] = 1; return { enterLong: m };",
  );
  const read = moduleOf(
    "return { enterLong: ta.gt(ta.ema(c.close, 7), 1e6), enterShort: ta.gt(ta.bbands(c.close, 7, 2).upper, 1e6) };",
  );
  const candles = candlesOf(300);
  expect(run(read, candles)).toMatchObject({ kind: "masks" });
  expect(run(spoil, candles)).toMatchObject({ kind: "masks", masks: { enterLong: { 0: 1, 25: 1 } } });
  const after = run(read, candles);
  if (after.kind === "failed") throw new Error(after.message);
  expect([...after.masks.enterLong, ...after.masks.enterShort].some((value) => value === 1)).toBe(false);
});

test("evaluate: candles are as they were, whatever a strategy tries", () => {
  const candles = candlesOf(300);
  const before = Bun.hash(candles.close);
  for (const [, , lines, helpers] of FORBIDDEN) failureOf(moduleOf(lines, helpers), candles);
  expect(Bun.hash(candles.close)).toBe(before);
});

test("evaluate: work and values are counted, remembered columns too", () => {
  const text = moduleOf("for (let i = 0; i < 10; i++) ; return { enterLong: ta.gt(ta.ema(c.close, 5), 1) };");
  const strategy = compileStrategy(text, toolbox);
  const first = strategy.signals(candlesOf(300));
  expect(first).toMatchObject({ kind: "masks", work: 10 + 1 + 600, values: 601 });
  expect(strategy.signals(candlesOf(300))).toMatchObject({ work: 611, values: 601 });
});

test("evaluate: idioms over each bar stay within the budget at 20,000 bars", () => {
  const text = moduleOf(`
    const long = new Uint8Array(c.length);
    for (let i = 50; i < c.length; i++) {
      const window = c.high.slice(i - 50, i);
      if (c.close[i] > Math.max(...window) && window.every((v) => v > 0)) long.fill(1, i, i + 3);
      const [lo, hi] = [c.low[i], c.high[i]];
      if (lo > hi) long[i] = 0;
    }
    return { enterLong: long };`);
  expect(failureOf(text, candlesOf(20_000))).toBe("ran");
});
