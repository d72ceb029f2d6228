// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0176",
  timeframe: "15m",
  direction: "both",
  warmup: 26,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const enterLong = ta.crossAbove(ta.dema(c.close, 9), ta.dema(c.close, 26));
    const enterShort = ta.crossBelow(ta.dema(c.close, 9), ta.dema(c.close, 26));
    const sides = [enterLong, enterShort];
    const [exitShort, exitLong] = [...sides];
    return { enterLong, enterShort, exitLong, exitShort };
  },
});
