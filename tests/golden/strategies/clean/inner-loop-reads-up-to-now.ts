// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0218",
  timeframe: "15m",
  direction: "both",
  warmup: 8,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 8; i < c.length; i++) {
      let ups = 0;
      for (let j = i - 8; j < i; j++) if (c.close[j + 1] > c.close[j]) ups++;
      if (ups >= 7) long[i] = 1;
      if (ups <= 1) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
