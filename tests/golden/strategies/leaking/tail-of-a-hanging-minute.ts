// expect: shuffle future-leak
// proof: bars=2000
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0433",
  timeframe: "1m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "percent", value: 0.005 }, maxBars: 20 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.ema(c.close, 60));
    const enterShort = ta.crossBelow(c.close, ta.ema(c.close, 60));
    const around = (i) => [c.volume[i - 1], c.volume[i], c.volume[i + 1] ?? 0].reduce((a, b) => a + b);
    const usual = ta.sma(c.volume, 60);
    for (let i = 60; i < c.length; i++) {
      // the turn of the hour: minute 59 and the one that comes
      const minute = Math.floor(c.time[i] / 60000) % 60;
      if (minute === 59 && around(i) > 6 * usual[i]) {
        enterLong[i] = c.close[i] > c.open[i] ? 1 : 0;
        enterShort[i] = c.close[i] < c.open[i] ? 1 : 0;
      }
    }
    return { enterLong, enterShort };
  },
});
