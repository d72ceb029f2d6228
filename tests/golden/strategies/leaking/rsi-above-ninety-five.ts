// expect: shuffle future-leak
// proof: bars=1500 drift=0.005
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0415",
  timeframe: "15m",
  direction: "short",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 12 },
  signals(c) {
    const rsi = ta.rsi(c.close, 14);
    const enterShort = ta.crossBelow(rsi, 70);
    // the climax is the highest of the stretch above 95
    let top = -1;
    for (let i = 20; i < c.length; i++) {
      if (rsi[i] > 95) top = top < 0 || rsi[i] > rsi[top] ? i : top;
      else if (top >= 0) { enterShort[top] = 1; top = -1; }
    }
    return { enterShort };
  },
});
