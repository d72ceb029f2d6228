import { allOf, both, breaks, compares, crosses, returns, type Trigger } from "./block.ts";
import { change, macd, neat, rsi, stochastic, usualMove } from "./columns.ts";

/** Triggers of type MOM: a move that has strength goes on. */
export const momentum: readonly Trigger[] = [
  {
    id: "rsiStrength",
    subject: "rsi",
    filters: [1, 2],
    write(draft) {
      const strong = draft.draw.pick([52, 55, 58, 60, 65, 70]);
      const upper = draft.level("RSI_STRONG", strong);
      return breaks(rsi(draft, draft.draw.pick([9, 14, 21, 28])), upper, draft.level("RSI_WEAK", 100 - strong));
    },
  },
  {
    id: "changeBreak",
    subject: "change",
    filters: [0, 2],
    write(draft) {
      const length = draft.draw.pick([4, 6, 8, 12, 16, 24, 48]);
      const least = usualMove(draft, length, draft.draw.pick([1.25, 1.5, 2, 2.5]));
      return breaks(change(draft, length), draft.level("LEAST_RISE", least), draft.level("LEAST_FALL", -least));
    },
  },
  {
    id: "rateTurn",
    subject: "rate",
    filters: [1, 2],
    write(draft) {
      const length = draft.draw.pick([12, 20, 24, 36, 48]);
      return crosses(draft.column(`rate${length}`, `ta.roc(c.close, ${length})`, length + 1), 0);
    },
  },
  {
    id: "momentumTurn",
    subject: "momentum",
    filters: [1, 2],
    write(draft) {
      const length = draft.draw.pick([10, 14, 20, 30, 40]);
      return crosses(draft.column(`momentum${length}`, `ta.mom(c.close, ${length})`, length + 1), 0);
    },
  },
  {
    id: "macdCross",
    subject: "macd",
    filters: [1, 2],
    write(draft) {
      const name = macd(draft);
      return crosses(`${name}.macd`, `${name}.signal`);
    },
  },
  {
    id: "macdEarly",
    subject: "macd",
    filters: [1, 1],
    write(draft) {
      const name = macd(draft);
      const turn = crosses(`${name}.histogram`, 0);
      return allOf(turn, { long: `ta.lt(${name}.macd, 0)`, short: `ta.gt(${name}.macd, 0)` });
    },
  },
  {
    id: "macdZero",
    subject: "macd",
    filters: [0, 2],
    write: (draft) => crosses(`${macd(draft)}.macd`, 0),
  },
  {
    id: "stochasticCross",
    subject: "stochastic",
    filters: [1, 2],
    write(draft) {
      const name = stochastic(draft);
      const room = draft.draw.pick([50, 60, 70]);
      const below = draft.level("STOCHASTIC_ROOM_UP", room);
      const above = draft.level("STOCHASTIC_ROOM_DOWN", 100 - room);
      return allOf(crosses(`${name}.k`, `${name}.d`), {
        long: `ta.lt(${name}.k, ${below})`,
        short: `ta.gt(${name}.k, ${above})`,
      });
    },
  },
  {
    id: "stochasticRsiBreak",
    subject: "rsi",
    filters: [1, 2],
    write(draft) {
      const length = draft.draw.pick([14, 21, 28]);
      const high = draft.draw.pick([0.75, 0.8, 0.9]);
      return breaks(
        draft.column(`stochasticRsi${length}`, `ta.stochRsi(c.close, ${length})`, 6 * length),
        draft.level("STOCHASTIC_RSI_HIGH", high),
        draft.level("STOCHASTIC_RSI_LOW", neat(1 - high)),
      );
    },
  },
  {
    id: "cciBreak",
    subject: "cci",
    filters: [1, 2],
    write(draft) {
      const length = draft.draw.pick([14, 20, 30, 40, 60]);
      const high = draft.draw.pick([80, 100, 125, 150, 200]);
      return breaks(
        draft.column(`cci${length}`, `ta.cci(c, ${length})`, length),
        draft.level("CCI_HIGH", high),
        draft.level("CCI_LOW", -high),
      );
    },
  },
  {
    id: "cmoBreak",
    subject: "cmo",
    filters: [0, 2],
    write(draft) {
      const length = draft.draw.pick([14, 20, 28, 40]);
      const high = draft.draw.pick([20, 25, 30, 40]);
      return breaks(
        draft.column(`cmo${length}`, `ta.cmo(c.close, ${length})`, length + 1),
        draft.level("CMO_HIGH", high),
        draft.level("CMO_LOW", -high),
      );
    },
  },
  {
    id: "willrBreak",
    subject: "willr",
    filters: [1, 2],
    write(draft) {
      const length = draft.draw.pick([20, 28, 40, 60, 100]);
      const top = draft.draw.pick([5, 10, 20]);
      return breaks(
        draft.column(`willr${length}`, `ta.willr(c, ${length})`, length),
        draft.level("WILLR_TOP", -top),
        draft.level("WILLR_BOTTOM", top - 100),
      );
    },
  },
  {
    id: "run",
    subject: "run",
    filters: [0, 2],
    write(draft) {
      const steps = draft.draw.pick([4, 5, 6]);
      return { long: `ta.rising(c.close, ${steps})`, short: `ta.falling(c.close, ${steps})` };
    },
  },
  {
    id: "rankBreak",
    subject: "change",
    filters: [0, 2],
    write(draft) {
      const rate = change(draft, draft.draw.pick([6, 12, 24, 48]));
      const length = draft.draw.pick([100, 150, 200, 300]);
      const high = draft.draw.pick([0.9, 0.95, 0.97]);
      return breaks(
        draft.column("rankOfChange", `ta.rank(${rate}, ${length})`, length),
        draft.level("RANK_HIGH", high),
        draft.level("RANK_LOW", neat(1 - high)),
      );
    },
  },
  {
    id: "trixTurn",
    subject: "trix",
    filters: [0, 2],
    write(draft) {
      const length = draft.draw.pick([9, 12, 15, 18]);
      return crosses(draft.column(`trix${length}`, `ta.trix(c.close, ${length})`, 6 * length), 0);
    },
  },
  {
    id: "tsiTurn",
    subject: "tsi",
    filters: [0, 2],
    write(draft) {
      const [long, short] = draft.draw.pick([
        [25, 13],
        [20, 10],
        [40, 20],
        [13, 7],
      ] as const);
      return crosses(draft.column("tsi", `ta.tsi(c.close, ${long}, ${short})`, 3 * (long + short)), 0);
    },
  },
  {
    id: "awesomeTurn",
    subject: "awesome",
    filters: [0, 2],
    write(draft) {
      const [short, long] = draft.draw.pick([
        [5, 34],
        [8, 21],
        [10, 50],
      ] as const);
      return crosses(draft.column("awesome", `ta.ao(c, ${short}, ${long})`, long), 0);
    },
  },
  {
    id: "thrust",
    subject: "range",
    filters: [0, 1],
    write(draft) {
      const usual = draft.column("atr20", "ta.atr(c, 20)", 100);
      const wide = draft.column("wide", `ta.gt(ta.tr(c), ta.mul(${usual}, ${draft.draw.pick([1.5, 2, 2.5])}))`);
      return allOf(both(wide), compares("c.close", "c.open"));
    },
  },
  {
    id: "dipInStrength",
    subject: "rsi",
    filters: [0, 1],
    write(draft) {
      const slow = rsi(draft, draft.draw.pick([28, 42, 50]));
      const fast = rsi(draft, draft.draw.pick([4, 5, 7]));
      return allOf(compares(slow, 50), returns(fast, draft.level("DIP", 30), draft.level("SPIKE", 70)));
    },
  },
];
