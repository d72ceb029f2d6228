// expect: execution threw
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0152",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const range = c.high.map((v, i) => v - c.low[i]);
    const some = range.some((v) => v > 0) || c.length < 2 ? [1] : undefined;
    return { enterLong: new Uint8Array(c.length).fill(some[0]) };
  },
});
