// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_0000002d",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const moves = c.close.map((price, i) => (i > 0 ? price / c.close[i - 1] - 1 : 0));
    const long = new Uint8Array(c.length);
    for (let i = 30; i < c.length; i++) {
      const recent = moves.slice(i - 10, i + 1);
      const ups = recent.filter((move) => move > 0).length;
      if (ups >= 7 && recent.every((move) => move > -0.02) && recent.some((move) => move > 0.003)) long[i] = 1;
    }
    return { enterLong: long };
  },
});
