import { expect, test } from "bun:test";
import { STRATEGY_TYPES } from "../../../core/strategy/definition.ts";
import { TIMEFRAMES } from "../../../core/timeframe.ts";
import { biasFilters } from "../../../stages/generate/sources/blocks/bias-filters.ts";
import { candlestick } from "../../../stages/generate/sources/blocks/candlestick.ts";
import { exitMasks } from "../../../stages/generate/sources/blocks/exit-masks.ts";
import { momentum } from "../../../stages/generate/sources/blocks/momentum.ts";
import { regimeFilters } from "../../../stages/generate/sources/blocks/regime-filters.ts";
import { reversal } from "../../../stages/generate/sources/blocks/reversal.ts";
import { trend } from "../../../stages/generate/sources/blocks/trend.ts";
import { volume } from "../../../stages/generate/sources/blocks/volume.ts";
import { inventFromBlocks } from "../../../stages/generate/sources/blocks.ts";

const scope = { types: STRATEGY_TYPES, timeframes: TIMEFRAMES };
const inventions = Array.from({ length: 10_000 }, (_, index) => inventFromBlocks(1, index, scope));

function counts(values: readonly string[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const value of values) seen.set(value, (seen.get(value) ?? 0) + 1);
  return seen;
}

/** Those of `expected` that `values` lack; what is there beside them is found too. */
function expectAll(expected: readonly string[], values: readonly string[]): void {
  expect([...counts(values).keys()].toSorted()).toEqual([...new Set(expected)].toSorted());
}

test("blocks: the same seed and number make the same strategy, in any order", () => {
  for (const index of [9_999, 0, 137]) {
    expect(inventFromBlocks(1, index, scope)).toEqual(inventions[index]!);
  }
});

test("blocks: another seed makes other strategies", () => {
  const names = new Set(inventions.map(({ name }) => name));
  const others = Array.from({ length: 300 }, (_, index) => inventFromBlocks(2, index, scope));
  expect(others.filter(({ name }) => names.has(name)).length).toBeLessThan(3);
});

test("blocks: of 10,000 from one seed at least 99 % differ", () => {
  expect(new Set(inventions.map(({ name }) => name)).size).toBeGreaterThanOrEqual(9_900);
});

test("blocks: a name holds the type and the hash of the text without it", () => {
  for (const { name, code, type } of inventions.slice(0, 500)) {
    const emptied = code.replace(`name: "${name}"`, 'name: ""');
    expect(emptied).not.toBe(code);
    const hash = new Bun.CryptoHasher("sha256").update(emptied).digest("hex");
    expect(name).toBe(`Strategy_${type}_${hash.slice(0, 8)}`);
  }
});

test("blocks: every type, direction and timeframe comes up, the types about equally", () => {
  expectAll(
    ["long", "short", "both"],
    inventions.map(({ direction }) => direction),
  );
  expectAll(
    TIMEFRAMES,
    inventions.map(({ timeframe }) => timeframe),
  );
  const types = counts(inventions.map(({ type }) => type));
  for (const type of STRATEGY_TYPES) expect(types.get(type)).toBeWithin(1_800, 2_200);
});

test("blocks: a scope is kept to", () => {
  const narrow = { types: ["REV"], timeframes: ["4h", "1d"] } as const;
  for (let index = 0; index < 300; index++) {
    const { type, timeframe } = inventFromBlocks(5, index, narrow);
    expect(type).toBe("REV");
    expect(["4h", "1d"]).toContain(timeframe);
  }
});

test("blocks: every building block comes up", () => {
  const entries = [trend, momentum, reversal, volume, candlestick, biasFilters, regimeFilters].flat();
  const exits = ["opposite", ...exitMasks.map(({ id }) => id)].map((id) => `exit:${id}`);
  expectAll(
    [...entries.map(({ id }) => id), ...exits],
    inventions.flatMap(({ blocks }) => blocks),
  );
});

test("blocks: no two triggers or filters share an id", () => {
  const ids = [trend, momentum, reversal, volume, candlestick, biasFilters, regimeFilters].flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("blocks: exits of every kind come up, and each strategy has a way out beside its stop", () => {
  const kinds = (part: string) =>
    inventions.flatMap(({ code }) => new RegExp(`${part}: \\{ kind: "(\\w+)"`).exec(code)?.[1] ?? []);
  expect(kinds("stop").length).toBe(inventions.length);
  expectAll(["percent", "atr", "stddev", "swing", "trailing"], kinds("stop"));
  expectAll(["percent", "atr", "riskReward", "trailing"], kinds("takeProfit"));
  for (const part of ["breakEven: {", "maxBars: ", "exitLong: ", "exitShort: "]) {
    expect(inventions.filter(({ code }) => code.includes(part)).length).toBeGreaterThan(500);
  }
  const stuck = inventions.filter(({ code }) => !/takeProfit|maxBars|exitLong|exitShort/.test(code));
  expect(stuck).toEqual([]);
});

test("blocks: a direction has its own masks and no others", () => {
  for (const { direction, code } of inventions) {
    expect(code.includes("enterLong: ")).toBe(direction !== "short");
    expect(code.includes("enterShort: ")).toBe(direction !== "long");
    if (direction === "short") expect(code).not.toContain("exitLong: ");
    if (direction === "long") expect(code).not.toContain("exitShort: ");
  }
});
