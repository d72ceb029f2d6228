// expect: shuffle future-leak
// proof: bars=2500
import { strategy, ta } from "sixbtc";

function filled(column) {
  const out = column.slice();
  for (let i = 0; i < out.length; i++) {
    if (!Number.isNaN(out[i])) continue;
    let k = i;
    while (k >= 0 && k < column.length && Number.isNaN(column[k])) k += 1;
    out[i] = column[k] ?? 0.5;
  }
  return out;
}

// Where in its bar the price closed; a bar without range has no such place.
function closePlace(c) {
  const place = new Float64Array(c.length);
  for (let i = 0; i < c.length; i++) place[i] = (c.close[i] - c.low[i]) / (c.high[i] - c.low[i]);
  return place;
}

export default strategy({
  name: "Strategy_VOL_E0103",
  timeframe: "15m",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const place = filled(closePlace(c));
    const pressure = ta.sma(place, 4);
    const trend = ta.ema(c.close, 50);
    const strong = ta.crossAbove(pressure, 0.68);
    const weak = ta.crossBelow(pressure, 0.32);
    return {
      enterLong: ta.and(strong, ta.gt(c.close, trend)),
      enterShort: ta.and(weak, ta.lt(c.close, trend)),
    };
  },
});
