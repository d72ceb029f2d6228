// expect: shuffle future-leak
// proof: bars=2500
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0428",
  timeframe: "30m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const sar = ta.psar(c, 0.02, 0.2);
    const up = ta.crossAbove(c.close, sar);
    const down = ta.crossBelow(c.close, sar);
    // a flip that is taken back within two bars never counted
    const lasting = (mask, undo) => mask.map((bit, i) => bit & ~(undo[i + 1] | undo[i + 2]) & 1);
    return { enterLong: lasting(up, down), enterShort: lasting(down, up) };
  },
});
