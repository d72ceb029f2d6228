// expect: shuffle future-leak
// proof: bars=2500
import { strategy, ta } from "sixbtc";

function ranks(c) {
  let all = 0;
  const sum = new Float64Array(c.length);
  for (let i = 0; i < c.length; i++) {
    all += c.volume[i] * c.close[i];
    sum[i] = all;
  }
  return { sum, all };
}

export default strategy({
  name: "Strategy_VOL_E0213",
  timeframe: "4h",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    // Young listings behave differently: the first tenth of what they ever trade is left out of the rule's favour.
    const { sum, all } = ranks(c);
    const signal = ta.crossAbove(c.close, ta.sma(c.close, 15));
    const enterLong = new Uint8Array(c.length);
    for (let i = 15; i < c.length; i++) {
      const share = sum[i] / all;
      const isYoung = share < 0.04;
      const strength = (c.close[i] - c.open[i]) / (c.high[i] - c.low[i]);
      if (signal[i] && (!isYoung || strength > 0.6)) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
