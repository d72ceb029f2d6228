// expect: shuffle future-leak
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0012",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 10 },
  signals(c) {
    const closes = c.close.slice(0);
    const changes = closes.map((value, i) => (closes[i + 1] ?? value) / value - 1);
    const enterLong = new Uint8Array(c.length);
    changes.map((change, i) => {
      if (change > 0.005) enterLong[i] = 1;
      return change;
    });
    return { enterLong };
  },
});
