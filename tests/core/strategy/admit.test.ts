import { expect, test } from "bun:test";
import { admitModule } from "../../../core/strategy/admit.ts";
import { moduleOf, moduleWith } from "./module-text.ts";

function codesOf(text: string): string[] {
  const admission = admitModule(text);
  return admission.kind === "admitted" ? [] : admission.findings.map(({ code }) => code);
}

const plain = `const fast = ta.ema(c.close, 12); return { enterLong: ta.crossAbove(c.close, fast) };`;

const ALLOWED: Record<string, string> = {
  "the plain case": moduleOf(plain),
  "no ta": moduleOf("return {};").replace("strategy, ta", "strategy"),
  literals: moduleWith("[1, 1.5e3, 0x1f, 'a', `b`, true, null, undefined, NaN, Infinity, -1].length"),
  operators: moduleWith("(1 + 2 - 3) * 4 / 5 % 6 ** 2 | 7 & 8 ^ ~9 << 1 >> 2 >>> 3"),
  comparisons: moduleWith("1 < 2 && 2 >= 1 || !(3 === 4) || 5 != 6 || (p?.x ?? 0) == 1"),
  "statements of all kinds": moduleOf(`
    let n = 0;
    for (let i = 0, j = 1; i < 3; i++, j--) { if (i === 1) continue; else n += j; }
    for (const v of [1, 2]) n += v;
    while (n < 3) n++;
    do { n--; } while (n > 0);
    switch (n) { case 0: n = 1; break; default: n ||= 2; n &&= 3; n ??= 4; n **= 2; }
    ;
    return {};`),
  "functions, recursion, closures": moduleWith(
    "fib(10) + add(1)(2)",
    "function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\nconst add = (a) => (b) => a + b;",
  ),
  "a helper below the export": `${moduleWith("late(2)")}function late(x) { return x + 1; }`,
  "objects, destructuring, spread": moduleOf(`
    const { close, high: h, ...others } = c;
    const [first, , third = 3, ...rest] = [1, 2];
    const o = { first, [2]: 4, nested: { list: [...rest, third] }, f(x) { return x; }, "quoted key": 1 };
    const copy = { ...o, second: o?.nested?.list?.[0] };
    o.nested.list[0] = 5; o["quoted key"] += 1; o.first++;
    [o.first, o.second] = [o.second, o.first];
    return {};`),
  "types are erased": moduleOf(
    `    const f = <T,>(x: T, y?: number): T => x;
    const n = f<number>(1) as number; let m!: number; m = n!; const k = { a: 1 } satisfies Shape; const t = <number>n;
    return { enterLong: new Uint8Array(c.length).fill(m + k.a + t > 2 ? 1 : 0) };`,
    "type Shape = { a: number };\ninterface Other extends Shape { b: typeof c }\nconst id = (x: number): number => x;",
  ),
  "array methods": moduleWith(
    "[1, 2].map((v) => v).filter(Boolean2).slice(0).reduce((a, b) => a + b, 0) + [1].indexOf(1) + [].push(1) + [0].fill(1).length + ([1].every(isFinite) && [1].some(isNaN) && [1].includes(1) ? 1 : 0)",
    "function Boolean2(v) { return !!v; }",
  ),
  "Math and Number": moduleWith("Math.max(...[1, 2]) + Math.PI + [1].map(Math.abs).length + (Number.isNaN(1) ? 1 : 0)"),
  "functions taken out of ta and Math": moduleOf(
    "const { ema, sma, shift } = ta; const { abs, max: most } = Math; const pick = p.fast ? ema : sma; return { enterLong: ta.gt(pick(c.close, 5), shift(c.close, most(1, abs(-1)))) };",
  ),
  "local names that are globals elsewhere": moduleWith(
    "(() => { const window = 1, future = 2, process = 3, Bun = 4, fetch = (x) => x, Date = 5; return fetch(window + future + process + Bun + Date); })()",
  ),
  "a local Math": moduleWith("((Math) => Math.random + Math.sort)({ random: 1, sort: 2 })"),
  "own keys that arrays have too": moduleWith(
    "(() => { const s = { at: 1, values: [1], name: 'x', big: 2 }; const { big, name } = s; s.at++; return s.values.length + s.at + big; })()",
  ),
  "keys in strings": moduleWith("'constructor' === 'prototype'"),
  "module constants": moduleWith(
    "FAST + TABLE[1] + CONFIG.k",
    "const FAST = 12;\nlet unused = 1;\nconst TABLE = [1, 2];\nconst CONFIG = { k: 3 };",
  ),
  "constants in the definition": moduleOf(
    "return {};",
    "const TF = '15m';\nconst BASE = 10;\nconst STOP = { kind: 'atr', length: BASE + 4, multiple: 2 };",
    "\n params: { n: BASE * 2, on: true, s: 'x', m: -1 },\n leverage: BASE,",
  )
    .replace('"15m"', "TF")
    .replace('{ kind: "percent", value: 0.02 }', "STOP"),
  "no semicolons": moduleOf("const a = 1\nlet b = a\nb += 2\n;[1].map((x) => x)\nreturn {}"),
  "an arrow function": moduleOf("return {};").replace("signals(c, p) {", "signals: (c, p) => {"),
  "comments and unicode": moduleOf("/* 😀 */ const é = 1; // ¡hola!\nreturn {};"),
  "a byte-order mark": `\ufeff${moduleOf(plain)}`,
  "windows line ends": moduleOf(plain).replaceAll("\n", "\r\n"),
  "a hundred brackets deep": moduleWith(`${"(".repeat(94)}1${")".repeat(94)}`),
  "a long sum": moduleWith(Array.from({ length: 400 }, (_, i) => i).join(" + ")),
  "a long chain of else if": moduleOf(
    `let n = 0; ${Array.from({ length: 150 }, (_, i) => `if (n === ${i}) n = 1;`).join(" else ")} return {};`,
  ),
};

test.each(Object.entries(ALLOWED))("admit: %s is allowed", (_, text) => {
  expect(admitModule(text)).toMatchObject({ kind: "admitted" });
});

const REFUSED: [code: string, what: string, text: string][] = [
  [
    "no-import",
    "no import",
    moduleOf(plain)
      .replace(/^import.*/, "")
      .replaceAll("ta.", "")
      .replace(/signals[\s\S]*\n {2}},/, "signals() { return {}; },"),
  ],
  ["second-import", "a second import", `import fs from "node:fs";\n${moduleOf(plain)}`],
  ["import", "another module", moduleOf(plain).replace('"sixbtc"', '"node:fs"')],
  ["import", "a renamed import", moduleOf("return {};").replace("ta }", "ta as t }")],
  ["import", "a namespace import", moduleOf("return {};").replace("{ strategy, ta }", "* as all")],
  ["import", "a type import", moduleOf("return {};").replace("import {", "import type {")],
  ["import", "import()", moduleWith('import("node:fs")')],
  ["import", "a type of another module", moduleOf('const x: import("node:fs").Stats = 1; return {};')],
  ["second-export", "a named export", moduleOf(plain, "export const x = 1;")],
  ["no-export", "no export", 'import { strategy } from "sixbtc";'],
  ["no-strategy", "another default export", 'import { strategy } from "sixbtc";\nexport default { name: "x" };'],
  ["second-strategy", "a second call", moduleOf(plain, "const other = strategy({});")],
  ["shadowed-name", "ta declared anew", moduleOf("const ta = 1; return {};")],
  ["module-statement", "a loop at module level", moduleOf(plain, "for (;;) {}")],
  [
    "bad-signals",
    "signals by name",
    `${moduleOf(plain).replace(/signals[\s\S]*\n {2}},/, "signals: later,")}function later() {}`,
  ],
  ["async", "async signals", moduleOf(plain).replace("signals(", "async signals(")],
  ...[
    "window",
    "process",
    "Bun",
    "globalThis",
    "require",
    "eval",
    "Function",
    "fetch",
    "setTimeout",
    "Date",
    "performance",
    "Object",
    "Array",
    "Reflect",
    "Proxy",
    "Symbol",
    "Promise",
    "JSON",
    "String",
    "Error",
    "RegExp",
    "Map",
    "console",
    "crypto",
    "WebAssembly",
    "Atomics",
    "structuredClone",
    "arguments",
    "self",
    "module",
    "exports",
    "Int8Array",
    "BigInt",
    "parseInt",
  ].map((name): [string, string, string] => ["unknown-name", name, moduleWith(`${name}`)]),
  ["unknown-name", "an escaped eval", moduleWith("\\u0065val('1')")],
  ["random", "Math.random", moduleWith("Math.random()")],
  ["random", "Math.random by index", moduleWith("Math['random']()")],
  ["random", "Math.random taken out", moduleOf("const { random } = Math; return {};")],
  ["computed-name", "Math by computed name", moduleWith("Math['ran' + 'dom']()")],
  ["not-a-value", "Math as a value", moduleWith("[Math]")],
  ["not-a-value", "ta as a value", moduleWith("((t) => t)(ta)")],
  ["unknown-ta", "an unknown ta", moduleWith("ta.emaa(c.close, 5)")],
  ...["constructor", "prototype", "__proto__", "call", "apply", "bind"].flatMap((key): [string, string, string][] => [
    ["forbidden-key", `.${key}`, moduleWith(`c.close.${key}`)],
    ["forbidden-key", `["${key}"]`, moduleWith(`c.close["${key}"]`)],
    ["forbidden-key", `[\`${key}\`]`, moduleWith(`c.close[\`${key}\`]`)],
    ["forbidden-key", `{ ${key}: 1 }`, moduleWith(`({ ${key}: 1 })`)],
    ["forbidden-key", `{ ${key}() }`, moduleWith(`({ ${key}() {} })`)],
    ["forbidden-key", `const { ${key} }`, moduleOf(`const { ${key}: x } = c; return {};`)],
    ["forbidden-key", `["${key}" as any]`, moduleWith(`c.close["${key}" as any]`)],
  ]),
  ["forbidden-key", "an escaped key", moduleWith("c.\\u0063onstructor")],
  ...[
    "sort",
    "reverse",
    "concat",
    "subarray",
    "buffer",
    "toString",
    "valueOf",
    "at",
    "set",
    "entries",
    "join",
    "forEach",
  ].map((key): [string, string, string] => ["built-in-key", `.${key}`, moduleWith(`c.close.${key}`)]),
  ["built-in-key", "a method as a value", moduleWith("[1].map")],
  ["built-in-key", "a method taken out", moduleOf("const { sort } = [1]; return {};")],
  ["class", "class", moduleOf("class A {} return {};")],
  ["this", "this", moduleWith("this")],
  ["async", "async", moduleWith("(async () => 1)()")],
  ["async", "await", moduleOf(plain, "const x = await 1;")],
  ["generator", "a generator", moduleOf("function* g() {} return {};")],
  ["try", "try", moduleOf("try { return {}; } catch {}")],
  ["throw", "throw", moduleOf("throw 1;")],
  ["label", "a label", moduleOf("a: for (;;) break a; return {};")],
  ["for-in", "for in", moduleOf("for (const k in c) ; return {};")],
  ["regex", "a regular expression", moduleWith("/(a+)+$/")],
  ["tagged-template", "a tagged template", moduleWith("((x) => x)`a`")],
  ["delete", "delete", moduleOf("const o = { a: 1 }; delete o.a; return {};")],
  ["operator", "typeof", moduleWith("typeof c")],
  ["operator", "in", moduleWith("'close' in c")],
  ["bigint", "a big integer", moduleWith("10n")],
  ["accessor", "a getter", moduleWith("({ get a() { return 1; } })")],
  ["accessor", "a setter", moduleWith("({ set a(v) {} })")],
  ["meta-property", "import.meta", moduleWith("import.meta")],
  ["meta-property", "new.target", moduleOf("function f() { return new.target; } return {};")],
  ["var", "var", moduleOf("var x = 1; return {};")],
  ["enum", "enum", moduleOf(plain, "enum A { B }")],
  ["namespace", "namespace", moduleOf(plain, "namespace A { export const b = 1; }")],
  ["declare", "declare", moduleOf(plain, "declare const x: number;")],
  ["html-comment", "<!--", moduleOf("let a = 1, b = 2; return { x: a<!--b };")],
  ["hole", "an array with holes", moduleWith("[1, , 2]")],
  ["length", "a length in a pattern", moduleOf("const a = []; [a.length] = [5]; return {};")],
  ["debugger", "debugger", moduleOf("debugger; return {};")],
  ["unknown-name", "new of another type", moduleWith("new Array(5)")],
  ["new", "new of an own function", moduleWith("new (f)(3).length", "const f = (n) => n;")],
  [
    "new",
    "new of a name like that of a column",
    moduleWith("new Float64Array(3).length", "const Float64Array = (n) => n;"),
  ],
  ["new", "new with two arguments", moduleWith("new Float64Array(c.close, 8)")],
  ["unknown-name", "a column type as a value", moduleWith("Float64Array.from([1])")],
  ["const-assigned", "a constant assigned", moduleOf("const a = 1; a = 2; return {};")],
  ["unknown-name", "a global assigned", moduleOf("undefined = 2; return {};")],
  ["shared-write", "a write to a column", moduleOf("c.close[0] = 1; return {};")],
  ["shared-write", "a write to the candles", moduleOf("c.close = c.open; return {};")],
  ["shared-write", "a write through an alias", moduleOf("const d = c; const { high } = d; high[0]++; return {};")],
  [
    "shared-write",
    "a write through a helper",
    moduleOf("spoil(c.low); return {};", "function spoil(col) { col[0] += 1; }"),
  ],
  ["shared-write", "fill", moduleOf("c.volume.fill(0); return {};")],
  ["shared-write", "a pattern", moduleOf("[c.close[0], c.close[1]] = [1, 2]; return {};")],
  [
    "shared-write",
    "the third argument of map",
    moduleOf("c.close.map((v, i, all) => { all[i] = 0; return v; }); return {};"),
  ],
  ["shared-write", "params", moduleOf("p.n = 1; return {};")],
  ["module-state", "a module variable", moduleOf("count++; return {};", "let count = 0;")],
  ["module-state", "a module array", moduleOf("seen.push(1); return {};", "const seen = [];")],
  [
    "module-state",
    "a module object, aliased",
    moduleOf("const s = state.inner; s.n = 1; return {};", "const state = { inner: { n: 0 } };"),
  ],
  ["unknown-mask", "an unknown mask", moduleOf("return { enterLnog: new Uint8Array(c.length) };")],
  [
    "excluded-mask",
    "an excluded mask",
    moduleOf("return { enterShort: new Uint8Array(c.length) };").replace('"both"', '"long"'),
  ],
  ["too-deep", "101 brackets", `${"(".repeat(101)}`],
  ["too-large", "a large text", `${moduleOf(plain)}//${"x".repeat(65_536)}`],
  ["not-text", "NUL", `${moduleOf(plain)}\0`],
  ["not-utf8", "a lone surrogate", `${moduleOf(plain)}// \ud800`],
  ["hidden-direction", "a bidirectional override", `${moduleOf(plain)}// \u202e`],
  ["not-typescript", "a syntax error", moduleOf("return {;")],
];

test.each(REFUSED)("admit: %s for %s", (code, _, text) => {
  expect(codesOf(text)).toContain(code);
});

test.each(["__proto__", "toString", "hasOwnProperty", "valueOf"])(
  "admit: the unknown name %s is refused as any other",
  (name) => {
    for (const text of [`${name}`, `${name}.x`, `${name}(1)`]) {
      const admission = admitModule(moduleWith(text));
      expect(admission).toMatchObject({ kind: "refused", findings: [{ code: "unknown-name" }] });
    }
  },
);

test("admit: one finding for one departure, at its place", () => {
  const admission = admitModule(moduleOf(`    const é = "😀"; const x = Date.now();\n    return {};`));
  expect(admission).toMatchObject({
    kind: "refused",
    name: "Strategy_MOM_1f9c03ab",
    findings: [{ phase: "syntax", severity: "error", code: "unknown-name", line: 9, column: 31 }],
  });
});

test("admit: the hint names the function that was meant", () => {
  const admission = admitModule(moduleWith("ta.crosAbove(c.close, c.open)"));
  expect(admission.kind === "refused" && admission.findings[0]?.hint).toContain("ta.crossAbove");
});
