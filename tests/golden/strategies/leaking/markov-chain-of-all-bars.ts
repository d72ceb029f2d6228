// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_L0232",
  timeframe: "15m",
  direction: "both",
  warmup: 5,
  exits: { stop: { kind: "percent", value: 0.015 }, maxBars: 2 },
  signals(c) {
    // state: colours of the last three candles
    const state = (i) => [0, 1, 2].reduce((s, k) => s * 2 + (c.close[i - k] > c.open[i - k] ? 1 : 0), 0);
    const ups = new Float64Array(8);
    const seen = new Float64Array(8);
    for (let i = 3; i < c.length; i++) {
      const s = state(i - 1);
      seen[s]++;
      if (c.close[i] > c.open[i]) ups[s]++;
    }
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 5; i < c.length; i++) {
      const chance = ups[state(i)] / seen[state(i)];
      if (chance > 0.53) enterLong[i] = 1;
      if (chance < 0.47) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
