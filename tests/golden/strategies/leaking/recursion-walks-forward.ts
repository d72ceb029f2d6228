// expect: shuffle future-leak
import { strategy } from "sixbtc";

function stepsUntilHigher(close, from, depth) {
  if (depth === 0 || from + depth > close.length) return 0;
  return close[from + 1] > close[from] ? 1 + stepsUntilHigher(close, from + 1, depth - 1) : 0;
}

export default strategy({
  name: "Strategy_MOM_L0005",
  timeframe: "1h",
  direction: "long",
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 12 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) enterLong[i] = stepsUntilHigher(c.close, i, 4) >= 3 ? 1 : 0;
    return { enterLong };
  },
});
