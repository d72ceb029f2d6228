// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0290",
  timeframe: "30m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const { out } = c.close.reduce(
      (state, price, i) => {
        state.value = i === 0 ? price : state.value * 0.9 + price * 0.1;
        state.out[i] = price / state.value;
        return state;
      },
      { value: NaN, out: new Float64Array(c.length) },
    );
    return { enterLong: ta.crossAbove(out, 1.01), enterShort: ta.crossBelow(out, 0.99) };
  },
});
