// expect: lookahead ahead-read
import { strategy, ta } from "sixbtc";

function isPrime(n) {
  if (n < 2) return false;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}

export default strategy({
  name: "Strategy_MOM_L0138",
  timeframe: "1h",
  direction: "long",
  warmup: 10,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 10 },
  signals(c) {
    const enterLong = ta.rising(c.close, 4);
    for (let i = 10; i < c.length; i++) {
      if (enterLong[i] && isPrime(i)) enterLong[i] = c.close[i + 1] >= c.close[i] ? 1 : 0;
    }
    return { enterLong };
  },
});
