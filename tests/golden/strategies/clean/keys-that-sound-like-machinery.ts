// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_C0247",
  timeframe: "30m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const box = { get: 20, set: 1.01, static: 0, of: c.close, type: "sma", then: 1, toJSON: 2, async: 3, from: 4, default: 5 };
    const { get, set, of, type: kind, async, from } = box;
    const as = ta.sma(of, get);
    const satisfies = async - from + box.then - box.static - box.default + 5;
    const long = new Uint8Array(c.length);
    if (kind === "sma" && satisfies === 0) {
      for (let i = get; i < of.length; i++) if (of[i] > as[i] * set && of[i - 1] <= as[i - 1] * set) long[i] = 1;
    }
    return { enterLong: long };
  },
});
