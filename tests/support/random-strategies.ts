import { type Random, randomFrom } from "../../core/kernel/random.ts";

const PRICES = ["c.close", "c.open", "c.high", "c.low"];

/** How a column of a random program may be moved: back by bars, which is causal, or ahead, which is a leak. */
export type Move = { by: "back" | "ahead"; bars: number };

/**
 * A random program of the toolbox whose masks are a formula of a few levels, one column of which is moved by own code.
 * `null`: nothing is moved. The same seed gives the same program but for the move.
 */
export function randomStrategy(seed: number, move: Move | null): string {
  const random = randomFrom(`random strategy ${seed}`);
  const place = random.int(0, 2);
  let columns = 0;
  const moved = (column: string): string => {
    columns += 1;
    return move !== null && columns - 1 === place ? `moved(${column})` : column;
  };
  const enterLong = maskOf(random, 2, moved);
  const enterShort = maskOf(random, 2, moved);
  // A formula with fewer columns than that has its move in a mask of its own.
  const last = columns > place || move === null ? "" : `, exitLong: ta.gt(moved(c.close), c.close)`;
  const sign = move?.by === "ahead" ? "+" : "-";
  const helper = `const moved = (col) => col.map((_, i) => col[i ${sign} ${move?.bars ?? 0}] ?? NaN);`;
  return `import { strategy, ta } from "sixbtc";
${move === null ? "" : helper}
export default strategy({
  name: "Strategy_MOM_R${seed}",
  timeframe: "${random.pick(["5m", "15m", "1h", "4h"])}",
  direction: "both",
  warmup: ${random.pick([0, 20, 60])},
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    return { enterLong: ${enterLong}, enterShort: ${enterShort}${last} };
  },
});
`;
}

function columnOf(random: Random, depth: number, moved: (column: string) => string): string {
  const price = random.pick(PRICES);
  if (depth === 0) return moved(price);
  const inner = () => columnOf(random, depth - 1, moved);
  const n = random.int(2, 30);
  const kind = random.int(0, 6);
  if (kind === 0) return `ta.add(${inner()}, ta.mul(${inner()}, 0.01))`;
  if (kind === 1) return `ta.mul(${inner()}, ${random.pick([0.98, 1.01, 1.5])})`;
  if (kind === 2) return `ta.atr(c, ${n})`;
  return `ta.${random.pick(["sma", "ema", "wma", "rma", "highest", "lowest", "mean", "kama"])}(${inner()}, ${n})`;
}

function maskOf(random: Random, depth: number, moved: (column: string) => string): string {
  const column = () => columnOf(random, random.int(0, 2), moved);
  if (depth === 0 || random.next() < 0.3) {
    const compare = random.pick(["gt", "lt", "gte", "crossAbove", "crossBelow"]);
    const kind = random.int(0, 2);
    if (kind === 0)
      return `ta.${compare}(ta.zscore(${column()}, ${random.int(5, 40)}), ${random.pick([-1.5, -0.5, 0, 1])})`;
    if (kind === 1) return `ta.${random.pick(["rising", "falling"])}(${column()}, ${random.int(1, 3)})`;
    return `ta.${compare}(${column()}, ${column()})`;
  }
  const inner = () => maskOf(random, depth - 1, moved);
  const kind = random.int(0, 3);
  if (kind === 0) return `ta.not(${inner()})`;
  if (kind === 1) return `ta.within(${inner()}, ${random.int(1, 10)})`;
  return `ta.${random.pick(["and", "or", "xor"])}(${inner()}, ${inner()})`;
}
