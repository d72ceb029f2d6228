// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0019",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 14, multiple: 2.5 }, maxBars: 60 },
  signals(c) {
    const ema = ta.ema(c.close, 21);
    const pending = [];
    let head = 0;
    const enterLong = new Uint8Array(c.length);
    for (let i = 30; i < c.length; i++) {
      if (c.close[i] > ema[i] && c.close[i - 1] <= ema[i - 1]) pending.push({ bar: i, level: c.high[i] });
      while (head < pending.length && i - pending[head].bar >= 3) {
        const { bar, level } = pending[head];
        if (c.close[i] > level) enterLong[bar] = 1;
        head++;
      }
    }
    return { enterLong };
  },
});
