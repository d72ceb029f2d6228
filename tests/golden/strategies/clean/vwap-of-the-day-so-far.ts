// expect: passed
// proof: bars=400 idle=0.1
// proof: bars=300 volume=0.001 seed=3
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0069",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    let money = 0;
    let volume = 0;
    const fair = c.close.map((price, i) => {
      if (c.time[i] % 86_400_000 === 0) money = volume = 0;
      money += ((c.high[i] + c.low[i] + price) / 3) * c.volume[i];
      volume += c.volume[i];
      return money / volume;
    });
    return { enterLong: ta.crossAbove(c.close, fair), enterShort: ta.crossBelow(c.close, fair) };
  },
});
