// expect: syntax import
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000040",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const fs = import("node:fs");
    return {};
  },
});
