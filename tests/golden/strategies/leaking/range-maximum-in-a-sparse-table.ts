// expect: shuffle future-leak
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0255",
  timeframe: "30m",
  direction: "long",
  warmup: 16,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "percent", value: 0.02 } },
  signals(c) {
    // table[k][i]: highest high of the 2^k bars from i on
    const table = [c.high.slice(0)];
    for (let k = 1; k <= 4; k++) {
      const before = table[k - 1];
      const span = 1 << (k - 1);
      table.push(before.map((v, i) => Math.max(v, before[i + span] ?? -Infinity)));
    }
    const enterLong = new Uint8Array(c.length);
    for (let i = 16; i < c.length; i++) {
      const window = Math.max(table[3][i - 8], table[3][i - 2]);
      if (window > c.high[i] * 1.01) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
