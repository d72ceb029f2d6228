import { expect, test } from "bun:test";
import { DEFAULT_ACCOUNT } from "../../../core/kernel/rules.ts";
import { type EntryTerms, sizeEntry } from "../../../core/kernel/size-entry.ts";

const TERMS: EntryTerms = {
  entryPrice: 100,
  stopDistance: 2,
  targetDistance: 3,
  equity: 10_000,
  freeMargin: 10_000,
  leverage: 5,
};
const size = (terms: Partial<EntryTerms>, account = {}) =>
  sizeEntry({ ...TERMS, ...terms }, { ...DEFAULT_ACCOUNT, ...account });
const marginOf = (terms: Partial<EntryTerms>, account = {}) => {
  const sizing = size(terms, account);
  return sizing.kind === "enter" ? sizing.margin : sizing.reason;
};

test("sizeEntry: the least of risk, an even share and what is free decides", () => {
  expect(size({})).toEqual({ kind: "enter", margin: 1000, notional: 5000, qty: 50 });
  expect(marginOf({ stopDistance: 10 })).toBeCloseTo(400, 9);
  expect(marginOf({ freeMargin: 500 })).toBeCloseTo(500 / (1 + 5 * 0.00045), 9);
  expect(marginOf({}, { maxPositions: 3, risk: 1 })).toBeCloseTo(10_000 / 3, 9);
});

test("sizeEntry: margin and its own entry fee fit into what is free", () => {
  const sizing = size({ freeMargin: 100, leverage: 50 }, { fee: 0.003 });
  if (sizing.kind !== "enter") throw new Error(sizing.reason);
  expect(sizing.margin + 0.003 * sizing.notional).toBeCloseTo(100, 9);
});

test("sizeEntry: a stop that is met at its first distance loses the risk fraction and no more", () => {
  const sizing = size({ stopDistance: 25 }, { maxPositions: 1 });
  if (sizing.kind !== "enter") throw new Error(sizing.reason);
  expect(sizing.qty * 25).toBeCloseTo(200, 9);
});

test("sizeEntry: no trade on distances that are not known, not above 0 or too small", () => {
  expect(marginOf({ stopDistance: Number.NaN })).toBe("stop-unknown");
  expect(marginOf({ stopDistance: Number.POSITIVE_INFINITY })).toBe("stop-unknown");
  expect(marginOf({ targetDistance: Number.NaN })).toBe("target-unknown");
  expect(marginOf({ targetDistance: 0 })).toBe("target-unknown");
  expect(marginOf({ stopDistance: 0.0999 })).toBe("stop-too-near");
  expect(marginOf({ stopDistance: 0.1 })).toBe(1000);
  expect(marginOf({ targetDistance: null })).toBe(1000);
});

test("sizeEntry: no trade below the smallest notional, which itself is enough", () => {
  expect(marginOf({ freeMargin: 2 }, { fee: 0 })).toBe(2);
  expect(marginOf({ freeMargin: 1.99 }, { fee: 0 })).toBe("below-min-notional");
});

test("sizeEntry: an account without money never trades", () => {
  for (const lost of [{ equity: 0 }, { equity: -5 }, { freeMargin: 0 }, { freeMargin: -5 }]) {
    expect(marginOf(lost)).toBe("below-min-notional");
    expect(marginOf(lost, { minNotional: 0 })).toBe("below-min-notional");
  }
});
