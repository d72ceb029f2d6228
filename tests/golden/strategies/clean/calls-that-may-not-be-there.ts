// expect: passed
import { strategy } from "sixbtc";

const HOOKS = { before: null, after: (value) => value * 1 };

export default strategy({
  name: "Strategy_MOM_C0243",
  timeframe: "30m",
  direction: "long",
  warmup: 3,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const rows = [];
    for (let i = 0; i < c.length; i++) {
      const seen = HOOKS.before?.(c.close[i]) ?? HOOKS.after?.(c.close[i]);
      const [, , third] = [0, 0, rows[i - 3]?.[0]];
      rows.push([seen]);
      if (seen > (third ?? Infinity) * 1.02) long[i] = 1;
    }
    return { enterLong: long };
  },
});
