// expect: shuffle future-leak
// proof: bars=900
import { strategy, ta } from "sixbtc";

const CONFIRM = 3;

// A change of side counts from its first bar, if it lasts; else it never was.
function settled(sides) {
  const out = new Float64Array(sides.length);
  let state = 0;
  let i = 0;
  while (i < sides.length) {
    let run = 1;
    while (i + run < sides.length && sides[i + run] === sides[i]) run++;
    if (sides[i] !== state && run >= CONFIRM) state = sides[i];
    for (let k = 0; k < run; k++) out[i + k] = state;
    i += run;
  }
  return out;
}

export default strategy({
  name: "Strategy_TRD_E0159",
  timeframe: "30m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const fast = ta.kama(c.close, 10);
    const slow = ta.ema(c.close, 34);
    const raw = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) raw[i] = fast[i] > slow[i] ? 1 : fast[i] < slow[i] ? -1 : 0;
    const regime = settled(raw);
    return { enterLong: ta.crossAbove(regime, 0), enterShort: ta.crossBelow(regime, 0) };
  },
});
