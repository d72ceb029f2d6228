import { allOf, crosses, overshoots, returns, type Sides, type Trigger } from "./block.ts";
import { atr, average, bands, change, channel, keltner, neat, rsi, stochastic, usualMove } from "./columns.ts";
import type { Draft } from "./draft.ts";

/** An edge is traded when it is passed, or more patiently when the price is back inside. */
function atEdge(draft: Draft, column: string, lower: string | number, upper: string | number): Sides {
  return draft.draw.chance(0.6) ? returns(column, lower, upper) : overshoots(column, lower, upper);
}

/** Triggers of type REV: a move has gone too far. */
export const reversal: readonly Trigger[] = [
  {
    id: "rsiExtreme",
    subject: "rsi",
    filters: [0, 1],
    isAgainst: true,
    write(draft) {
      const [length, low] = draft.draw.pick([
        [5, 15],
        [5, 20],
        [7, 20],
        [7, 25],
        [9, 20],
        [9, 25],
        [14, 25],
        [14, 30],
        [14, 35],
        [21, 30],
        [21, 35],
      ] as const);
      const column = rsi(draft, length);
      return atEdge(draft, column, draft.level("RSI_OVERSOLD", low), draft.level("RSI_OVERBOUGHT", 100 - low));
    },
  },
  {
    id: "bandsExtreme",
    subject: "bands",
    filters: [0, 2],
    isAgainst: true,
    write(draft) {
      const name = bands(draft);
      return atEdge(draft, "c.close", `${name}.lower`, `${name}.upper`);
    },
  },
  {
    id: "keltnerExtreme",
    subject: "keltner",
    filters: [0, 2],
    isAgainst: true,
    write(draft) {
      const name = keltner(draft);
      return atEdge(draft, "c.close", `${name}.lower`, `${name}.upper`);
    },
  },
  {
    id: "zscoreExtreme",
    subject: "zscore",
    filters: [0, 2],
    isAgainst: true,
    write(draft) {
      const length = draft.draw.pick([20, 30, 50, 100, 200]);
      const far = draft.draw.pick([1.75, 2, 2.25, 2.5, 3]);
      const column = draft.column(`zscore${length}`, `ta.zscore(c.close, ${length})`, length);
      return atEdge(draft, column, draft.level("FAR_BELOW", -far), draft.level("FAR_ABOVE", far));
    },
  },
  {
    id: "willrExtreme",
    subject: "willr",
    filters: [1, 2],
    isAgainst: true,
    write(draft) {
      const length = draft.draw.pick([14, 20, 28, 40, 60]);
      const low = draft.draw.pick([5, 10, 15, 20]);
      const column = draft.column(`willr${length}`, `ta.willr(c, ${length})`, length);
      return atEdge(draft, column, draft.level("WILLR_OVERSOLD", low - 100), draft.level("WILLR_OVERBOUGHT", -low));
    },
  },
  {
    id: "cciExtreme",
    subject: "cci",
    filters: [0, 2],
    isAgainst: true,
    write(draft) {
      const length = draft.draw.pick([14, 20, 30, 40]);
      const far = draft.draw.pick([100, 125, 150, 200, 250]);
      const column = draft.column(`cci${length}`, `ta.cci(c, ${length})`, length);
      return atEdge(draft, column, draft.level("CCI_OVERSOLD", -far), draft.level("CCI_OVERBOUGHT", far));
    },
  },
  {
    id: "cmoExtreme",
    subject: "cmo",
    filters: [0, 2],
    isAgainst: true,
    write(draft) {
      const length = draft.draw.pick([14, 20, 28]);
      const far = draft.draw.pick([40, 50, 60]);
      const column = draft.column(`cmo${length}`, `ta.cmo(c.close, ${length})`, length + 1);
      return atEdge(draft, column, draft.level("CMO_OVERSOLD", -far), draft.level("CMO_OVERBOUGHT", far));
    },
  },
  {
    id: "stochasticExtreme",
    subject: "stochastic",
    filters: [1, 2],
    isAgainst: true,
    write(draft) {
      const low = draft.draw.pick([10, 15, 20, 25]);
      const lower = draft.level("STOCHASTIC_LOW", low);
      return atEdge(draft, `${stochastic(draft)}.k`, lower, draft.level("STOCHASTIC_HIGH", 100 - low));
    },
  },
  {
    id: "stochasticRsiExtreme",
    subject: "rsi",
    filters: [1, 2],
    isAgainst: true,
    write(draft) {
      const length = draft.draw.pick([14, 21, 28]);
      const low = draft.draw.pick([0.05, 0.1, 0.2]);
      const column = draft.column(`stochasticRsi${length}`, `ta.stochRsi(c.close, ${length})`, 6 * length);
      const lower = draft.level("STOCHASTIC_RSI_LOW", low);
      return returns(column, lower, draft.level("STOCHASTIC_RSI_HIGH", neat(1 - low)));
    },
  },
  {
    id: "falseBreak",
    subject: "channel",
    filters: [0, 2],
    isAgainst: true,
    write(draft) {
      const { upper, lower } = channel(draft, draft.draw.pick([20, 30, 40, 60, 100]));
      return allOf(
        { long: `ta.lt(c.low, ${lower})`, short: `ta.gt(c.high, ${upper})` },
        { long: `ta.gt(c.close, ${lower})`, short: `ta.lt(c.close, ${upper})` },
      );
    },
  },
  {
    id: "stretch",
    subject: "stretch",
    filters: [0, 2],
    isAgainst: true,
    write(draft) {
      const middle = average(
        draft,
        draft.draw.pick(["sma", "ema", "wma"] as const),
        draft.draw.pick([20, 30, 50, 100]),
      );
      const range = atr(draft, draft.draw.pick([14, 20]));
      const far = draft.draw.pick([2, 2.5, 3, 4]);
      const column = draft.column("stretch", `ta.div(ta.sub(c.close, ${middle}), ${range})`);
      return atEdge(draft, column, draft.level("STRETCHED_DOWN", -far), draft.level("STRETCHED_UP", far));
    },
  },
  {
    id: "exhaustedRun",
    subject: "run",
    filters: [0, 2],
    isAgainst: true,
    write(draft) {
      const steps = draft.draw.pick([5, 6, 7]);
      return { long: `ta.falling(c.close, ${steps})`, short: `ta.rising(c.close, ${steps})` };
    },
  },
  {
    id: "shock",
    subject: "change",
    filters: [0, 1],
    isAgainst: true,
    write(draft) {
      const length = draft.draw.pick([2, 4, 8, 12, 24]);
      const far = usualMove(draft, length, draft.draw.pick([2, 2.5, 3]));
      return overshoots(change(draft, length), draft.level("SHOCK_DOWN", -far), draft.level("SHOCK_UP", far));
    },
  },
  {
    id: "rankExtreme",
    subject: "rank",
    filters: [1, 2],
    isAgainst: true,
    write(draft) {
      const length = draft.draw.pick([30, 50, 75, 100]);
      const low = draft.draw.pick([0.03, 0.05, 0.1]);
      const column = draft.column(`rank${length}`, `ta.rank(c.close, ${length})`, length);
      return returns(column, draft.level("RANK_LOW", low), draft.level("RANK_HIGH", neat(1 - low)));
    },
  },
  {
    id: "fisherTurn",
    subject: "fisher",
    filters: [0, 2],
    isAgainst: true,
    write(draft) {
      const length = draft.draw.pick([9, 10, 13, 20]);
      const far = draft.draw.pick([1.5, 2, 2.5]);
      const column = draft.column(`fisher${length}`, `ta.fisherTransform(c, ${length})`, 3 * length);
      return returns(column, draft.level("FISHER_LOW", -far), draft.level("FISHER_HIGH", far));
    },
  },
  {
    id: "doubleTouch",
    subject: "bands",
    filters: [0, 1],
    isAgainst: true,
    write(draft) {
      const name = bands(draft);
      const bars = draft.draw.pick([3, 5, 8]);
      const wasOut = {
        long: `ta.within(ta.lt(c.low, ${name}.lower), ${bars})`,
        short: `ta.within(ta.gt(c.high, ${name}.upper), ${bars})`,
      };
      return allOf(wasOut, crosses("c.close", average(draft, "ema", 5)));
    },
  },
];
