// expect: lookahead ahead-read
// proof: bars=200 start=1706745600000
import { strategy, ta } from "sixbtc";

/** Month number since year 0, from days since 1970 (civil calendar). */
function monthOf(ms) {
  const z = Math.floor(ms / 86400000) + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  return (yoe + era * 400) * 12 + Math.floor((5 * doy + 2) / 153);
}

export default strategy({
  name: "Strategy_TRD_L0114",
  timeframe: "1d",
  direction: "long",
  warmup: 10,
  exits: { stop: { kind: "percent", value: 0.1 }, maxBars: 10 },
  signals(c) {
    const enterLong = ta.crossAbove(c.close, ta.sma(c.close, 10));
    for (let i = 10; i < c.length - 1; i++) {
      // turn-of-the-month effect: is tomorrow another month, and does it begin well?
      if (monthOf(c.time[i + 1]) !== monthOf(c.time[i]) && c.close[i + 1] > c.open[i + 1]) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
