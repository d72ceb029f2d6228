// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0058",
  timeframe: "30m",
  direction: "long",
  exits: { stop: { kind: "swing", lookback: 20 } },
  signals(c) {
    const edges = new Float64Array(c.length + 20);
    for (let i = 1; i < c.length; i++) {
      if (c.close[i] <= c.high[i - 1]) continue;
      edges[i + 1] += 1;
      edges[i + 9] -= 1;
    }
    const long = new Uint8Array(c.length);
    const exit = new Uint8Array(c.length);
    let open = 0;
    for (let i = 0; i < c.length; i++) {
      open += edges[i];
      if (open === 2) long[i] = 1;
      if (open === 0) exit[i] = 1;
    }
    return { enterLong: long, exitLong: exit };
  },
});
