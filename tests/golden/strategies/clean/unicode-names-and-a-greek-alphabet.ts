// expect: passed
import { strategy, ta } from "sixbtc";

const ᾱ = 2;
const größe = 20;

export default strategy({
  name: "Strategy_REV_C0104",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const μ = ta.mean(c.close, größe);
    const σ = ta.stddev(c.close, größe);
    const 次 = new Uint8Array(c.length);
    const Δ = new Uint8Array(c.length);
    for (let ι = größe; ι < c.length; ι++) {
      const ζ = (c.close[ι] - μ[ι]) / σ[ι];
      if (ζ < -ᾱ) 次[ι] = 1;
      if (ζ > ᾱ) Δ[ι] = 1;
    }
    return { enterLong: 次, enterShort: Δ };
  },
});
