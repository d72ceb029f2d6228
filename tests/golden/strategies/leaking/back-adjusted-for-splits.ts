// expect: shuffle future-leak
// proof: bars=1500 jump=0.005 jumpSize=0.4
import { strategy, ta } from "sixbtc";

/** Redenominations (1000 to 1 and the like) leave a jump; scale what lies before it. */
function adjusted(close, open) {
  const out = close.slice(0);
  for (let i = 1; i < close.length; i++) {
    const factor = open[i] / close[i - 1];
    if (factor > 2 || factor < 0.5) for (let k = 0; k < i; k++) out[k] *= factor;
  }
  return out;
}

export default strategy({
  name: "Strategy_TRD_L0142",
  timeframe: "1d",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.15 }, maxBars: 60 },
  params: { step: 5 },
  signals(c, p) {
    const price = adjusted(c.close, c.open);
    return { enterLong: ta.gt(ta.sub(price, ta.shift(price, 5)), p.step) };
  },
});
