// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000034",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const book = { at: 0, values: [], find: (x) => x > 0, sort: "none" };
    const long = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      book.values.push(c.close[i] - c.close[i - 1]);
      book.at++;
      if (book.find(book.values[book.at - 1]) && book.sort === "none" && i % 7 === 0) long[i] = 1;
    }
    return { enterLong: long };
  },
});
