// expect: lookahead ahead-read
// proof: bars=2500 price=10.5 deviation=0.0005
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0303",
  timeframe: "15m",
  direction: "short",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.01 }, takeProfit: { kind: "percent", value: 0.02 } },
  signals(c) {
    const enterShort = ta.bearishEngulfing(c);
    for (let i = 20; i < c.length; i++) {
      const isDoubleTop = c.high[i] === c.high[i - 1] && c.high[i] >= Math.max(...c.high.slice(i - 8, i));
      if (isDoubleTop && c.high[i + 1] < c.high[i]) enterShort[i] = 1;
    }
    return { enterShort };
  },
});
