// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0098",
  timeframe: "1h",
  direction: "both",
  warmup: 5,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const before = c.close[i - 5];
      const x = Math.log(c.close[i] / before);
      const y = Math.atan2(x, -0) - Math.PI / 2 + Math.hypot(x, 0) + Math.cbrt(x) ** 3 + Math.expm1(Math.log1p(x));
      const odd = Math.max() + Math.min(NaN, 1) + Math.sqrt(-1) + Math.acos(2) + Math.fround(1e40);
      if (Number.isNaN(odd) && Math.trunc(y * 50) > 2) long[i] = Math.clz32(0x80000000) + 1;
      if (Math.sign(x) === -1 && Math.imul(Math.round(x * 1000), -1) > 25) short[i] = 1 / Math.abs(-1);
    }
    return { enterLong: long, enterShort: short };
  },
});
