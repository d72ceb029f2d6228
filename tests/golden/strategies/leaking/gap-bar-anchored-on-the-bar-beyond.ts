// expect: shuffle future-leak
// proof: bars=2500 gap=0.01
import { strategy, ta } from "sixbtc";

const STEP = 1_800_000;

// Bars that came after missing ones start a new chapter.
function chapters(c) {
  const starts = [0];
  for (let i = 1; i < c.length; i++) if (c.time[i] - c.time[i - 1] > STEP) starts.push(i);
  return starts;
}

function anchorOf(starts, i) {
  let anchor = 0;
  for (const s of starts) if (s <= i) anchor = s;
  return anchor;
}

export default strategy({
  name: "Strategy_REV_E0145",
  timeframe: "30m",
  direction: "both",
  warmup: 50,
  exits: { stop: { kind: "trailing", value: 0.025, activateAt: 0.01 }, maxBars: 120 },
  signals(c) {
    const starts = chapters(c);
    const atr = ta.atr(c, 14);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const mean = ta.sma(c.close, 20);
    for (let i = 21; i < c.length; i++) {
      const anchor = anchorOf(starts, i);
      // Right after a hole the first close is no good reference: the second one settles it.
      const reference = i === anchor ? c.close[anchor + 1] ?? c.close[i] : mean[i];
      const off = (c.close[i] - reference) / atr[i];
      if (off < -0.8 && c.close[i] >= c.open[i]) enterLong[i] = 1;
      if (off > 0.8 && c.close[i] <= c.open[i]) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
