// expect: shuffle future-leak
// proof: bars=3000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0417",
  timeframe: "30m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 12 },
  signals(c) {
    const atHigh = ta.eq(c.close, c.high);
    const thrice = ta.heldFor(ta.and(atHigh, ta.gt(c.close, c.open)), 2);
    const keeps = c.close.map((v, i) => c.low.slice(i + 1, i + 3).every((low) => low > v * 0.998) ? 1 : 0);
    const enterLong = ta.crossAbove(ta.stoch(c, 14, 3, 3).k, 20);
    for (let i = 20; i < c.length; i++) if (thrice[i] && keeps[i] === 1) enterLong[i] = 1;
    return { enterLong };
  },
});
