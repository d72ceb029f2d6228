// expect: lookahead ahead-read
// proof: bars=2500 jump=0.01
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0126",
  timeframe: "15m",
  direction: "short",
  warmup: 50,
  exits: { stop: { kind: "percent", value: 0.03 }, takeProfit: { kind: "percent", value: 0.06 } },
  signals(c) {
    const range = ta.sub(c.high, c.low);
    const usual = ta.sma(range, 50);
    const exitShort = new Uint8Array(c.length);
    for (let i = 50; i < c.length; i++) {
      if (range[i] > 3 * usual[i] && c.close[i + 1] > c.open[i + 1]) exitShort[i] = 1;
    }
    return { enterShort: ta.crossBelow(c.close, ta.ema(c.close, 50)), exitShort };
  },
});
