// expect: passed
import { strategy } from "sixbtc";

const decide = (move, label) => move > 0.02 && move < 0.2;

export default strategy({
  name: "Strategy_MOM_C0221",
  timeframe: "30m",
  direction: "short",
  warmup: 6,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const short = new Uint8Array(c.length);
    for (let i = 6; i < c.length; i++) if (decide(c.close[i] / c.close[i - 6] - 1, c.close[i + 1])) short[i] = 1;
    return { enterShort: short };
  },
});
