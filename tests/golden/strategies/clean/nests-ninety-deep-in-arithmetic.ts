// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0108",
  timeframe: "15m",
  direction: "long",
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const long = new Uint8Array(c.length);
    for (let i = 9; i < c.length; i++) {
      const nested = (c.close[i - 7] * 0.51 + (c.close[i - 6] * 0.41 + (c.close[i - 5] * 0.31 + (c.close[i - 4] * 0.21 + (c.close[i - 3] * 0.11 + (c.close[i - 2] * 0.51 + (c.close[i - 1] * 0.41 + (c.close[i - 0] * 0.31 + (c.close[i - 8] * 0.21 + (c.close[i - 7] * 0.11 + (c.close[i - 6] * 0.51 + (c.close[i - 5] * 0.41 + (c.close[i - 4] * 0.31 + (c.close[i - 3] * 0.21 + (c.close[i - 2] * 0.11 + (c.close[i - 1] * 0.51 + (c.close[i - 0] * 0.41 + (c.close[i - 8] * 0.31 + (c.close[i - 7] * 0.21 + (c.close[i - 6] * 0.11 + (c.close[i - 5] * 0.51 + (c.close[i - 4] * 0.41 + (c.close[i - 3] * 0.31 + (c.close[i - 2] * 0.21 + (c.close[i - 1] * 0.11 + (c.close[i - 0] * 0.51 + (c.close[i - 8] * 0.41 + (c.close[i - 7] * 0.31 + (c.close[i - 6] * 0.21 + (c.close[i - 5] * 0.11 + (c.close[i - 4] * 0.51 + (c.close[i - 3] * 0.41 + (c.close[i - 2] * 0.31 + (c.close[i - 1] * 0.21 + (c.close[i - 0] * 0.11 + (c.close[i - 8] * 0.51 + (c.close[i - 7] * 0.41 + (c.close[i - 6] * 0.31 + (c.close[i - 5] * 0.21 + (c.close[i - 4] * 0.11 + (c.close[i - 3] * 0.51 + (c.close[i - 2] * 0.41 + (c.close[i - 1] * 0.31 + (c.close[i - 0] * 0.21 + (c.close[i - 8] * 0.11 + (c.close[i - 7] * 0.51 + (c.close[i - 6] * 0.41 + (c.close[i - 5] * 0.31 + (c.close[i - 4] * 0.21 + (c.close[i - 3] * 0.11 + (c.close[i - 2] * 0.51 + (c.close[i - 1] * 0.41 + (c.close[i - 0] * 0.31 + (c.close[i - 8] * 0.21 + (c.close[i - 7] * 0.11 + (c.close[i - 6] * 0.51 + (c.close[i - 5] * 0.41 + (c.close[i - 4] * 0.31 + (c.close[i - 3] * 0.21 + (c.close[i - 2] * 0.11 + (c.close[i - 1] * 0.51 + (c.close[i - 0] * 0.41 + (c.close[i - 8] * 0.31 + (c.close[i - 7] * 0.21 + (c.close[i - 6] * 0.11 + (c.close[i - 5] * 0.51 + (c.close[i - 4] * 0.41 + (c.close[i - 3] * 0.31 + (c.close[i - 2] * 0.21 + (c.close[i - 1] * 0.11 + (c.close[i - 0] * 0.51 + (c.close[i - 8] * 0.41 + (c.close[i - 7] * 0.31 + (c.close[i - 6] * 0.21 + (c.close[i - 5] * 0.11 + (c.close[i - 4] * 0.51 + (c.close[i - 3] * 0.41 + (c.close[i - 2] * 0.31 + (c.close[i - 1] * 0.21 + (c.close[i - 0] * 0.11 + c.close[i] * 0.89) * 0.79) * 0.69) * 0.59) * 0.49) * 0.89) * 0.79) * 0.69) * 0.59) * 0.49) * 0.89) * 0.79) * 0.69) * 0.59) * 0.49) * 0.89) * 0.79) * 0.69) * 0.59) * 0.49) * 0.89) * 0.79) * 0.69) * 0.59) * 0.49) * 0.89) * 0.79) * 0.69) * 0.59) * 0.49) * 0.89) * 0.79) * 0.69) * 0.59) * 0.49) * 0.89) * 0.79) * 0.69) * 0.59) * 0.49) * 0.89) * 0.79) * 0.69) * 0.59) * 0.49) * 0.89) * 0.79) * 0.69) * 0.59) * 0.49) * 0.89) * 0.79) * 0.69) * 0.59) * 0.49) * 0.89) * 0.79) * 0.69) * 0.59) * 0.49) * 0.89) * 0.79) * 0.69) * 0.59) * 0.49) * 0.89) * 0.79) * 0.69) * 0.59) * 0.49) * 0.89) * 0.79) * 0.69) * 0.59) * 0.49) * 0.89) * 0.79) * 0.69) * 0.59) * 0.49);
      if (c.close[i] > nested * 1.03) long[i] = 1;
    }
    return { enterLong: long };
  },
});
