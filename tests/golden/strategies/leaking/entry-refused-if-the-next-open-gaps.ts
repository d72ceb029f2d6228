// expect: lookahead ahead-read
// proof: bars=1500 jump=0.02
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0338",
  timeframe: "15m",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  params: { slippage: 0.01 },
  signals(c, p) {
    const fast = ta.tema(c.close, 5);
    const slow = ta.tema(c.close, 10);
    // slippage guard: do not chase
    const gap = (i) => Math.abs((c.open[i + 1] ?? c.close[i]) / c.close[i] - 1);
    const guard = (mask) => {
      const out = mask.slice();
      for (let i = 0; i < out.length; i++) if (out[i] === 1 && gap(i) > p.slippage) out[i] = 0;
      return out;
    };
    return { enterLong: guard(ta.crossAbove(fast, slow)), enterShort: guard(ta.crossBelow(fast, slow)) };
  },
});
