// expect: execution allocation
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000004a",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const o = [];
    o[90000] = 1;
    const all = [];
    for (let i = 0; ; i++) { const a = []; a[99999] = i; all[i] = a; }
  },
});
