import { expect, test } from "bun:test";
import { causalByItself } from "../../../stages/validate/causal-by-itself.ts";
import { admitted } from "./admitted.ts";

test.each([
  "return { enterLong: ta.crossAbove(ta.ema(c.close, 12), ta.ema(c.close, 26)) };",
  "const { upper } = ta.bbands(c.close, 20, 2); return { enterLong: ta.gt(c.high, upper) };",
  "const h = ta.resample(c, '1h'); return { enterLong: ta.gt(h.close, ta.sma(h.close, p.n ?? 9)) };",
])("causal by itself: nothing but ta: %s", (lines) => {
  expect(causalByItself(admitted(lines))).toBeTrue();
});

test.each([
  "return { enterLong: ta.gt(c.close, c.close[5]) };",
  "return { enterLong: ta.gt(c.close, c.length) };",
  "const { 700: later } = c.close; return { enterLong: ta.gt(c.close, later) };",
  "const { length } = c; return { enterLong: ta.gt(c.close, length) };",
  "const [first] = c.close; return { enterLong: ta.gt(c.close, first) };",
  "if (c.close.length > 5) return {}; return { enterLong: ta.gt(c.close, 1) };",
  "return { enterLong: ta.gt(c.close, c.close === '1' ? 1 : 2) };",
  "return { enterLong: ta.gt(c.close.slice(1), 5) };",
  "const m = new Uint8Array(c.length); return { enterLong: m };",
  "const own = [1, 2]; return { enterLong: ta.gt(c.close, 1) };",
  "const f = () => 1; return { enterLong: ta.gt(c.close, f()) };",
  "for (let i = 0; i < 3; i++) {} return { enterLong: ta.gt(c.close, 1) };",
  "return { enterLong: ta.gt(c.close, Math.max(...c.close)) };",
])("causal by itself: what may carry a later bar to an earlier one is not: %s", (lines) => {
  expect(causalByItself(admitted(lines))).toBeFalse();
});

test("causal by itself: a helper at module level is code of its own", () => {
  const lines = "return { enterLong: ta.gt(c.close, level()) };";
  expect(causalByItself(admitted(lines, "const level = () => 100;"))).toBeFalse();
});
