// expect: lookahead ahead-read
import { strategy, ta } from "sixbtc";

const HORIZON = 12;

export default strategy({
  name: "Strategy_MOM_00000009",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const { close } = c;
    const long = new Uint8Array(close.length);
    for (let i = 0; i < close.length; i++) {
      const j = i + HORIZON;
      const later = close[j];
      if (later > close[i] * 1.01) long[i] = 1;
    }
    return { enterLong: long };
  },
});
