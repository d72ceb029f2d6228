// expect: passed
import { strategy } from "sixbtc";

const CHAIN = { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: { next: null } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } } };

export default strategy({
  name: "Strategy_CDL_C0251",
  timeframe: "15m",
  direction: "long",
  warmup: 1,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    const depth = (node) => (node.next === null ? 0 : 1 + depth(node.next));
    const wanted = depth(CHAIN);
    for (let i = 1; i < c.length; i++) if ((c.close[i] / c.close[i - 1] - 1) * 4000 > wanted) long[i] = 1;
    return { enterLong: long };
  },
});
