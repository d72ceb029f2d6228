import { both, type Filter } from "./block.ts";
import { adx, atr, averageVolume } from "./columns.ts";

const ALL = ["TRD", "MOM", "REV", "VOL", "CDL"] as const;

/** Filters that ask what kind of market it is and are the same for both sides. */
export const regimeFilters: readonly Filter[] = [
  {
    id: "trending",
    subject: "strength",
    fits: ["TRD", "MOM", "VOL", "CDL"],
    write(draft) {
      const least = draft.level("ADX_TRENDING", draft.draw.pick([18, 20, 25]));
      return both(draft.column("trending", `ta.gt(${adx(draft, draft.draw.pick([14, 20]))}, ${least})`));
    },
  },
  {
    id: "ranging",
    subject: "strength",
    fits: ["REV", "CDL"],
    write(draft) {
      const most = draft.level("ADX_RANGING", draft.draw.pick([20, 25, 30]));
      return both(draft.column("ranging", `ta.lt(${adx(draft, draft.draw.pick([14, 20]))}, ${most})`));
    },
  },
  {
    id: "efficient",
    subject: "strength",
    fits: ["TRD", "MOM"],
    write(draft) {
      const length = draft.draw.pick([20, 30, 50]);
      const column = draft.column(`efficiency${length}`, `ta.er(c, ${length})`, length);
      return both(`ta.gt(${column}, ${draft.level("EFFICIENT", draft.draw.pick([0.3, 0.4, 0.5]))})`);
    },
  },
  {
    id: "volatile",
    subject: "volatility",
    fits: ALL,
    write(draft) {
      const length = draft.draw.pick([100, 200]);
      const column = draft.column("volatilityRank", `ta.rank(ta.natr(c, 14), ${length})`, 70 + length);
      return both(draft.column("volatile", `ta.gt(${column}, ${draft.draw.pick([0.3, 0.4, 0.5, 0.6])})`));
    },
  },
  {
    id: "calm",
    subject: "volatility",
    fits: ALL,
    write(draft) {
      const length = draft.draw.pick([100, 200]);
      const column = draft.column("volatilityRank", `ta.rank(ta.natr(c, 14), ${length})`, 70 + length);
      return both(draft.column("calm", `ta.lt(${column}, ${draft.draw.pick([0.6, 0.7, 0.8])})`));
    },
  },
  {
    id: "usualVolatility",
    subject: "volatility",
    fits: ALL,
    write(draft) {
      const length = draft.draw.pick([100, 200]);
      const column = draft.column("volatilityRank", `ta.rank(ta.natr(c, 14), ${length})`, 70 + length);
      return both(draft.column("usual", `ta.between(${column}, 0.2, 0.9)`));
    },
  },
  {
    id: "expanding",
    subject: "volatility",
    fits: ALL,
    write(draft) {
      const [fast, slow] = draft.draw.pick([
        [7, 28],
        [10, 50],
        [14, 50],
      ] as const);
      return both(`ta.gt(${atr(draft, fast)}, ${atr(draft, slow)})`);
    },
  },
  {
    id: "squeezed",
    subject: "volatility",
    fits: ["TRD", "MOM", "VOL"],
    write(draft) {
      const spread = draft.column("spread", "ta.div(ta.stddev(c.close, 20), ta.mean(c.close, 20))", 20);
      const column = draft.column("spreadRank", `ta.rank(${spread}, 100)`, 100);
      const narrow = draft.column("squeezed", `ta.lt(${column}, ${draft.draw.pick([0.2, 0.25, 0.3])})`);
      return both(draft.column("recentlySqueezed", `ta.within(${narrow}, ${draft.draw.pick([5, 10])})`));
    },
  },
  {
    id: "busy",
    subject: "volume",
    fits: ["TRD", "MOM", "REV", "CDL"],
    write: (draft) => both(`ta.gt(c.volume, ${averageVolume(draft, draft.draw.pick([20, 50, 100]))})`),
  },
  {
    id: "volumeRising",
    subject: "volume",
    fits: ["TRD", "MOM", "REV", "CDL"],
    write: (draft) => both(`ta.gt(${averageVolume(draft, 5)}, ${averageVolume(draft, draft.draw.pick([20, 30, 50]))})`),
  },
  {
    id: "noWideBar",
    subject: "range",
    fits: ALL,
    write(draft) {
      const wide = draft.column("wide", `ta.gt(ta.tr(c), ta.mul(${atr(draft, 20)}, ${draft.draw.pick([2, 2.5, 3])}))`);
      return both(`ta.not(${wide})`);
    },
  },
  {
    id: "nearAverage",
    subject: "zscore",
    fits: ["TRD", "MOM", "VOL", "CDL"],
    write(draft) {
      const length = draft.draw.pick([50, 100]);
      const column = draft.column(`zscore${length}`, `ta.zscore(c.close, ${length})`, length);
      return both(`ta.lt(ta.abs(${column}), ${draft.level("NEAR", draft.draw.pick([1.5, 2, 2.5]))})`);
    },
  },
  {
    id: "usualVolume",
    subject: "volume",
    fits: ALL,
    write(draft) {
      const column = draft.column("volumeRank", "ta.rank(c.volume, 100)", 100);
      return both(`ta.gt(${column}, ${draft.draw.pick([0.3, 0.4, 0.5])})`);
    },
  },
  {
    id: "active",
    subject: "volatility",
    fits: ALL,
    write(draft) {
      const least = Number((0.25 * draft.scale * draft.draw.pick([0.75, 1, 1.25])).toPrecision(2));
      const column = draft.column("rangePercent", "ta.natr(c, 14)", 70);
      return both(`ta.gt(${column}, ${draft.level("LEAST_RANGE_PERCENT", least)})`);
    },
  },
];
