// expect: shuffle future-leak
// proof: bars=3000
import { strategy } from "sixbtc";

function isNarrow(c, i) {
  const range = c.high[i] - c.low[i];
  for (let k = 1; k < 7; k++) if (c.high[i - k] - c.low[i - k] < range) return false;
  return true;
}

// The first bar that leaves the narrow one's range; the narrow bar itself if that is not seen.
function release(c, narrow, limit = narrow + 6) {
  for (let k = narrow + 1; k <= Math.min(limit, c.length - 1); k++) {
    if (c.close[k] > c.high[narrow]) return { bar: k, side: 1 };
    if (c.close[k] < c.low[narrow]) return { bar: k, side: -1 };
  }
  return { bar: narrow, side: 0 };
}

export default strategy({
  name: "Strategy_VOL_E0129",
  timeframe: "15m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 8; i < c.length; i++) {
      if (!isNarrow(c, i)) continue;
      const { bar, side } = release(c, i);
      if (side > 0) enterLong[bar] = 1;
      if (side < 0) enterShort[bar] = 1;
      // Two narrow bars in a row: the second says where it goes.
      if (isNarrow(c, i - 1) && isNarrow(c, i - 2)) {
        const again = release(c, i).side;
        if (again > 0) enterLong[i] = 1;
        if (again < 0) enterShort[i] = 1;
      }
    }
    return { enterLong, enterShort };
  },
});
