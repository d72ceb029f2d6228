// expect: execution mask-values
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0072",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const undefined = 1;
    const mask = new Uint8Array(c.length).fill(undefined + NaN);
    mask[0] = 2;
    return { enterLong: mask };
  },
});
