// expect: syntax module-state
import { strategy, ta } from "sixbtc";

const kept = { mask: undefined };

export default strategy({
  name: "Strategy_VOL_A0091",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    kept.mask ??= ta.gt(c.close, c.open);
    return { enterLong: kept.mask };
  },
});
