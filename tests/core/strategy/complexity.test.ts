import { expect, test } from "bun:test";
import { complexityOf } from "../../../core/strategy/complexity.ts";

const moduleOf = (signals: string, more = "", before = "") => `import { strategy, ta } from "sixbtc";
${before}
export default strategy({
  name: "Strategy_TRD_x",
  timeframe: "1h",
  direction: "long",
  warmup: 120,
  leverage: 7,
  exits: { stop: { kind: "atr", length: 20, multiple: 3 }, maxBars: 48 },
  ${more}
  signals(c, p) {
    ${signals}
  },
});
`;

test("complexity: exits, warmup and leverage are none of it", () => {
  expect(complexityOf(moduleOf("return {};"))).toEqual({ indicators: 0, conditions: 0, numbers: 0 });
});

test("complexity: different calls count once each, however they are written", () => {
  const signals =
    "const a = ta.ema(c.close, 20), b = ta.ema( c.close,20 ); return { enterLong: ta.gt(ta.ema(c.close, 50), a) };";
  expect(complexityOf(moduleOf(signals))).toEqual({ indicators: 3, conditions: 0, numbers: 3 });
});

test("complexity: comparisons and what joins them count, the end of a loop does not", () => {
  const signals = `const enterLong = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      if (c.close[i] > c.open[i] && c.close[i - 1] < 0.5 * c.high[i]) enterLong[i] = 1;
    }
    return { enterLong };`;
  expect(complexityOf(moduleOf(signals))).toEqual({ indicators: 0, conditions: 3, numbers: 1 });
});

test("complexity: params and constants at module level are numbers of it, 0 and 1 are not", () => {
  const params = "params: { fast: 10, slow: 30, isOn: true, first: 0, one: 1 },";
  expect(complexityOf(moduleOf("return {};", params, "const LIMIT = -2.5;")).numbers).toBe(3);
});

test("complexity: a text that cannot be read has none", () => {
  expect(complexityOf("this is no module (")).toEqual({ indicators: 0, conditions: 0, numbers: 0 });
});
