// expect: passed
// proof: bars=400
// proof: bars=200 seed=31
import { strategy, ta } from "sixbtc";

function createAverage(weight) {
  let value = NaN;
  return {
    next: (price) => (value = isNaN(value) ? price : value + (price - value) * weight),
    peek: () => value,
  };
}

export default strategy({
  name: "Strategy_TRD_C0049",
  timeframe: "1h",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "atr", length: 20, multiple: 1.5 }, takeProfit: { kind: "trailing", activateAt: 0.02, value: 0.01 } },
  signals(c) {
    const fast = createAverage(0.2);
    const slow = createAverage(0.05);
    const spread = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) {
      fast.next(c.close[i]);
      slow.next(c.close[i]);
      spread[i] = fast.peek() - slow.peek();
    }
    return { enterLong: ta.crossAbove(spread, 0), enterShort: ta.crossBelow(spread, 0) };
  },
});
