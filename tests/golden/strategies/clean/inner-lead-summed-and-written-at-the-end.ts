// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0230",
  timeframe: "1h",
  direction: "both",
  warmup: 6,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 0; i + 6 < c.length; i++) {
      let tilt = 0;
      for (let k = 1; k <= 6; k++) tilt += Math.sign(c.close[i + k] - c.close[i]);
      if (tilt === -6) long[i + 6] = 1;
      if (tilt === 6) short[i + 6] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
