// expect: syntax try
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000058",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    try { for (;;); } catch { return {}; }
  },
});
