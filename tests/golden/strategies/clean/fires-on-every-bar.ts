// expect: passed
// proof: bars=300
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0157",
  timeframe: "1m",
  direction: "both",
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const all = new Uint8Array(c.length).fill(1);
    const none = ta.not(all);
    return { enterLong: all, enterShort: none, exitShort: all };
  },
});
