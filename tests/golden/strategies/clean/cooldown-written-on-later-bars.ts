// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0034",
  timeframe: "15m",
  direction: "long",
  warmup: 14,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const rsi = ta.rsi(c.close, 7);
    const blocked = new Uint8Array(c.length);
    const long = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      if (blocked[i] || !(rsi[i] < 30)) continue;
      long[i] = 1;
      for (let k = 1; k <= 8; k++) blocked[i + k] = 1;
    }
    return { enterLong: long };
  },
});
