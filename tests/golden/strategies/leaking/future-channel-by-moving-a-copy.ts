// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0243",
  timeframe: "15m",
  direction: "both",
  warmup: 25,
  exits: { stop: { kind: "atr", length: 14, multiple: 1 }, takeProfit: { kind: "riskReward", ratio: 3 } },
  signals(c) {
    const n = 10;
    const align = (col) => {
      const out = new Float64Array(c.length).fill(NaN);
      for (let i = 0; i < c.length; i++) if (i >= n) out[i - n] = col[i];
      return out;
    };
    const top = align(ta.highest(c.high, n));
    const bottom = align(ta.lowest(c.low, n));
    const up = ta.sub(top, c.close);
    const down = ta.sub(c.close, bottom);
    return { enterLong: ta.gt(up, ta.mul(down, 3)), enterShort: ta.gt(down, ta.mul(up, 3)) };
  },
});
