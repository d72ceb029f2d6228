import { allOf, both, breaks, compares, crosses, type Trigger } from "./block.ts";
import { AVERAGE_KINDS, adx, average, channel, higherCandles, keltner, relativeVolume } from "./columns.ts";

/** Triggers of type TRD: something begins to go one way. */
export const trend: readonly Trigger[] = [
  {
    id: "averageCross",
    subject: "averages",
    filters: [0, 2],
    write(draft) {
      const kind = draft.draw.pick(AVERAGE_KINDS);
      const [fast, slow] = draft.draw.pick([
        [5, 20],
        [8, 21],
        [9, 30],
        [10, 40],
        [12, 26],
        [20, 50],
        [21, 55],
        [30, 100],
        [50, 150],
      ] as const);
      return crosses(average(draft, kind, fast), average(draft, kind, slow));
    },
  },
  {
    id: "priceOverAverage",
    subject: "averages",
    filters: [1, 2],
    write(draft) {
      const kind = draft.draw.pick(["sma", "ema", "wma", "rma", "kama"] as const);
      return crosses("c.close", average(draft, kind, draft.draw.pick([50, 80, 100, 150, 200])));
    },
  },
  {
    id: "pullback",
    subject: "averages",
    filters: [0, 1],
    write(draft) {
      const [fast, slow] = draft.draw.pick([
        [10, 50],
        [20, 50],
        [20, 100],
        [30, 100],
        [50, 200],
      ] as const);
      const near = average(draft, "ema", fast);
      return allOf(compares(near, average(draft, "ema", slow)), crosses("c.close", near));
    },
  },
  {
    id: "channelBreak",
    subject: "channel",
    filters: [0, 2],
    write(draft) {
      const { upper, lower } = channel(draft, draft.draw.pick([20, 30, 40, 55, 80, 100, 150]));
      return breaks("c.close", upper, lower);
    },
  },
  {
    id: "channelTouch",
    subject: "channel",
    filters: [1, 2],
    write(draft) {
      const { upper, lower } = channel(draft, draft.draw.pick([30, 50, 75, 100, 200]));
      return { long: `ta.gte(c.high, ${upper})`, short: `ta.lte(c.low, ${lower})` };
    },
  },
  {
    id: "superTrendTurn",
    subject: "superTrend",
    filters: [0, 2],
    write(draft) {
      const length = draft.draw.pick([7, 10, 14, 20]);
      const width = draft.draw.pick([1.5, 2, 2.5, 3, 3.5, 4]);
      return crosses("c.close", draft.column("superTrend", `ta.superTrend(c, ${length}, ${width})`, 10 * length));
    },
  },
  {
    id: "parabolicTurn",
    subject: "parabolic",
    filters: [1, 2],
    write(draft) {
      const step = draft.draw.pick([0.005, 0.01, 0.015, 0.02]);
      const most = draft.draw.pick([0.05, 0.1, 0.2]);
      return crosses("c.close", draft.column("parabolic", `ta.psar(c, ${step}, ${most})`, 100));
    },
  },
  {
    id: "keltnerBreak",
    subject: "keltner",
    filters: [0, 2],
    write(draft) {
      const name = keltner(draft);
      return breaks("c.close", `${name}.upper`, `${name}.lower`);
    },
  },
  {
    id: "directionCross",
    subject: "direction",
    filters: [0, 1],
    write(draft) {
      const length = draft.draw.pick([14, 20, 28, 40]);
      const direction = draft.column(`direction${length}`, `ta.dmi(c, ${length})`, 5 * length);
      const least = draft.level("ADX_TRENDING", draft.draw.pick([15, 18, 20, 25]));
      const trending = both(`ta.gt(${adx(draft, length)}, ${least})`);
      return allOf(crosses(`${direction}.plus`, `${direction}.minus`), trending);
    },
  },
  {
    id: "aroonCross",
    subject: "aroon",
    filters: [0, 2],
    write(draft) {
      const length = draft.draw.pick([14, 20, 25, 40, 50]);
      const name = draft.column(`aroon${length}`, `ta.aroon(c, ${length})`, length + 1);
      return crosses(`${name}.up`, `${name}.down`);
    },
  },
  {
    id: "aroonPeak",
    subject: "aroon",
    filters: [1, 2],
    write(draft) {
      const length = draft.draw.pick([50, 75, 100]);
      const name = draft.column(`aroon${length}`, `ta.aroon(c, ${length})`, length + 1);
      return { long: `ta.eq(${name}.up, 100)`, short: `ta.eq(${name}.down, 100)` };
    },
  },
  {
    id: "slopeTurn",
    subject: "slope",
    filters: [0, 2],
    write(draft) {
      const length = draft.draw.pick([20, 30, 50, 80, 100]);
      const price = draft.column("logPrice", "ta.log(c.close)");
      return crosses(draft.column(`slope${length}`, `ta.slope(${price}, ${length})`, length), 0);
    },
  },
  {
    id: "vortexCross",
    subject: "vortex",
    filters: [1, 2],
    write(draft) {
      const length = draft.draw.pick([14, 21, 28, 42]);
      const name = draft.column(`vortex${length}`, `ta.vortexIndicator(c, ${length})`, length + 1);
      return crosses(`${name}.plus`, `${name}.minus`);
    },
  },
  {
    id: "envelopeBreak",
    subject: "envelope",
    filters: [0, 2],
    write(draft) {
      const length = draft.draw.pick([20, 30, 50, 100]);
      const middle = average(draft, draft.draw.pick(["sma", "ema", "wma"] as const), length);
      const range = draft.column("atr14", "ta.atr(c, 14)", 70);
      const reach = draft.column("reach", `ta.mul(${range}, ${draft.draw.pick([1.5, 2, 2.5, 3])})`);
      const upper = draft.column("upper", `ta.add(${middle}, ${reach})`);
      const lower = draft.column("lower", `ta.sub(${middle}, ${reach})`);
      return breaks("c.close", upper, lower);
    },
  },
  {
    id: "higherCross",
    subject: "higher",
    needsHigher: true,
    filters: [0, 0],
    write(draft) {
      const { name, timeframe, bars } = higherCandles(draft);
      const [fast, slow] = draft.draw.pick([
        [3, 8],
        [4, 10],
        [5, 13],
        [5, 20],
        [8, 21],
      ] as const);
      const column = (length: number) =>
        draft.column(`ema${length}On${timeframe}`, `ta.ema(${name}.close, ${length})`, 3 * length * bars);
      return crosses(column(fast), column(slow));
    },
  },
  {
    id: "breakOnVolume",
    subject: "channel",
    filters: [0, 1],
    write(draft) {
      const { upper, lower } = channel(draft, draft.draw.pick([20, 30, 50, 80]));
      const busy = `ta.gt(${relativeVolume(draft, 20)}, ${draft.level("BUSY", draft.draw.pick([1.2, 1.5, 2]))})`;
      return allOf(breaks("c.close", upper, lower), both(busy));
    },
  },
];
