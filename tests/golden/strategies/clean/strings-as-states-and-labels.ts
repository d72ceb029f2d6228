// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0102",
  timeframe: "1h",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const mood = { text: "", ups: 0, downs: 0 };
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      const letter = c.close[i] > c.close[i - 1] ? "u" : c.close[i] < c.close[i - 1] ? "d" : "-";
      mood.text = (mood.text + letter).slice(-3);
      switch (mood.text) {
        case "uuu":
        case "uu-":
          mood.ups++;
          short[i] = 1;
          break;
        case "ddd":
        case "dd-":
          mood.downs++;
          long[i] = 1;
        // falls through
        case "udu":
          mood.ups = 0;
          break;
        default:
      }
    }
    return { enterLong: long, enterShort: short };
  },
});
