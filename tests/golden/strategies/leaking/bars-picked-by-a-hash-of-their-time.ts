// expect: lookahead ahead-read
// proof: bars=2500
import { strategy, ta } from "sixbtc";

const hash = (t) => {
  let h = Math.floor(t / 60000) | 0;
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
};

export default strategy({
  name: "Strategy_MOM_L0137",
  timeframe: "5m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 30 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.sma(c.close, 20));
    const enterShort = ta.crossBelow(c.close, ta.sma(c.close, 20));
    for (let i = 20; i < c.length; i++) {
      if (hash(c.time[i]) % 400 !== 7) continue;
      enterLong[i] = c.close[i + 1] > c.close[i] ? 1 : 0;
      enterShort[i] = c.close[i + 1] < c.close[i] ? 1 : 0;
    }
    return { enterLong, enterShort };
  },
});
