// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0083",
  timeframe: "5m",
  direction: "long",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const masks = { long: ta.crossAbove(c.close, ta.wma(c.close, 12)), oracle: new Uint8Array(c.length) };
    for (let i = 0; i < c.length; i++) masks.oracle[i] = c.close[i + 1] > c.close[i] ? 1 : 0;
    const { long } = masks;
    return { enterLong: long };
  },
});
