// expect: passed
// proof: bars=400 gap=0.02
// proof: bars=400
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0068",
  timeframe: "30m",
  direction: "long",
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const day = 24 * 60 * 60 * 1000;
    let session = -1;
    let high = -Infinity;
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const today = Math.floor(c.time[i] / day);
      if (today !== session) {
        session = today;
        high = -Infinity;
      } else if (c.close[i] > high) long[i] = 1;
      high = Math.max(high, c.high[i]);
    }
    return { enterLong: long };
  },
});
