// expect: syntax module-state
import { strategy, ta } from "sixbtc";

function remember() {}

export default strategy({
  name: "Strategy_MOM_00000050",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    remember.count = (remember.count ?? 0) + 1;
    return {};
  },
});
