// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0028",
  timeframe: "5m",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 30 },
  signals(c) {
    const burst = ta.gt(c.volume, ta.mul(ta.sma(c.volume, 20), 2));
    const quiet = ta.not(burst);
    const enterLong = new Uint8Array(c.length);
    for (let i = 40; i < c.length; i++) {
      if (!burst[i]) continue;
      let free = true;
      for (let k = 1; k <= 5 && free; k++) free = i + k >= c.length || quiet[i + k] === 1;
      enterLong[i] = free ? 1 : 0;
    }
    return { enterLong };
  },
});
