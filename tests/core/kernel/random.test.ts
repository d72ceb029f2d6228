import { expect, test } from "bun:test";
import { randomFrom } from "../../../core/kernel/random.ts";

const draws = (seed: string | number, count: number) => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => random.next());
};

test("randomFrom: the seed alone decides the stream, whether text or number", () => {
  expect(draws("a", 20)).toEqual(draws("a", 20));
  expect(draws(7, 20)).toEqual(draws("7", 20));
  expect(draws("a", 20)).not.toEqual(draws("b", 20));
  expect(new Set([...draws("seed/1", 500), ...draws("seed/2", 500)]).size).toBe(1000);
});

test("randomFrom: these are the numbers of seed 42 for ever, since trials are named by their seed", () => {
  const random = randomFrom(42);
  expect([random.int(0, 999_999), random.int(0, 999_999), random.int(0, 999_999)]).toMatchInlineSnapshot(`
    [
      146529,
      337135,
      996010,
    ]
  `);
});

test("randomFrom: next is uniform in [0, 1), int covers both ends alike", () => {
  const random = randomFrom("uniform");
  const tenths = new Array<number>(10).fill(0);
  for (let i = 0; i < 100_000; i++) {
    const value = random.next();
    expect(value >= 0 && value < 1).toBe(true);
    tenths[Math.floor(value * 10)]!++;
  }
  for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  const faces = new Array<number>(7).fill(0);
  for (let i = 0; i < 60_000; i++) faces[random.int(1, 6)]!++;
  expect(faces[0]).toBe(0);
  for (const count of faces.slice(1)) expect(Math.abs(count - 10_000)).toBeLessThan(500);
});

test("randomFrom: normal has mean 0, deviation 1 and the tails of the normal distribution", () => {
  const random = randomFrom("normal");
  const values = Array.from({ length: 100_000 }, () => random.normal());
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  expect(Math.abs(mean)).toBeLessThan(0.015);
  expect(Math.abs(variance - 1)).toBeLessThan(0.025);
  expect(Math.abs(values.filter((value) => Math.abs(value) > 1.96).length / values.length - 0.05)).toBeLessThan(0.005);
});

test("randomFrom: shuffle keeps the items and reaches every order alike; pick reaches every item", () => {
  const random = randomFrom("shuffle");
  const seen = new Map<string, number>();
  for (let i = 0; i < 12_000; i++) {
    const order = random.shuffle([1, 2, 3]).join("");
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  expect([...seen.keys()].sort()).toEqual(["123", "132", "213", "231", "312", "321"]);
  for (const count of seen.values()) expect(Math.abs(count - 2000)).toBeLessThan(250);
  expect(new Set(Array.from({ length: 100 }, () => random.pick(["a", "b", "c"]))).size).toBe(3);
});
