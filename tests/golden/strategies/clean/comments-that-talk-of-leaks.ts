// expect: passed
import { strategy } from "sixbtc";

// close[i + 1], shift(-1), process.env, eval("1"), Date.now(), require("fs")
/* import { readFileSync } from "node:fs"; export default strategy({}) */
/** @todo c.close[c.length - 1] // never */

export default strategy({
  name: "Strategy_MOM_C0106",
  timeframe: "30m",
  direction: "long",
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      // long[i] = c.close[i + 1] > c.close[i] ? 1 : 0;
      const text = "c.close[i + 1] */ // ${future} \u2028 \x00 <script>";
      if (text.length > 10 /* always */ && c.close[i] > c.high[i - 1]) long[i] = 1; // */ //
    }
    return { enterLong: long };
  },
});
