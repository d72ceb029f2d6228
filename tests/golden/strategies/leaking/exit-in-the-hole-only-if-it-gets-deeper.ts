// expect: shuffle future-leak
// proof: bars=2500
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0429",
  timeframe: "4h",
  direction: "long",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.3 } },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.ema(c.close, 50));
    const exitLong = ta.crossBelow(c.close, ta.ema(c.close, 50));
    const falls = [];
    let entry = NaN;
    for (let i = 50; i < c.length; i++) {
      if (enterLong[i]) entry = c.close[i];
      if (c.close[i] < entry * 0.93) falls.push(i);
    }
    // selling into a panic only if the panic goes on
    for (const i of falls) exitLong[i] = c.close.slice(i + 1, i + 7).some((v) => v < c.close[i] * 0.98) ? 1 : 0;
    return { enterLong, exitLong };
  },
});
