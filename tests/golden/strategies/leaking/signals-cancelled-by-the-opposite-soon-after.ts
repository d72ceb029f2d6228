// expect: shuffle future-leak
// proof: bars=900
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0339",
  timeframe: "30m",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 40 },
  signals(c) {
    const up = ta.crossAbove(c.close, ta.hma(c.close, 20));
    const down = ta.crossBelow(c.close, ta.hma(c.close, 20));
    const enterLong = up.slice(0);
    const enterShort = down.slice(0);
    let lastUp = -1;
    let lastDown = -1;
    for (let i = 0; i < c.length; i++) {
      // whipsaw: strike out both
      if (up[i]) { if (lastDown >= 0 && i - lastDown === 1) { enterShort[lastDown] = 0; enterLong[i] = 0; } lastUp = i; }
      if (down[i]) { if (lastUp >= 0 && i - lastUp === 1) { enterLong[lastUp] = 0; enterShort[i] = 0; } lastDown = i; }
    }
    return { enterLong, enterShort };
  },
});
