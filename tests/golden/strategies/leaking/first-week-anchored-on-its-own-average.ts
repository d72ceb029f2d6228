// expect: shuffle future-leak
// proof: bars=300
// proof: bars=300 seed=2
// proof: bars=300 seed=3
// proof: bars=300 seed=4
import { strategy, ta } from "sixbtc";

const FIRST = 36;

function anchored(c) {
  let money = 0;
  let volume = 0;
  const upTo = Math.min(FIRST, c.length);
  for (let i = 0; i < upTo; i++) {
    money += c.close[i] * c.volume[i];
    volume += c.volume[i];
  }
  const line = new Float64Array(c.length).fill(volume > 0 ? money / volume : NaN);
  for (let i = upTo; i < c.length; i++) {
    money += c.close[i] * c.volume[i];
    volume += c.volume[i];
    line[i] = volume > 0 ? money / volume : NaN;
  }
  return line;
}

export default strategy({
  name: "Strategy_VOL_E0189",
  timeframe: "1h",
  direction: "both",
  warmup: 24,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const line = anchored(c);
    return { enterLong: ta.crossAbove(c.close, line), enterShort: ta.crossBelow(c.close, line) };
  },
});
