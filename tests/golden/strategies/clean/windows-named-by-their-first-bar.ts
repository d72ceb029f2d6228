// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_REV_C0137",
  timeframe: "30m",
  direction: "both",
  warmup: 19,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const LENGTH = 20;
    const masks = { enterLong: new Uint8Array(c.length), enterShort: new Uint8Array(c.length) };
    for (let first = 0; first <= c.length - LENGTH; first++) {
      let least = first;
      let most = first;
      for (let k = first; k < first + LENGTH; k++) {
        if (c.low[k] <= c.low[least]) least = k;
        if (c.high[k] >= c.high[most]) most = k;
      }
      if (least === first + LENGTH - 1) masks.enterLong[first + LENGTH - 1] = 1;
      if (most === first + LENGTH - 1) masks.enterShort[first + LENGTH - 1] = 1;
    }
    return masks;
  },
});
