// expect: shuffle future-leak
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0008",
  timeframe: "15m",
  direction: "both",
  warmup: 5,
  exits: { stop: { kind: "percent", value: 0.01 }, takeProfit: { kind: "percent", value: 0.01 } },
  signals({ length, close, high, low }) {
    const enterLong = new Uint8Array(length);
    const enterShort = new Uint8Array(length);
    for (let i = 0; i < length; i++) {
      let walker = i;
      do {
        walker += 1;
      } while (walker < length && walker - i < 40 && high[walker] < close[i] * 1.02 && low[walker] > close[i] * 0.98);
      if (high[walker] >= close[i] * 1.02) enterLong[i] = 1;
      else if (low[walker] <= close[i] * 0.98) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
