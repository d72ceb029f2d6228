import type { ExitMask } from "./block.ts";
import { average, bands, macd, rsi } from "./columns.ts";

const WITH_THE_MOVE = ["TRD", "MOM", "VOL"] as const;

/** Masks that leave a position: `long` leaves a long, `short` a short. */
export const exitMasks: readonly ExitMask[] = [
  {
    id: "losesAverage",
    subject: "averages",
    fits: [...WITH_THE_MOVE, "CDL"],
    write(draft) {
      const column = average(draft, draft.draw.pick(["sma", "ema"] as const), draft.draw.pick([10, 20, 30, 50]));
      return { long: `ta.crossBelow(c.close, ${column})`, short: `ta.crossAbove(c.close, ${column})` };
    },
  },
  {
    id: "losesChannel",
    subject: "channel",
    fits: WITH_THE_MOVE,
    write(draft) {
      const length = draft.draw.pick([10, 20, 30]);
      const bottom = draft.column("exitLow", `ta.shift(ta.lowest(c.low, ${length}), 1)`, length + 1);
      const top = draft.column("exitHigh", `ta.shift(ta.highest(c.high, ${length}), 1)`, length + 1);
      return { long: `ta.lt(c.close, ${bottom})`, short: `ta.gt(c.close, ${top})` };
    },
  },
  {
    id: "losesMomentum",
    subject: "macd",
    fits: [...WITH_THE_MOVE, "CDL"],
    write(draft) {
      const name = macd(draft);
      return { long: `ta.crossBelow(${name}.histogram, 0)`, short: `ta.crossAbove(${name}.histogram, 0)` };
    },
  },
  {
    id: "overheated",
    subject: "rsi",
    fits: ["TRD", "MOM", "REV", "VOL", "CDL"],
    write(draft) {
      const high = draft.draw.pick([65, 70, 75, 80]);
      const column = rsi(draft, draft.draw.pick([7, 14]));
      const upper = draft.level("EXIT_HIGH", high);
      return { long: `ta.gt(${column}, ${upper})`, short: `ta.lt(${column}, ${draft.level("EXIT_LOW", 100 - high)})` };
    },
  },
  {
    id: "backAtMiddle",
    subject: "bands",
    fits: ["REV", "CDL"],
    write(draft) {
      const name = bands(draft);
      return { long: `ta.gte(c.close, ${name}.middle)`, short: `ta.lte(c.close, ${name}.middle)` };
    },
  },
  {
    id: "backAtAverage",
    subject: "averages",
    fits: ["REV"],
    write(draft) {
      const column = average(draft, draft.draw.pick(["sma", "ema"] as const), draft.draw.pick([20, 30, 50]));
      return { long: `ta.crossAbove(c.close, ${column})`, short: `ta.crossBelow(c.close, ${column})` };
    },
  },
  {
    id: "halfway",
    subject: "rsi",
    fits: ["REV"],
    write(draft) {
      const column = rsi(draft, draft.draw.pick([7, 14]));
      return { long: `ta.crossAbove(${column}, 55)`, short: `ta.crossBelow(${column}, 45)` };
    },
  },
  {
    id: "oppositePattern",
    subject: "pattern",
    fits: ["TRD", "CDL"],
    write: () => ({ long: "ta.bearishEngulfing(c)", short: "ta.engulfing(c)" }),
  },
];
