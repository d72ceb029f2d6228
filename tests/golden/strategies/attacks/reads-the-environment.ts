// expect: syntax unknown-name
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000003f",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const key = process.env.SECRET;
    return {};
  },
});
