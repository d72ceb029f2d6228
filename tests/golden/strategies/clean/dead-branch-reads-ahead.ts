// expect: passed
import { strategy } from "sixbtc";

const LABELLING = false;

function outcome(column, i, bars) {
  return column[i + bars] / column[i] - 1;
}

export default strategy({
  name: "Strategy_MOM_C0005",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 4; i < c.length; i++) {
      if (LABELLING) {
        if (outcome(c.close, i, 12) > 0) long[i] = 1;
        continue;
      }
      const move = outcome(c.close, i, -4);
      if (move < -0.02) long[i] = 1;
      else if (move > 0.02) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
