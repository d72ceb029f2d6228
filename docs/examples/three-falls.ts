import { strategy, ta } from "sixbtc";

const FALLS = 3;

// Written as a loop: after several lower closes in a row, buys the first bar that closes above the high before it.
export default strategy({
  name: "Strategy_REV_threefalls",
  timeframe: "1h",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "swing", lookback: 10 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const exitLong = new Uint8Array(c.length);
    const mean = ta.sma(c.close, 20);
    let falls = 0;
    for (let i = 1; i < c.length; i++) {
      if (falls >= FALLS && c.close[i] > c.high[i - 1]) enterLong[i] = 1;
      if (c.close[i] > mean[i]) exitLong[i] = 1;
      falls = c.close[i] < c.close[i - 1] ? falls + 1 : 0;
    }
    return { enterLong, exitLong };
  },
});
