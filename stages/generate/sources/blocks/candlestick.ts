import { allOf, both, breaks, compares, type Trigger } from "./block.ts";
import { average, channel } from "./columns.ts";

/** Patterns that mirror each other, and how many filters each bears: the three-bar ones are rare by themselves. */
const PAIRS: readonly (readonly [bullish: string, bearish: string, filters: Trigger["filters"]])[] = [
  ["engulfing", "bearishEngulfing", [1, 2]],
  ["hammer", "shootingStar", [0, 2]],
  ["pinBar", "bearishPinBar", [1, 2]],
  ["marubozu", "bearishMarubozu", [0, 1]],
  ["morningStar", "eveningStar", [0, 1]],
  ["threeSoldiers", "threeCrows", [0, 0]],
];

const patterns: Trigger[] = PAIRS.map(([bullish, bearish, filters]) => ({
  id: bullish,
  subject: "pattern",
  filters,
  write: () => ({ long: `ta.${bullish}(c)`, short: `ta.${bearish}(c)` }),
}));

/** A pattern counts once a later close passes the high of the bar before it. */
const followThrough: Trigger[] = PAIRS.slice(0, 3).map(([bullish, bearish]) => ({
  id: `${bullish}Confirmed`,
  subject: "pattern",
  filters: [1, 2],
  write(draft) {
    const bars = draft.draw.pick([2, 3, 4]);
    const recent = { long: `ta.within(ta.${bullish}(c), ${bars})`, short: `ta.within(ta.${bearish}(c), ${bars})` };
    const high = draft.column("previousHigh", "ta.shift(c.high, 1)", 1);
    const low = draft.column("previousLow", "ta.shift(c.low, 1)", 1);
    return allOf(recent, breaks("c.close", high, low));
  },
}));

/** Triggers of type CDL: the shape of one to three bars. */
export const candlestick: readonly Trigger[] = [
  ...patterns,
  ...followThrough,
  {
    id: "insideBreak",
    subject: "pattern",
    filters: [1, 2],
    write(draft) {
      // A bar that closes past the one before it cannot lie inside it, so the inside bar came earlier.
      const recently = draft.column("recentlyInside", `ta.within(ta.insideBar(c), ${draft.draw.pick([2, 3])})`);
      const high = draft.column("previousHigh", "ta.shift(c.high, 1)", 1);
      const low = draft.column("previousLow", "ta.shift(c.low, 1)", 1);
      return allOf(both(recently), { long: `ta.gt(c.close, ${high})`, short: `ta.lt(c.close, ${low})` });
    },
  },
  {
    id: "outsideClose",
    subject: "pattern",
    filters: [1, 2],
    write(draft) {
      const outside = draft.column("outside", "ta.outsideBar(c)");
      return allOf(both(outside), compares("c.close", "c.open"));
    },
  },
  {
    id: "outsideAtEdge",
    subject: "pattern",
    filters: [0, 1],
    write(draft) {
      const outside = draft.column("outside", "ta.outsideBar(c)");
      const { upper, lower } = channel(draft, draft.draw.pick([10, 20, 30]));
      const swept = { long: `ta.lte(c.low, ${lower})`, short: `ta.gte(c.high, ${upper})` };
      return allOf(both(outside), swept);
    },
  },
  {
    id: "dojiAfterRun",
    subject: "pattern",
    filters: [0, 1],
    write(draft) {
      const steps = draft.draw.pick([2, 3]);
      const doji = draft.column("undecided", "ta.within(ta.doji(c), 2)");
      const run = {
        long: `ta.within(ta.falling(c.close, ${steps}), 3)`,
        short: `ta.within(ta.rising(c.close, ${steps}), 3)`,
      };
      return allOf(both(doji), run, compares("c.close", "c.open"));
    },
  },
  {
    id: "eitherPattern",
    subject: "pattern",
    filters: [1, 2],
    write(draft) {
      const one = draft.draw.pick(PAIRS);
      const other = draft.draw.pick(PAIRS.filter((pair) => pair !== one));
      return {
        long: `ta.or(ta.${one[0]}(c), ta.${other[0]}(c))`,
        short: `ta.or(ta.${one[1]}(c), ta.${other[1]}(c))`,
      };
    },
  },
  {
    id: "narrowRangeBreak",
    subject: "range",
    filters: [1, 2],
    write(draft) {
      const range = draft.column("range", "ta.sub(c.high, c.low)");
      const bars = draft.draw.pick([4, 7, 10]);
      const narrow = draft.column("narrow", `ta.lte(${range}, ta.lowest(${range}, ${bars}))`, bars);
      const recently = draft.column("recentlyNarrow", `ta.within(${narrow}, 2)`);
      const high = draft.column("previousHigh", "ta.shift(c.high, 1)", 1);
      const low = draft.column("previousLow", "ta.shift(c.low, 1)", 1);
      return allOf(both(recently), breaks("c.close", high, low));
    },
  },
  {
    id: "patternAtAverage",
    subject: "pattern",
    filters: [0, 1],
    write(draft) {
      const line = average(draft, draft.draw.pick(["ema", "sma"] as const), draft.draw.pick([20, 50, 100]));
      const touched = { long: `ta.lt(c.low, ${line})`, short: `ta.gt(c.high, ${line})` };
      const [bullish, bearish] = draft.draw.pick(PAIRS.slice(0, 3));
      return allOf({ long: `ta.${bullish}(c)`, short: `ta.${bearish}(c)` }, touched, compares("c.close", line));
    },
  },
];
