// expect: syntax unknown-name
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000052",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    return { enterLong: new Uint8Array(c.length).fill(Date.now() % 2) };
  },
});
