// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

// Trend and cycle: (1 + lambda D'D) trend = price, with first differences, solved by Thomas' algorithm.
function trendOf(y, lambda) {
  const n = y.length;
  const cp = new Float64Array(n);
  const dp = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const edge = i === 0 || i === n - 1;
    const diagonal = 1 + lambda * (edge ? 1 : 2);
    const m = diagonal + (i > 0 ? lambda * cp[i - 1] : 0);
    cp[i] = -lambda / m;
    dp[i] = (y[i] + (i > 0 ? lambda * dp[i - 1] : 0)) / m;
  }
  for (let i = n - 2; i >= 0; i--) dp[i] -= cp[i] * dp[i + 1];
  return dp;
}

export default strategy({
  name: "Strategy_TRD_L0203",
  timeframe: "4h",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "percent", value: 0.05 }, maxBars: 60 },
  params: { lambda: 100 },
  signals(c, p) {
    const trend = trendOf(c.close, p.lambda);
    return { enterLong: ta.crossBelow(c.close, ta.mul(trend, 0.99)), enterShort: ta.crossAbove(c.close, ta.mul(trend, 1.01)) };
  },
});
