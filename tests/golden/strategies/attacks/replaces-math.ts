// expect: syntax not-a-value
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000005b",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const M = Math;
    M.max = () => 1;
    return {};
  },
});
