// expect: passed
// proof: bars=300
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0131",
  timeframe: "1h",
  direction: "long",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const visit = (from, to) => {
      if (from >= to) return;
      const middle = (from + to) >> 1;
      visit(middle + 1, to);
      if (c.close[middle] > c.close[middle - 6] * 1.03) long[middle] = 1;
      visit(from, middle);
    };
    visit(0, c.length);
    return { enterLong: long };
  },
});
