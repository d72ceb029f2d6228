// expect: passed
// proof: bars=300
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0160",
  timeframe: "2h",
  direction: "both",
  exits: { stop: { kind: "swing", lookback: 20 } },
  signals(c) {
    const alternate = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i += 2) alternate[i] = 1;
    return {
      enterLong: ta.hammer(c),
      enterShort: ta.shootingStar(c),
      exitLong: alternate,
      exitShort: ta.and(alternate, ta.lt(c.close, c.open)),
    };
  },
});
