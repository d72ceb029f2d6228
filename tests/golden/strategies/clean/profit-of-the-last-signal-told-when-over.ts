// expect: passed
// proof: bars=400
// proof: bars=300 seed=2
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0287",
  timeframe: "15m",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const raw = ta.crossAbove(c.close, ta.ema(c.close, 12));
    const verdict = new Float64Array(c.length + 20).fill(NaN);
    for (let i = 0; i < c.length; i++) if (raw[i]) verdict[i + 10] = c.close[i + 10] / c.open[i + 1] - 1;
    const long = new Uint8Array(c.length);
    let last = 0;
    for (let i = 0; i < c.length; i++) {
      if (verdict[i] === verdict[i]) last = verdict[i];
      if (raw[i] && last > -0.01) long[i] = 1;
    }
    return { enterLong: long };
  },
});
