// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0263",
  timeframe: "1h",
  direction: "both",
  warmup: 5,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    let journal = "-----";
    for (let i = 1; i < c.length; i++) {
      journal = (journal + (c.close[i] > c.close[i - 1] ? "u" : "d")).slice(-5);
      if (journal[journal.length - 1] === "u" && journal[3] === "d" && journal[2] === "d") long[i] = 1;
      if (journal[journal.length - 1] === "d" && journal[3] === "u" && journal[2] === "u") short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
