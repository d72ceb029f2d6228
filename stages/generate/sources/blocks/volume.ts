import { allOf, both, breaks, compares, crosses, overshoots, returns, type Trigger } from "./block.ts";
import { average, relativeVolume, rsi } from "./columns.ts";

/** Triggers of type VOL: what was traded says whether a move is meant. */
export const volume: readonly Trigger[] = [
  {
    id: "volumeSpike",
    subject: "volume",
    filters: [0, 2],
    write(draft) {
      const least = draft.level("SPIKE", draft.draw.pick([2, 2.5, 3, 4]));
      const spike = `ta.gt(${relativeVolume(draft, draft.draw.pick([20, 30, 50, 100]))}, ${least})`;
      return allOf(both(spike), compares("c.close", "c.open"));
    },
  },
  {
    id: "volumeClimax",
    subject: "volume",
    filters: [0, 2],
    isAgainst: true,
    write(draft) {
      const least = draft.level("CLIMAX", draft.draw.pick([2.5, 3, 4]));
      const climax = `ta.gt(${relativeVolume(draft, draft.draw.pick([20, 30, 50, 100]))}, ${least})`;
      return allOf(both(climax), { long: "ta.lt(c.close, c.open)", short: "ta.gt(c.close, c.open)" });
    },
  },
  {
    id: "volumeShock",
    subject: "volume",
    filters: [0, 2],
    write(draft) {
      const length = draft.draw.pick([50, 100, 200]);
      const score = draft.column("volumeScore", `ta.zscore(c.volume, ${length})`, length);
      const shock = `ta.gt(${score}, ${draft.level("SHOCK", draft.draw.pick([2, 2.5, 3]))})`;
      const middle = draft.column("middle", "ta.div(ta.add(c.high, c.low), 2)");
      return allOf(both(shock), compares("c.close", middle));
    },
  },
  {
    id: "obvCross",
    subject: "obv",
    filters: [1, 2],
    write(draft) {
      const line = draft.column("obv", "ta.obv(c)", 1);
      const kind = draft.draw.pick(["sma", "ema", "wma"] as const);
      const length = draft.draw.pick([20, 30, 50, 100]);
      return crosses(line, draft.column("obvAverage", `ta.${kind}(${line}, ${length})`, 3 * length));
    },
  },
  {
    id: "obvBreak",
    subject: "obv",
    filters: [0, 2],
    write(draft) {
      const line = draft.column("obv", "ta.obv(c)", 1);
      const length = draft.draw.pick([30, 50, 100, 150]);
      const top = draft.column("obvTop", `ta.shift(ta.highest(${line}, ${length}), 1)`, length + 1);
      const bottom = draft.column("obvBottom", `ta.shift(ta.lowest(${line}, ${length}), 1)`, length + 1);
      return breaks(line, top, bottom);
    },
  },
  {
    id: "obvSlope",
    subject: "obv",
    filters: [0, 2],
    write(draft) {
      const length = draft.draw.pick([20, 30, 50, 80]);
      return crosses(draft.column("obvSlope", `ta.slope(ta.obv(c), ${length})`, length), 0);
    },
  },
  {
    id: "accumulationCross",
    subject: "accumulation",
    filters: [0, 2],
    write(draft) {
      const line = draft.column("accumulation", "ta.ad(c)", 1);
      const [fast, slow] = draft.draw.pick([
        [3, 10],
        [5, 20],
        [10, 30],
        [10, 50],
      ] as const);
      const column = (length: number) =>
        draft.column(`accumulation${length}`, `ta.ema(${line}, ${length})`, 3 * length);
      return crosses(column(fast), column(slow));
    },
  },
  {
    id: "moneyFlowCross",
    subject: "cmf",
    filters: [0, 2],
    write(draft) {
      const length = draft.draw.pick([20, 30, 40, 60]);
      const least = draft.draw.pick([0.05, 0.1, 0.15, 0.2]);
      return breaks(
        draft.column(`cmf${length}`, `ta.cmf(c, ${length})`, length),
        draft.level("INFLOW", least),
        draft.level("OUTFLOW", -least),
      );
    },
  },
  {
    id: "moneyFlowExtreme",
    subject: "mfi",
    filters: [0, 1],
    isAgainst: true,
    write(draft) {
      const length = draft.draw.pick([10, 14, 20]);
      const low = draft.draw.pick([15, 20, 25]);
      const column = draft.column(`mfi${length}`, `ta.mfi(c, ${length})`, length + 1);
      const side = draft.draw.pick([returns, overshoots]);
      return side(column, draft.level("MFI_LOW", low), draft.level("MFI_HIGH", 100 - low));
    },
  },
  {
    id: "moneyFlowStrength",
    subject: "mfi",
    filters: [1, 2],
    write(draft) {
      const length = draft.draw.pick([14, 20, 30]);
      const strong = draft.draw.pick([50, 55, 60, 65]);
      const column = draft.column(`mfi${length}`, `ta.mfi(c, ${length})`, length + 1);
      return breaks(column, draft.level("MFI_STRONG", strong), draft.level("MFI_WEAK", 100 - strong));
    },
  },
  {
    id: "vwmaCross",
    subject: "vwma",
    filters: [1, 2],
    write(draft) {
      const length = draft.draw.pick([20, 30, 50, 100]);
      const weighted = draft.column(`vwma${length}`, `ta.vwma(c, ${length})`, length);
      return crosses(weighted, average(draft, "sma", length));
    },
  },
  {
    id: "priceOverVwma",
    subject: "vwma",
    filters: [1, 2],
    write(draft) {
      const length = draft.draw.pick([30, 50, 100, 200]);
      return crosses("c.close", draft.column(`vwma${length}`, `ta.vwma(c, ${length})`, length));
    },
  },
  {
    id: "breakOnSurge",
    subject: "volume",
    filters: [0, 1],
    write(draft) {
      const length = draft.draw.pick([10, 20, 30, 50]);
      const top = draft.column("top", `ta.shift(ta.highest(c.close, ${length}), 1)`, length + 1);
      const bottom = draft.column("bottom", `ta.shift(ta.lowest(c.close, ${length}), 1)`, length + 1);
      const least = draft.level("SURGE", draft.draw.pick([1.5, 2, 2.5]));
      const surge = `ta.gt(${relativeVolume(draft, draft.draw.pick([20, 50]))}, ${least})`;
      return allOf(breaks("c.close", top, bottom), both(surge));
    },
  },
  {
    id: "quietThenMove",
    subject: "volume",
    filters: [0, 1],
    write(draft) {
      const length = draft.draw.pick([20, 50]);
      const quiet = draft.level("QUIET", draft.draw.pick([0.5, 0.6, 0.7]));
      const wasQuiet = draft.column("wasQuiet", `ta.heldFor(ta.lt(${relativeVolume(draft, length)}, ${quiet}), 2)`);
      const recently = draft.column("recentlyQuiet", `ta.within(${wasQuiet}, ${draft.draw.pick([6, 10, 16])})`);
      const mid = rsi(draft, draft.draw.pick([7, 14]));
      return allOf(both(recently), breaks(mid, 60, 40));
    },
  },
];
