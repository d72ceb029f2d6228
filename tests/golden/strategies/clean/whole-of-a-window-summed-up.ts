// expect: passed
// proof: bars=300
// proof: bars=200 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0278",
  timeframe: "15m",
  direction: "short",
  warmup: 20,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const short = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) {
      const line = ta.sma(c.close.slice(i - 19, i + 1), 5);
      const mean = line.reduce((sum, value) => sum + (value || 0), 0) / (line.length - 4);
      if (Math.max(...line.slice(10)) < mean * 1.002) short[i] = 1;
    }
    return { enterShort: short };
  },
});
