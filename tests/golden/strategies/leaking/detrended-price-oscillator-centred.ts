// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_REV_L0210",
  timeframe: "2h",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 24 },
  params: { length: 20 },
  signals(c, { length }) {
    const average = ta.sma(c.close, length);
    const dpo = new Float64Array(c.length);
    const back = length / 2 + 1;
    for (let i = 0; i < c.length; i++) dpo[i] = c.close[i] - (i + back < c.length ? average[i + back] : NaN);
    return { enterLong: ta.crossAbove(dpo, 0), enterShort: ta.crossBelow(dpo, 0) };
  },
});
