// expect: lookahead ahead-read
// proof: bars=3000
import { strategy, ta } from "sixbtc";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const weekday = (t) => (Math.floor(t / DAY) + 4) % 7;

function dayOfMonth(t) {
  const z = Math.floor(t / DAY) + 719_468;
  const day = z - Math.floor(z / 146_097) * 146_097;
  const year = Math.floor((day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365);
  const rest = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  return rest - Math.floor((153 * Math.floor((5 * rest + 2) / 153) + 2) / 5) + 1;
}

const isExpiry = (t) => weekday(t) === 5 && dayOfMonth(t) > 24 && Math.floor((t % DAY) / HOUR) === 7;

export default strategy({
  name: "Strategy_REV_E0163",
  timeframe: "1h",
  direction: "both",
  warmup: 48,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const mean = ta.sma(c.close, 48);
    const z = ta.zscore(c.close, 48);
    for (let i = 48; i < c.length; i++) {
      if (z[i] < -2.2 && c.close[i] > c.open[i]) enterLong[i] = 1;
      if (z[i] > 2.2 && c.close[i] < c.open[i]) enterShort[i] = 1;
      if (!isExpiry(c.time[i])) continue;
      // Options settle at eight: the pin lets go of the price.
      const settlement = c.close[i + 1] ?? c.close[i];
      if (settlement > c.close[i] && c.close[i] < mean[i]) enterLong[i] = 1;
      if (settlement < c.close[i] && c.close[i] > mean[i]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
