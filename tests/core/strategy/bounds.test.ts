import { expect, test } from "bun:test";
import { admitModule } from "../../../core/strategy/admit.ts";
import { findTooDeep } from "../../../core/strategy/bounds.ts";
import { MAX_TEXT_BYTES } from "../../../core/strategy/text.ts";

/** What nests in one text of the largest size; each of the first kind ends a parser that reads it. */
const DEEP: Record<string, [before: string, again: string, after?: string]> = {
  parentheses: ["x=", "("],
  brackets: ["x=", "["],
  braces: ["", "{"],
  templates: ["x=", "`${"],
  "not of not": ["x=", "!", "a"],
  "minus of minus": ["x=", "- ", "1"],
  arrows: ["x=", "a=>", "1"],
  "arrows in parentheses": ["x=", "a=>(", "1"],
  conditionals: ["x=", "a?b:", "c"],
  "conditionals with braces": ["x=", "a?{}:", "c"],
  assignments: ["", "a=", "1"],
  "ifs without braces": ["", "if(a)", ";"],
  "ifs on lines of their own": ["", "if(a)\n", ";"],
  "ifs under else": ["", `${"if(a)".repeat(90)}x;else `, ";"],
  "fors without braces": ["", "for(;;)", ";"],
  "else ifs": ["", "if(a);else ", ";"],
  does: ["", "do ", ";"],
  labels: ["", "a:", ";"],
  "type arguments": ["let a:", "a<", "b;"],
  "type arguments with commas": ["let a:", "a<x,a<", "b;"],
  "function types": ["type T=", "()=>", "d"],
  sums: ["x=", "a+", "a"],
  members: ["a", ".a"],
  calls: ["a", "()"],
  "non-nulls": ["a", "!"],
};

test.each(Object.entries(DEEP))(
  "bounds: %s without end are refused before they are parsed",
  (_, [before, again, after = ""]) => {
    const count = Math.floor((MAX_TEXT_BYTES - before.length - after.length) / again.length);
    const text = before + again.repeat(count) + after;
    expect(findTooDeep(text)).not.toBeNull();
    expect(admitModule(text)).toMatchObject({ kind: "refused", findings: [{ code: "too-deep" }] });
  },
);

test("bounds: brackets hidden behind strings, comments, templates and regular expressions are seen", () => {
  const deep = "(".repeat(101);
  for (const before of [
    '"\\"";',
    "'`';",
    "/*'*/",
    "//`\n",
    "`$" + "{'}'}`;",
    "x=/['\"`]/;",
    "if(1)/'/;",
    "a/b;'/';",
    "x=a++/2;",
  ]) {
    expect([before, findTooDeep(before + deep)]).toEqual([before, { offset: before.length + 100, what: "nesting" }]);
  }
});

test.each(["const of=1;x=of/", "x=o.if/", "x=o?.return/", "x=o.while(1)/", "x=a as b/", "x=a++/"])(
  "bounds: what %s divides is seen",
  (before) => {
    const deep = `${before}${"(".repeat(200)}1${")".repeat(200)}/2`;
    expect(findTooDeep(deep)).toMatchObject({ what: "nesting" });
  },
);

test.each([
  "{}\n/`/.x;",
  "let a\n/`/.x;",
  "let a: b\n/`/.x;",
  "let a = 1, b\n/`/.x;",
  "let\na\n/`/.x;",
  "import 'a'\n/`/.x;",
  "import\na from 'a'\n/`/.x;",
  "type A = readonly\nb[]\n/`/.x;",
  "for(;;){break\n/`/.x;",
  "for await(a of b)/`/.x;",
  "for(a of/`/.x)",
  "x=yield/`/.x;",
  "x=a as b<c>/`/.x;",
  "x=a?/`/.x:1;",
])("bounds: a slash in %j that may hide what follows is refused", (before) => {
  expect(findTooDeep(`${before}${"(".repeat(200)}`)).toEqual({ offset: before.indexOf("/`"), what: "slash" });
  expect(admitModule(before)).toMatchObject({ kind: "refused", findings: [{ code: "regex" }] });
});

test.each(["#!`\n", "x='\\\r\n';", "x=1\n++/`/.x;", "x=3in/`/;"])("bounds: what follows %j is seen", (before) => {
  const deep = `${before}${"(".repeat(101)}`;
  expect(findTooDeep(deep)).toEqual({ offset: before.length + 100, what: "nesting" });
});

test("bounds: words between blanks of other scripts and on lines of their own are counted", () => {
  for (const blank of ["\u00a0", "\u0085", "\u200b", "\u3000", "\ufeff"]) {
    expect(findTooDeep(`x=${`typeof${blank}`.repeat(101)}a`)).toMatchObject({ what: "nesting" });
  }
  expect(findTooDeep(`type A=${"readonly\n".repeat(1_001)}a[]`)).toMatchObject({ what: "chain" });
});

test("bounds: what reads flat is not deep, with or without semicolons", () => {
  const lines = [
    "const a = b + c * -d",
    "if (a) x = 1",
    "a[i]! / (b ?? 1)",
    "list.push({ at: i, f: (x) => -x })",
    "let s = `$" + "{a} and $" + "{b}`",
    "const f = (x: Map<string, number>) => x",
    "for (let i = 0; i < n; i++) if (a < b && c > d) out[i] = 1",
    "x = a ? { k: 1 } : [2]",
    "else_ = x\n  / y",
    "const half = (x as number) / (y / 2)",
    "let w = (a + b)\n  / (c / d)",
    "const of = { if: 1 }, as = of.if / (b / f('1h'))",
    "x = i++ / (n / 2)",
    "x = y! / f('/') / 2",
    "const third = [a, b\n / (c / 3)]",
  ];
  for (const end of ["\n", ";\n", "; "]) {
    const text = lines.map((line) => `${line}${end}`.repeat(200)).join("\n");
    expect(findTooDeep(text)).toBeNull();
  }
});
