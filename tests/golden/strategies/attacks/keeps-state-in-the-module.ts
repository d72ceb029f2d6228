// expect: syntax module-state
import { strategy, ta } from "sixbtc";

let calls = 0;

export default strategy({
  name: "Strategy_MOM_0000004f",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    calls += 1;
    return { enterLong: new Uint8Array(c.length).fill(calls % 2) };
  },
});
