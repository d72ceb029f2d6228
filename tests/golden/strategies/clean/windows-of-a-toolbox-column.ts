// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0293",
  timeframe: "15m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const line = ta.ema(c.close, 12);
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 30; i < c.length; i++) {
      const recent = line.slice(i - 9, i + 1);
      const last = recent[recent.length - 1];
      if (last >= Math.max(...recent) && c.close[i] < c.open[i]) long[i] = 1;
      if (recent.every((value) => value >= last) && c.close[i] > recent.reduce((sum, value) => sum + value, 0) / 10.2) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
