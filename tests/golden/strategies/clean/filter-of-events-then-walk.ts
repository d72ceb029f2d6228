// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0056",
  timeframe: "1h",
  direction: "short",
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const bars = [];
    for (let i = 0; i < c.length; i++) bars.push(i);
    const shocks = bars.filter((i) => i > 0 && c.close[i] > c.close[i - 1] * 1.02);
    const short = new Uint8Array(c.length);
    shocks.map((bar, k) => {
      const last = shocks[k - 1] ?? -Infinity;
      if (bar - last <= 6) short[bar] = 1;
      return bar;
    });
    return { enterShort: short };
  },
});
