// expect: lookahead ahead-read
// proof: bars=1500
import { strategy, ta } from "sixbtc";

function roundLevel(price) {
  const unit = 10 ** (Math.floor(Math.log10(price)) - 1) / 2;
  return Math.floor(price / unit);
}

export default strategy({
  name: "Strategy_REV_L0108",
  timeframe: "15m",
  direction: "long",
  warmup: 14,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "atr", length: 14, multiple: 4 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    for (let i = 14; i < c.length; i++) {
      const crossed = roundLevel(c.close[i]) > roundLevel(c.close[i - 1]);
      // no false breakouts
      if (crossed && roundLevel(c.close[i + 1]) >= roundLevel(c.close[i])) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
