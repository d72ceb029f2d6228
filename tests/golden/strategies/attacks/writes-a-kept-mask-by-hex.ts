// expect: execution key
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0008",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const own = { setFromHex: 1 };
    const mask = ta.gt(c.close, c.open);
    const { setFromHex } = mask;
    ["0101010101010101"].map(setFromHex, mask);
    return { enterLong: ta.gt(c.close, c.open) };
  },
});
