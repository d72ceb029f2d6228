// expect: execution key
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000053",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const o = { length: 4294967295, fill: [].fill };
    o.fill(0);
    return {};
  },
});
