// expect: passed
// proof: bars=400
import { strategy } from "sixbtc";

const BIAS = [0, 1, -1, 0, 1, 0, -1, 0];

export default strategy({
  name: "Strategy_VOL_C0211",
  timeframe: "4h",
  direction: "both",
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const today = (Math.floor(c.time[i] / 86_400_000) + 4) % 7;
      const tomorrow = BIAS[today + 1];
      if (tomorrow > 0 && c.close[i] > c.open[i]) long[i] = 1;
      if (tomorrow < 0 && c.close[i] < c.open[i]) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
