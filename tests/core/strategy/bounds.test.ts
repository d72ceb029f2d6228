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
  ];
  for (const end of ["\n", ";\n", "; "]) {
    const text = lines.map((line) => `${line}${end}`.repeat(200)).join("\n");
    expect(findTooDeep(text)).toBeNull();
  }
});
