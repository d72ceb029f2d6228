import { expect, test } from "bun:test";
import { checkShuffle } from "../../../stages/validate/shuffle.ts";
import { runsOf } from "./admitted.ts";

/** The line of `signals` that is blamed, counted from its first; null: a leak without a line; undefined: no leak. */
function blamed(lines: string, helpers = "", keys = ""): number | null | undefined {
  const { leak } = checkShuffle(runsOf(`\n${lines}`, helpers, keys));
  const before = 8 + helpers.split("\n").length + keys.split("\n").length - 1;
  return leak ? leak.line && leak.line - before : undefined;
}

test("shuffle: the line that reads a later bar is named, not the clean passes before it", () => {
  const lines = `const n = c.length;
    const rise = new Float64Array(n);
    for (let i = 1; i < n; i++) rise[i] = c.close[i] / c.close[i - 1] - 1;
    const calm = rise.map((v, i) => (i < 5 ? v : (rise[i - 5] + v) / 2));
    const mask = new Uint8Array(n);
    for (let i = 5; i < n; i++) {
      const later = calm[i + 1];
      if (later > 0) mask[i] = 1;
    }
    return { enterLong: mask };`;
  expect(blamed(lines)).toBe(7);
});

test("shuffle: a condition that few bars meet is cut behind", () => {
  const lines = `const mask = new Uint8Array(c.length);
    for (let i = 2; i < c.length; i++) {
      if (c.close[i] === c.open[i] && c.high[i] > c.close[i] && c.close[i + 1] > c.close[i]) mask[i] = 1;
    }
    return { enterLong: mask };`;
  expect(blamed(lines)).toBe(3);
});

test.each([
  ["a price that no usual market has", "c.close[i] > 812345"],
  ["a day in four years", "Math.floor(c.time[i] / 86400000) === 21243"],
  ["a history longer than any usual one", "i > 8200"],
])("shuffle: %s is hunted", (_, condition) => {
  const lines = `const mask = new Uint8Array(c.length);
    for (let i = 2; i < c.length; i++) {
      const k = ${condition} ? 1 : 0;
      if (c.close[i + k] > c.close[i - 1]) mask[i] = 1;
    }
    return { enterLong: mask };`;
  expect(blamed(lines)).toBe(4);
});

test("shuffle: a part of a whole series that only an absurd future shows is found", () => {
  const lines = `let sum = 0;
    for (const v of c.close) sum += v;
    const mean = sum / Math.max(1, c.length);
    return { enterLong: ta.crossAbove(c.close, ta.add(ta.ema(c.close, 20), mean * 1e-7)) };`;
  expect(blamed(lines)).toBeNull();
});

test("shuffle: the first bars behind warmup may be a case of their own", () => {
  const lines = `const mask = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const to = Math.max(i, 50);
      if (c.close[to] > c.close[Math.max(0, i - 1)]) mask[i] = 1;
    }
    return { enterLong: mask };`;
  expect(blamed(lines, "", "\n  warmup: 40,")).toBe(4);
  expect(blamed(lines, "", "\n  warmup: 50,")).toBeUndefined();
});
