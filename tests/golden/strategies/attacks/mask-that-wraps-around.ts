// expect: execution mask-values
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0149",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const mask = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) mask[i] = 257 + (c.close[i] > c.open[i] ? 1 : 0);
    return { enterLong: mask };
  },
});
