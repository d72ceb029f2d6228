// expect: shuffle future-leak
// proof: bars=900
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0131",
  timeframe: "5m",
  direction: "long",
  warmup: 200,
  exits: { stop: { kind: "percent", value: 0.1 }, maxBars: 500 },
  params: { horizon: 500 },
  signals(c, { horizon }) {
    const enterLong = new Uint8Array(c.length);
    let i = c.length - horizon;
    while (--i >= 200) if (c.close[i + horizon] > c.close[i] * 1.05) enterLong[i] = 1;
    return { enterLong };
  },
});
