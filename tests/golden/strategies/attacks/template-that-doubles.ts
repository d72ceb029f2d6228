// expect: execution string
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0120",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    let text = "ab";
    for (let i = 0; i < 40; i++) text = `${text}${text}`;
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
