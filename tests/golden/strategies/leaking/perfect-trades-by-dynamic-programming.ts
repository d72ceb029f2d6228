// expect: lookahead ahead-read
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0234",
  timeframe: "15m",
  direction: "long",
  warmup: 1,
  exits: { stop: { kind: "percent", value: 0.05 } },
  params: { cost: 0.004 },
  signals(c, { cost }) {
    const n = c.length;
    // value of being flat or long from here on
    const flat = new Float64Array(n + 1);
    const long = new Float64Array(n + 1);
    for (let i = n - 2; i >= 0; i--) {
      const r = Math.log(c.close[i + 1] / c.close[i]);
      flat[i] = Math.max(flat[i + 1], long[i + 1] + r - cost);
      long[i] = Math.max(long[i + 1] + r, flat[i + 1]);
    }
    const enterLong = new Uint8Array(n);
    const exitLong = new Uint8Array(n);
    for (let i = 0; i < n - 1; i++) {
      const r = Math.log(c.close[i + 1] / c.close[i]);
      if (long[i + 1] + r - cost > flat[i + 1]) enterLong[i] = 1;
      if (flat[i + 1] > long[i + 1] + r) exitLong[i] = 1;
    }
    return { enterLong, exitLong };
  },
});
