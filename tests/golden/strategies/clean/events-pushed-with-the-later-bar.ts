// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_CDL_C0207",
  timeframe: "15m",
  direction: "both",
  warmup: 2,
  exits: { stop: { kind: "stddev", length: 20, multiple: 2 }, takeProfit: { kind: "percent", value: 0.05 }, breakEven: { activateAt: 0.02 } },
  signals(c) {
    const events = [];
    for (let i = 0; i < c.length - 2; i++) {
      const middle = c.close[i + 1];
      const last = c.close[i + 2];
      if (middle < c.close[i] * 0.995 && last > c.close[i]) events.push([i + 2, "up"]);
      if (middle > c.close[i] * 1.005 && last < c.close[i]) events.push([i + 2, "down"]);
    }
    const masks = { enterLong: new Uint8Array(c.length), enterShort: new Uint8Array(c.length) };
    for (const [bar, kind] of events) {
      if (kind === "up") masks.enterLong[bar] = 1;
      else masks.enterShort[bar] = 1;
    }
    return masks;
  },
});
