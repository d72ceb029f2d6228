// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0039",
  timeframe: "15m",
  direction: "both",
  warmup: 16,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const size = 16;
    const ring = new Float64Array(size);
    let head = 0;
    let sum = 0;
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) {
      sum += Math.round(c.close[i] * 1000) - ring[head];
      ring[head] = Math.round(c.close[i] * 1000);
      head = (head + 1) % size;
      const oldest = ring[head];
      if (ring[(head + size - 1) % size] > oldest * 1.03) long[i] = 1;
      if (i >= size && sum / size > ring[(head - 1 + size) % size] * 1.02) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
