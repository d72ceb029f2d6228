// expect: execution threw
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000057",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    let n = 0;
    for (let i = 0; i < 1e6; i++) n += c.close * 1;
    return { enterLong: new Uint8Array(c.length).fill(n > 0 ? 1 : 0) };
  },
});
