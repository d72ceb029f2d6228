// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

const step = (k, n) => (n === 0 ? k : step(k + 1, n - 1));

export default strategy({
  name: "Strategy_VOL_L0006",
  timeframe: "5m",
  direction: "short",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 10, multiple: 1.5 }, takeProfit: { kind: "atr", length: 10, multiple: 3 } },
  signals(c) {
    const mean = ta.sma(c.volume, 20);
    const enterShort = new Uint8Array(c.length);
    for (let i = 30; i < c.length; i++) {
      const k = step(i - 2, 4);
      if (c.volume[k] > 2 * mean[i]) enterShort[i] = 1;
    }
    return { enterShort };
  },
});
