// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0024",
  timeframe: "15m",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 40 },
  signals(c) {
    const ema = ta.ema(c.close, 30);
    const cursor = { at: 0, value: NaN };
    const enterLong = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      // the cursor stands on the latest bar above its average
      while (cursor.at < c.length && (cursor.at <= i || !(c.close[cursor.at] > ema[cursor.at]))) cursor.at += 1;
      cursor.value = cursor.at - i;
      if (cursor.value === 1 && c.close[i] < ema[i]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
