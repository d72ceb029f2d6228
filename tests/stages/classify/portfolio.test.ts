import { expect, test } from "bun:test";
import fc from "fast-check";
import { dailyCorrelation } from "../../../core/statistics/daily-correlation.ts";
import {
  type Candidate,
  type Choice,
  choosePortfolio,
  type PortfolioLimits,
} from "../../../stages/classify/portfolio.ts";
import { rankByScore } from "../../../stages/classify/rank-by-score.ts";
import { noise } from "../../support/tested-strategies.ts";

type Item = Candidate & { returns: number[] };

const LIMITS: PortfolioLimits = { selected: 10, perType: 3, perTimeframe: 3, perDirection: 5, maxCorrelation: 0.7 };

// A few common factors with a little of each one's own, so that many pairs are correlated and many are not.
const FACTORS = Array.from({ length: 4 }, (_, i) => noise(`factor ${i}`, 40));
const items: fc.Arbitrary<Item[]> = fc
  .array(
    fc.record({
      type: fc.constantFrom("TRD", "MOM", "REV", "VOL", "CDL"),
      timeframe: fc.constantFrom("15m", "30m", "1h", "2h"),
      direction: fc.constantFrom("long", "short", "both"),
      score: fc.option(fc.integer({ min: 40, max: 60 }), { freq: 20 }),
      factor: fc.nat(FACTORS.length - 1),
      ownShare: fc.double({ min: 0, max: 2, noNaN: true }),
      days: fc.constantFrom(40, 40, 40, 10),
    }),
    { maxLength: 30 },
  )
  .map((drawn) =>
    drawn.map(({ factor, ownShare, days, ...item }, i) => {
      const own = noise(`own ${i}`, days);
      return { ...item, name: `S${i}`, returns: own.map((value, day) => value * ownShare + FACTORS[factor]![day]!) };
    }),
  );
const limits: fc.Arbitrary<PortfolioLimits> = fc.record({
  selected: fc.integer({ min: 1, max: 12 }),
  perType: fc.integer({ min: 1, max: 6 }),
  perTimeframe: fc.integer({ min: 1, max: 6 }),
  perDirection: fc.integer({ min: 1, max: 8 }),
  maxCorrelation: fc.double({ min: 0.1, max: 1, noNaN: true }),
});

const byDay = ({ returns }: Item) => new Map(returns.map((value, i) => [i, value]));
const choose = (ranked: Item[], held: Item[], given: PortfolioLimits = LIMITS) =>
  choosePortfolio(ranked, held, given, async (item) => byDay(item));
const chosen = (choices: Choice<Item>[]) => choices.filter((each) => each.obstacle === null).map((c) => c.candidate);

function violations(book: Item[], given: PortfolioLimits): string[] {
  const groups = { type: given.perType, timeframe: given.perTimeframe, direction: given.perDirection } as const;
  const crowded = Object.entries(groups).flatMap(([property, limit]) => {
    const counts = Object.values(Object.groupBy(book, (item) => item[property as keyof typeof groups]));
    return counts.some((members) => members!.length > limit) ? [property] : [];
  });
  const pairs = book.flatMap((a, i) => book.slice(i + 1).map((b) => dailyCorrelation(byDay(a), byDay(b)).correlation));
  const isAlike = pairs.some((value) => value === null || value >= given.maxCorrelation);
  return [...crowded, ...(book.length > given.selected ? ["selected"] : []), ...(isAlike ? ["correlation"] : [])];
}

test("portfolio: every limit holds for the whole book, what is live included", async () => {
  await fc.assert(
    fc.asyncProperty(items, limits, fc.nat(5), async (all, given, live) => {
      // What is live was chosen under the same limits.
      const held = chosen(await choose(rankByScore(all.slice(0, live)), [], given));
      const choices = await choose(rankByScore(all.slice(live)), held, given);
      expect(violations([...held, ...chosen(choices)], given)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("portfolio: whoever is passed over could not have stood beside the better ones", async () => {
  await fc.assert(
    fc.asyncProperty(items, limits, async (all, given) => {
      const choices = await choose(rankByScore(all), [], given);
      choices.forEach(({ candidate, obstacle, rank }, i) => {
        expect(rank).toBe(i + 1);
        const better = chosen(choices.slice(0, i));
        const isPossible = candidate.score !== null && violations([...better, candidate], given).length === 0;
        expect(obstacle === null).toBe(isPossible);
      });
    }),
    { numRuns: 150 },
  );
});

test("portfolio: the same strategies in another order come out the same", async () => {
  await fc.assert(
    fc.asyncProperty(items, fc.func(fc.nat()), async (all, key) => {
      const shuffled = all.toSorted((a, b) => key(a.name) - key(b.name));
      expect(await choose(rankByScore(shuffled), [])).toEqual(await choose(rankByScore(all), []));
    }),
    { numRuns: 50 },
  );
});

test("portfolio: limits that were made tighter keep what is live, and add nothing to it", async () => {
  const item = (name: string): Item => ({
    ...{ name, type: "MOM", timeframe: "1h", direction: "both", score: 50, returns: noise(name, 40) },
  });
  const [choice] = await choose([item("new")], ["a", "b", "c", "d"].map(item));
  expect(choice?.obstacle).toEqual({ kind: "group", limit: 3, group: "MOM", members: ["a", "b", "c", "d"] });
});
