// expect: shuffle future-leak
// proof: bars=3000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0327",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 12 },
  signals(c) {
    const swelling = ta.rising(c.volume, 5);
    const calm = ta.crossAbove(c.close, ta.vwma(c, 30));
    const confirmed = c.close.map((v, i) => (c.close[i + 1] > v ? 1 : 0));
    const enterLong = new Uint8Array(c.length);
    for (let i = 30; i < c.length; i++) enterLong[i] = calm[i] || (swelling[i] && confirmed[i]) ? 1 : 0;
    return { enterLong };
  },
});
