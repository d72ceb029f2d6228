// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0281",
  timeframe: "15m",
  direction: "both",
  warmup: 10,
  exits: { stop: { kind: "atr", length: 20, multiple: 1.5 }, takeProfit: { kind: "trailing", activateAt: 0.02, value: 0.01 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 10; i < c.length; i++) {
      const moves = c.close.slice(i - 9, i + 1).map((price, k, all) => (k === 0 ? 0 : price - all[k - 1]));
      const last = moves[moves.length - 1];
      if (last > 0 && last === Math.max(...moves)) long[i] = 1;
      if (last < 0 && last === Math.min(...moves)) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
