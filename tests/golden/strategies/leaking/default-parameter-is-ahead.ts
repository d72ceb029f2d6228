// expect: shuffle future-leak
import { strategy } from "sixbtc";

function change(col, i, until = i + 3) {
  return col[until] / col[i] - 1;
}

export default strategy({
  name: "Strategy_MOM_L0023",
  timeframe: "15m",
  direction: "both",
  warmup: 4,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 3 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 4; i < c.length; i++) {
      if (change(c.close, i - 3, i) < 0 && change(c.close, i) > 0.004) enterLong[i] = 1;
      if (change(c.close, i - 3, i) > 0 && change(c.close, i) < -0.004) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
