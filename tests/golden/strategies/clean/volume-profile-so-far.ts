// expect: passed
// proof: bars=350
// proof: bars=250 jump=0.05 jumpSize=0.1 seed=4
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0073",
  timeframe: "15m",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const bins = new Float64Array(2000);
    let busiest = 0;
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const bin = Math.min(Math.max(Math.floor(Math.log(c.close[i]) * 100) + 1000, 0), 1999);
      bins[bin] += c.volume[i];
      if (bins[bin] > bins[busiest]) busiest = bin;
      if (bin < busiest - 2) long[i] = 1;
      if (bin > busiest + 2) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
