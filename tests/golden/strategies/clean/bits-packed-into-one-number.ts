// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0099",
  timeframe: "15m",
  direction: "both",
  warmup: 8,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    let history = 0;
    for (let i = 0; i < c.length; i++) {
      history = ((history << 1) | (c.close[i] > c.open[i] ? 1 : 0)) & 0xff;
      let ones = history - ((history >>> 1) & 0x55);
      ones = (ones & 0x33) + ((ones >>> 2) & 0x33);
      ones = (ones + (ones >>> 4)) & 0x0f;
      long[i] = ones >= 6 && (history & 0b11) === 0b01 ? 1 : 0;
      short[i] = (ones <= 2 ? 1 : 0) & ~(history >> 0) & 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
