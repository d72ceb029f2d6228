// expect: passed
// proof: bars=900
import { strategy, ta } from "sixbtc";

function simulate(c, entries, atr) {
  const credit = new Float64Array(c.length);
  let free = 0;
  for (let i = 0; i < c.length; i++) {
    if (!entries[i] || i < free) continue;
    const price = c.close[i];
    let stop = price - 2 * atr[i];
    let bar = i + 1;
    let result = NaN;
    while (bar < c.length && Number.isNaN(result)) {
      if (c.low[bar] <= stop) result = stop / price - 1;
      else stop = Math.max(stop, c.close[bar] - 2 * atr[bar]);
      bar++;
    }
    if (Number.isNaN(result)) break;
    credit[bar - 1] += result;
    free = bar;
  }
  return credit;
}

export default strategy({
  name: "Strategy_MOM_E0024",
  timeframe: "1h",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const atr = ta.atr(c, 14);
    const entries = ta.crossAbove(c.close, ta.sma(c.close, 20));
    const credit = simulate(c, entries, atr);
    const equity = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) equity[i] = (i > 0 ? equity[i - 1] : 0) + credit[i];
    const mean = ta.sma(equity, 40);
    // Trades only while the paper account is above its own average.
    return { enterLong: ta.and(entries, ta.gte(equity, mean)) };
  },
});
