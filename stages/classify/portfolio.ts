import { dailyCorrelation, type ReturnsByDay } from "../../core/statistics/daily-correlation.ts";

export type Candidate = {
  name: string;
  type: string;
  timeframe: string;
  direction: string;
  score: number | null;
};

export type PortfolioLimits = {
  selected: number;
  perType: number;
  perTimeframe: number;
  perDirection: number;
  maxCorrelation: number;
};

/** What stands between a candidate and the book. */
export type Obstacle =
  | { kind: "no-score" }
  | { kind: "other-candles"; tested: string; used: string }
  | { kind: "full"; limit: number }
  | { kind: "group"; limit: number; group: string; members: string[] }
  | { kind: "correlated"; limit: number; against: string; correlation: number; commonDays: number }
  | { kind: "not-comparable"; against: string; commonDays: number };

export type Choice<Item> = {
  candidate: Item;
  /** From 1, the best. */
  rank: number;
  /** Null: chosen. */
  obstacle: Obstacle | null;
};

type Member = Candidate & { returns: ReturnsByDay };

/**
 * Goes through `ranked` from the best on and takes each candidate that fits beside those taken before it and beside
 * `held`, which stay whatever the limits say. Every limit holds for the whole book. Returns are asked for only where
 * they decide.
 */
export async function choosePortfolio<Item extends Candidate>(
  ranked: readonly Item[],
  held: readonly Item[],
  limits: PortfolioLimits,
  returnsOf: (item: Item) => Promise<ReturnsByDay>,
): Promise<Choice<Item>[]> {
  const book: Member[] = [];
  for (const item of held) book.push({ ...item, returns: await returnsOf(item) });
  const choices: Choice<Item>[] = [];
  for (const [i, candidate] of ranked.entries()) {
    let obstacle = countObstacle(candidate, book, limits);
    if (obstacle === null) {
      const returns = await returnsOf(candidate);
      obstacle = correlationObstacle(returns, book, limits);
      if (obstacle === null) book.push({ ...candidate, returns });
    }
    choices.push({ candidate, rank: i + 1, obstacle });
  }
  return choices;
}

function countObstacle(candidate: Candidate, book: readonly Member[], limits: PortfolioLimits): Obstacle | null {
  if (candidate.score === null) return { kind: "no-score" };
  if (book.length >= limits.selected) return { kind: "full", limit: limits.selected };
  const groups = [
    ["type", limits.perType],
    ["timeframe", limits.perTimeframe],
    ["direction", limits.perDirection],
  ] as const;
  for (const [property, limit] of groups) {
    const group = candidate[property];
    const members = book.filter((member) => member[property] === group).map((member) => member.name);
    if (members.length >= limit) return { kind: "group", limit, group, members };
  }
  return null;
}

/** The first member, in the order in which they were taken, beside which the candidate may not stand. */
function correlationObstacle(
  returns: ReturnsByDay,
  book: readonly Member[],
  { maxCorrelation }: PortfolioLimits,
): Obstacle | null {
  for (const { name: against, returns: theirs } of book) {
    const { commonDays, correlation } = dailyCorrelation(returns, theirs);
    // A limit that cannot be shown to hold does not hold: two that were never seen side by side may be the same bet.
    if (correlation === null) return { kind: "not-comparable", against, commonDays };
    if (correlation >= maxCorrelation) {
      return { kind: "correlated", limit: maxCorrelation, against, correlation, commonDays };
    }
  }
  return null;
}
