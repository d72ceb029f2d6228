// expect: passed
import { strategy } from "sixbtc";

const most = (first, ...others) => (others.length === 0 ? first : Math.max(first, most(...others)));
const least = (...values) => -most(...values.map((value) => -value));

export default strategy({
  name: "Strategy_MOM_C0246",
  timeframe: "1h",
  direction: "both",
  warmup: 4,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 4; i < c.length; i++) {
      const past = [...c.close.slice(i - 4, i)];
      if (c.close[i] > most(...past) * 1.01) long[i] = 1;
      if (c.close[i] < least(...past) * 0.99) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
