// expect: passed
import { strategy, ta } from "sixbtc";

function streak(column, i) {
  if (i < 1 || column[i] <= column[i - 1]) return 0;
  return 1 + streak(column, i - 1);
}

export default strategy({
  name: "Strategy_MOM_0000002c",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const long = new Uint8Array(c.length);
    for (let i = 8; i < c.length; i++) if (streak(c.close, i) >= 3) long[i] = 1;
    return { enterLong: long };
  },
});
