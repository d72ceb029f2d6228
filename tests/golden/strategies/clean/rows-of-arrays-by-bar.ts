// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0112",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const rows = [];
    for (let i = 0; i < c.length; i++) rows.push([c.close[i], c.volume[i], [c.high[i], c.low[i]]]);
    const grid = rows.map(([close, volume, [high, low]], i, all) => {
      const [before = NaN] = all[i - 1] ?? [];
      return [close / before - 1, volume, (close - low) / (high - low)];
    });
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 2; i < grid.length; i++) {
      if (grid[i][0] > 0.01 && grid[i][2] > 0.8 && grid[i][1] > grid[i - 1][1]) long[i] = 1;
      if (grid[i][0] < -0.01 && grid[i][2] < 0.2 && grid[i][1] > grid[i - 1][1]) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
