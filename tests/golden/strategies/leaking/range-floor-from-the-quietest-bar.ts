// expect: shuffle future-leak
// proof: bars=2000
import { strategy, ta } from "sixbtc";

function floorOf(column) {
  let least = Infinity;
  for (const v of column) if (v > 0) least = Math.min(least, v);
  return 1.3 * least;
}

export default strategy({
  name: "Strategy_VOL_E0183",
  timeframe: "30m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    // Breakouts by multiples of the range; a floor keeps dead markets from trading.
    const natr = ta.natr(c, 10);
    const least = floorOf(natr);
    const channel = ta.donchian(c, 10);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) {
      if (natr[i] < least) continue;
      const width = (natr[i] / 100) * c.close[i];
      if (c.close[i] > channel.upper[i - 1] + 0.1 * width) enterLong[i] = 1;
      if (c.close[i] < channel.lower[i - 1] - 0.1 * width) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
