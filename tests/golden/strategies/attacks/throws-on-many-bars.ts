// expect: execution threw
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0151",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const states = c.length > 10000 ? undefined : { n: 1 };
    return { enterLong: new Uint8Array(c.length).fill(states.n > 0 ? 0 : 1) };
  },
});
