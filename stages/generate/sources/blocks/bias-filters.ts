import { allOf, both, breaks, compares, type Filter } from "./block.ts";
import { average, channel, higherCandles, relativeVolume, rsi } from "./columns.ts";

const WITH_THE_MOVE = ["TRD", "MOM", "VOL", "CDL"] as const;
const ALL = [...WITH_THE_MOVE, "REV"] as const;

/** Filters that take a side: longs only where things point up, shorts only where they point down. */
export const biasFilters: readonly Filter[] = [
  {
    id: "overAverage",
    subject: "averages",
    fits: WITH_THE_MOVE,
    write(draft) {
      const kind = draft.draw.pick(["sma", "ema"] as const);
      return compares("c.close", average(draft, kind, draft.draw.pick([100, 150, 200])));
    },
  },
  {
    id: "averagesStacked",
    subject: "averages",
    fits: ALL,
    write(draft) {
      const [fast, slow] = draft.draw.pick([
        [20, 50],
        [20, 100],
        [50, 100],
        [50, 200],
      ] as const);
      return compares(average(draft, "ema", fast), average(draft, "ema", slow));
    },
  },
  {
    id: "averageRising",
    subject: "averages",
    fits: WITH_THE_MOVE,
    write(draft) {
      const column = average(draft, draft.draw.pick(["sma", "ema", "wma"] as const), draft.draw.pick([50, 100, 200]));
      const steps = draft.draw.pick([2, 3, 5]);
      return { long: `ta.rising(${column}, ${steps})`, short: `ta.falling(${column}, ${steps})` };
    },
  },
  {
    id: "higherTrend",
    subject: "higher",
    needsHigher: true,
    fits: WITH_THE_MOVE,
    write(draft) {
      const { name, timeframe, bars } = higherCandles(draft);
      const length = draft.draw.pick([10, 20, 30]);
      const [kind, share] = draft.draw.pick([
        ["ema", 3],
        ["sma", 1],
      ] as const);
      const code = `ta.${kind}(${name}.close, ${length})`;
      return compares(`${name}.close`, draft.column(`${kind}${length}On${timeframe}`, code, share * length * bars));
    },
  },
  {
    id: "higherStrength",
    subject: "higher",
    needsHigher: true,
    fits: WITH_THE_MOVE,
    write(draft) {
      const { name, timeframe, bars } = higherCandles(draft);
      const length = draft.draw.pick([7, 14]);
      return compares(
        draft.column(`rsi${length}On${timeframe}`, `ta.rsi(${name}.close, ${length})`, 5 * length * bars),
        50,
      );
    },
  },
  {
    id: "higherStacked",
    subject: "higher",
    needsHigher: true,
    fits: WITH_THE_MOVE,
    write(draft) {
      const { name, timeframe, bars } = higherCandles(draft);
      const [fast, slow] = draft.draw.pick([
        [5, 20],
        [10, 30],
        [10, 40],
      ] as const);
      const column = (length: number) =>
        draft.column(`ema${length}On${timeframe}`, `ta.ema(${name}.close, ${length})`, 3 * length * bars);
      return compares(column(fast), column(slow));
    },
  },
  {
    id: "slopeSide",
    subject: "slope",
    fits: ALL,
    write(draft) {
      const length = draft.draw.pick([100, 150, 200]);
      return compares(draft.column(`slope${length}`, `ta.slope(c.close, ${length})`, length), 0);
    },
  },
  {
    id: "directionSide",
    subject: "direction",
    fits: WITH_THE_MOVE,
    write(draft) {
      const length = draft.draw.pick([14, 20, 28]);
      const name = draft.column(`direction${length}`, `ta.dmi(c, ${length})`, 5 * length);
      return compares(`${name}.plus`, `${name}.minus`);
    },
  },
  {
    id: "aroonSide",
    subject: "aroon",
    fits: WITH_THE_MOVE,
    write(draft) {
      const length = draft.draw.pick([25, 50]);
      const name = draft.column(`aroon${length}`, `ta.aroon(c, ${length})`, length + 1);
      return compares(`${name}.up`, `${name}.down`);
    },
  },
  {
    id: "superTrendSide",
    subject: "superTrend",
    fits: WITH_THE_MOVE,
    write(draft) {
      const width = draft.draw.pick([2, 3, 4]);
      return compares("c.close", draft.column("superTrend", `ta.superTrend(c, 10, ${width})`, 100));
    },
  },
  {
    id: "macdSide",
    subject: "macd",
    fits: ["TRD", "VOL", "CDL"],
    write(draft) {
      const name = draft.column("macd", "ta.macd(c.close, 12, 26, 9)", 105);
      return compares(`${name}.histogram`, 0);
    },
  },
  {
    id: "rsiSide",
    subject: "rsi",
    fits: ["TRD", "VOL"],
    write: (draft) => compares(rsi(draft, draft.draw.pick([14, 21, 28])), 50),
  },
  {
    id: "rsiRoom",
    subject: "rsi",
    fits: ["TRD", "MOM", "VOL", "CDL"],
    write(draft) {
      const high = draft.draw.pick([65, 70, 75]);
      const column = rsi(draft, 14);
      const upper = draft.level("RSI_TOO_HIGH", high);
      return {
        long: `ta.lt(${column}, ${upper})`,
        short: `ta.gt(${column}, ${draft.level("RSI_TOO_LOW", 100 - high)})`,
      };
    },
  },
  {
    id: "rsiLow",
    subject: "rsi",
    fits: ["CDL"],
    write(draft) {
      const low = draft.draw.pick([45, 50, 55]);
      const column = rsi(draft, draft.draw.pick([7, 14]));
      const lower = draft.level("RSI_BELOW", low);
      return { long: `ta.lt(${column}, ${lower})`, short: `ta.gt(${column}, ${draft.level("RSI_ABOVE", 100 - low)})` };
    },
  },
  {
    id: "belowMiddle",
    subject: "bands",
    fits: ["CDL"],
    write(draft) {
      const name = draft.column("bands", `ta.bbands(c.close, ${draft.draw.pick([20, 50])}, 2)`, 50);
      return { long: `ta.lt(c.close, ${name}.middle)`, short: `ta.gt(c.close, ${name}.middle)` };
    },
  },
  {
    id: "heldSide",
    subject: "averages",
    fits: ["TRD", "MOM", "VOL"],
    write(draft) {
      const column = average(draft, "sma", draft.draw.pick([50, 100]));
      const bars = draft.draw.pick([3, 5, 8]);
      return {
        long: `ta.heldFor(ta.gt(c.close, ${column}), ${bars})`,
        short: `ta.heldFor(ta.lt(c.close, ${column}), ${bars})`,
      };
    },
  },
  {
    id: "recentBreak",
    subject: "channel",
    fits: ["MOM", "VOL", "CDL"],
    write(draft) {
      const { upper, lower } = channel(draft, draft.draw.pick([20, 30, 50]));
      const bars = draft.level("RECENT_BARS", draft.draw.pick([10, 16, 24]));
      const broke = breaks("c.close", upper, lower);
      return {
        long: `ta.lte(ta.barsSince(${broke.long}), ${bars})`,
        short: `ta.lte(ta.barsSince(${broke.short}), ${bars})`,
      };
    },
  },
  {
    id: "flowSide",
    subject: "cmf",
    fits: ["TRD", "MOM", "CDL"],
    write: (draft) => compares(draft.column("cmf20", "ta.cmf(c, 20)", 20), 0),
  },
  {
    // Not ta.vwap: it counts from the first candle on, so that a desk with fewer candles would see another one.
    id: "vwmaSide",
    subject: "vwma",
    fits: ["VOL", "TRD"],
    write(draft) {
      const length = draft.draw.pick([96, 144, 192]);
      return compares("c.close", draft.column(`vwma${length}`, `ta.vwma(c, ${length})`, length));
    },
  },
  {
    id: "volumeAgrees",
    subject: "volume",
    fits: ["TRD", "MOM", "CDL"],
    write(draft) {
      return allOf(both(`ta.gt(${relativeVolume(draft, 20)}, 1)`), compares("c.close", "c.open"));
    },
  },
];
