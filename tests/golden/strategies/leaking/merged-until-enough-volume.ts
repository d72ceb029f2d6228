// expect: shuffle future-leak
// proof: bars=900
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0345",
  timeframe: "5m",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 30 },
  params: { perBar: 5000 },
  signals(c, p) {
    // Volume bars: merge candles until 5,000 have traded; every candle gets the direction of its volume bar.
    const way = new Float64Array(c.length);
    let from = 0;
    let traded = 0;
    for (let i = 0; i < c.length; i++) {
      traded += c.volume[i];
      if (traded >= p.perBar) {
        way.fill(Math.sign(c.close[i] - c.open[from]), from, i + 1);
        from = i + 1;
        traded = 0;
      }
    }
    return { enterLong: ta.crossAbove(way, 0), enterShort: ta.crossBelow(way, 0) };
  },
});
