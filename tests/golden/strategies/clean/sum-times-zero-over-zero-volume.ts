// expect: passed
// proof: bars=400 idle=0.4
// proof: bars=300 idle=0.05 volume=0.00001 seed=4
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0093",
  timeframe: "1m",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const per = c.close.map((price, i) => (price - c.open[i]) / c.volume[i]);
    const flow = per.map((value) => (Number.isFinite(value) ? value : 0));
    const odd = per.map((value) => (value !== value ? 1 : value === Infinity || value === -Infinity ? 2 : 0));
    const smooth = ta.ema(flow, 10);
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      if (odd[i] === 0 && smooth[i] > 0 && smooth[i - 1] <= 0) long[i] = 1;
      if (odd[i] === 0 && smooth[i] < 0 && smooth[i - 1] >= 0) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
