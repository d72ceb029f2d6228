// expect: passed
// proof: bars=400
// proof: bars=400 idle=0.2 seed=3 jump=0.1 jumpSize=0.01
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0120",
  timeframe: "30m",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const bulls = ta.or(ta.engulfing(c), ta.hammer(c), ta.pinBar(c), ta.marubozu(c), ta.morningStar(c), ta.threeSoldiers(c));
    const bears = ta.or(ta.bearishEngulfing(c), ta.shootingStar(c), ta.bearishPinBar(c), ta.bearishMarubozu(c), ta.eveningStar(c), ta.threeCrows(c));
    const pause = ta.or(ta.doji(c), ta.insideBar(c), ta.outsideBar(c));
    return {
      enterLong: ta.and(ta.within(bulls, 3), ta.not(ta.heldFor(bears, 2))),
      enterShort: ta.and(bears, ta.within(pause, 5)),
    };
  },
});
