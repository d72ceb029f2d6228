// expect: execution allocation
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000004b",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    let a = [1, 2];
    for (let i = 0; i < 60; i++) a = [...a, ...a];
    return {};
  },
});
