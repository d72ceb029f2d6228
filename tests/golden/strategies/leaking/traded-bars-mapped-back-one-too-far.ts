// expect: shuffle future-leak
// proof: bars=1500 idle=0.05
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0421",
  timeframe: "5m",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 24 },
  signals(c) {
    // indicators on traded bars only
    let traded = 0;
    const index = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) {
      index[i] = traded;
      if (c.volume[i] > 0) traded++;
    }
    const close = new Float64Array(traded);
    for (let i = 0; i < c.length; i++) if (c.volume[i] > 0) close[index[i]] = c.close[i];
    const rsi = ta.rsi(close, 7);
    const back = c.close.map((_, i) => rsi[index[i]] ?? NaN);
    return { enterLong: ta.crossAbove(back, 35), enterShort: ta.crossBelow(back, 65) };
  },
});
