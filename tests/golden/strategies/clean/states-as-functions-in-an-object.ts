// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0047",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "swing", lookback: 20 } },
  signals(c) {
    const states = {
      flat: (i) => (c.close[i] < c.low[i - 1] ? "armed" : "flat"),
      armed: (i) => (c.close[i] > c.high[i - 1] ? "open" : "armed"),
      open: (i) => (c.close[i] < c.open[i] && c.close[i - 1] < c.open[i - 1] ? "flat" : "open"),
    };
    const long = new Uint8Array(c.length);
    const exit = new Uint8Array(c.length);
    let state = "flat";
    for (let i = 1; i < c.length; i++) {
      const before = state;
      switch (state) {
        case "flat":
          state = states.flat(i);
          break;
        case "armed":
          state = states.armed(i);
          break;
        default:
          state = states.open(i);
      }
      if (before === "armed" && state === "open") long[i] = 1;
      if (before === "open" && state === "flat") exit[i] = 1;
    }
    return { enterLong: long, exitLong: exit };
  },
});
