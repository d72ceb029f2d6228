// expect: execution mask-values
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0063",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const of = 4, g = 2, i = 1;
    const x = of / g / i
    /g/i
    const mask = new Uint8Array(c.length).fill(x === 1 ? 2 : 3);
    return { enterLong: mask };
  },
});
