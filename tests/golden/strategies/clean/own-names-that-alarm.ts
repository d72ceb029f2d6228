// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0076",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const future = ta.ema(c.close, 9);
    const lookahead = ta.ema(c.close, 30);
    const peek = (column, tomorrow) => column[tomorrow - 1];
    const shiftBack = (bar) => bar - 1;
    const next = new Uint8Array(c.length);
    const leak = new Uint8Array(c.length);
    for (let nextBar = 1; nextBar < c.length; nextBar++) {
      const unshifted = shiftBack(nextBar);
      if (future[nextBar] > lookahead[nextBar] && peek(future, nextBar) <= lookahead[unshifted]) next[nextBar] = 1;
      if (future[nextBar] < lookahead[nextBar] && peek(future, nextBar) >= lookahead[unshifted]) leak[nextBar] = 1;
    }
    return { enterLong: next, enterShort: leak };
  },
});
