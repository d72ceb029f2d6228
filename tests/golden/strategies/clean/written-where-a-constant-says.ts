// expect: passed
import { strategy } from "sixbtc";

const DELAY = 6;

export default strategy({
  name: "Strategy_MOM_C0206",
  timeframe: "15m",
  direction: "short",
  warmup: 6,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const short = new Uint8Array(c.length);
    for (let i = 0; i + DELAY < c.length; i++) {
      const due = i + DELAY;
      if (c.close[i + DELAY] < c.close[i] * 0.975 && c.close[i + 3] < c.close[i]) short[due] = 1;
    }
    return { enterShort: short };
  },
});
