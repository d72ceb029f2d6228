// expect: passed
// proof: bars=400 price=0.5
// proof: bars=300 seed=5
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0101",
  timeframe: "15m",
  direction: "short",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const SIZE = 1 << 12;
    const keys = new Float64Array(SIZE).fill(-1);
    const bars = new Float64Array(SIZE);
    const short = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const key = Math.round(c.high[i] * 20);
      let slot = (Math.imul(key, 2654435761) >>> 20) & (SIZE - 1);
      let probes = 0;
      while (keys[slot] !== -1 && keys[slot] !== key && probes++ < 64) slot = (slot + 1) & (SIZE - 1);
      if (keys[slot] === key && i - bars[slot] > 30) short[i] = 1;
      keys[slot] = key;
      bars[slot] = i;
    }
    return { enterShort: short };
  },
});
