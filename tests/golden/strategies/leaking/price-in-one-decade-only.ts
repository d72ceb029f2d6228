// expect: shuffle future-leak
// proof: price=0.05
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0407",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.03 }, takeProfit: { kind: "percent", value: 0.03 } },
  signals(c) {
    const rsi = ta.rsi(c.close, 14);
    const decade = c.close.map((v) => Math.floor(Math.log10(v)));
    const lag = decade.map((d) => (d === -2 ? -1 : 0));
    const at = rsi.map((v, i) => rsi[i - lag[i]] ?? v);
    return { enterLong: ta.lt(at, 30), enterShort: ta.gt(at, 70) };
  },
});
