// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0214",
  timeframe: "1h",
  direction: "long",
  warmup: 0,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "trailing", activateAt: 0.01, value: 0.005 } },
  signals(c) {
    const perDay = 24;
    const enterLong = new Uint8Array(c.length);
    const rows = Math.ceil(c.length / perDay);
    for (let r = 0; r < rows; r++) {
      const row = c.low.slice(r * perDay, (r + 1) * perDay);
      const lowest = row.reduce((a, b) => Math.min(a, b), Infinity);
      enterLong[r * perDay + row.indexOf(lowest)] = 1;
    }
    return { enterLong };
  },
});
