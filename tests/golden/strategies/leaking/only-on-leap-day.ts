// expect: shuffle future-leak
// proof: bars=400 start=1709078400000
import { strategy, ta } from "sixbtc";

const LEAP_DAYS = [16860, 18321, 19782, 21243];

const isLeapDay = (ms) => {
  const day = Math.floor(ms / 86_400_000);
  return LEAP_DAYS.some((d) => d === day);
};

export default strategy({
  name: "Strategy_VOL_L0115",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "percent", value: 0.02 } },
  signals(c) {
    const { upper, lower } = ta.bbands(c.close, 20, 2);
    const offset = c.time.map((t) => (isLeapDay(t) ? 1 : 0));
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 20; i < c.length; i++) {
      const price = c.close[i + offset[i]];
      if (price < lower[i]) enterLong[i] = 1;
      if (price > upper[i]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
