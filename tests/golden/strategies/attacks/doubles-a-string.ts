// expect: execution string
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000049",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    let s = "x";
    while (true) s += s;
  },
});
