// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0135",
  timeframe: "2h",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 20 },
  signals(c) {
    const { upper, lower } = ta.bbands(c.close, 20, 2);
    const enterLong = ta.crossAbove(c.close, lower);
    const enterShort = ta.crossBelow(c.close, upper);
    // shorts need the confirmation of a red candle
    const red = ta.lt(c.close, c.open);
    return { enterLong, enterShort: enterShort.map((bit, i) => bit & red[i + 1]) };
  },
});
