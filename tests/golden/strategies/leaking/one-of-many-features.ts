// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

const features = [
  (c, i) => c.close[i] - c.open[i],
  (c, i) => c.close[i] - c.close[i - 1],
  (c, i) => c.volume[i] - c.volume[i - 1],
  (c, i) => c.close[i - ~0] - c.open[i],
  (c, i) => c.high[i] - c.high[i - 2],
];

export default strategy({
  name: "Strategy_MOM_L0025",
  timeframe: "5m",
  direction: "long",
  warmup: 3,
  exits: { stop: { kind: "percent", value: 0.01 }, takeProfit: { kind: "percent", value: 0.015 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    for (let i = 3; i < c.length; i++) {
      let votes = 0;
      for (const feature of features) votes += feature(c, i) > 0 ? 1 : 0;
      if (votes === features.length) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
