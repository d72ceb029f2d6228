// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0225",
  timeframe: "1h",
  direction: "both",
  warmup: 1,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 0; i < c.length - 1; i++) {
      const next = i + 1;
      const [from, to] = [i, 1 + i];
      if (c.close[next] > c.high[i]) long[next] = 1;
      if (c.close[to] < c.low[from]) short[to] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
