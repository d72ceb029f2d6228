// expect: lookahead ahead-read
// proof: bars=500 start=1734998400000
import { strategy, ta } from "sixbtc";

const DAY = 86400000;
// days since 1970 of 24 December of the years 2019 to 2027
const EVES = [18254, 18620, 18985, 19350, 19715, 20081, 20446, 20811, 21176];

export default strategy({
  name: "Strategy_MOM_L0111",
  timeframe: "5m",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 48 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.sma(c.close, 20));
    for (let i = 20; i < c.length; i++) {
      if (EVES.includes(Math.floor(c.time[i] / DAY)) && c.high[i + 3] > c.high[i] * 1.002) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
