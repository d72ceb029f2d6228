// expect: passed
// proof: bars=900
import { strategy, ta } from "sixbtc";

function squeezeState(c) {
  const bands = ta.bbands(c.close, 20, 2);
  const channel = ta.keltner(c, 20, 20, 1.5);
  const inside = new Uint8Array(c.length);
  for (let i = 0; i < c.length; i++) {
    if (bands.upper[i] < channel.upper[i] && bands.lower[i] > channel.lower[i]) inside[i] = 1;
  }
  return inside;
}

// Runs of ones as { from, to }, `to` exclusive.
function runsOf(mask) {
  const runs = [];
  let from = -1;
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] && from < 0) from = i;
    if (!mask[i] && from >= 0) {
      runs.push({ from, to: i });
      from = -1;
    }
  }
  return runs;
}

export default strategy({
  name: "Strategy_VOL_E0082",
  timeframe: "30m",
  direction: "both",
  warmup: 40,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const momentum = ta.slope(c.close, 12);
    for (const { from, to } of runsOf(squeezeState(c))) {
      if (to - from < 4) continue;
      const bar = to;
      if (momentum[bar] > 0) enterLong[bar] = 1;
      if (momentum[bar] < 0) enterShort[bar] = 1;
    }
    return { enterLong, enterShort };
  },
});
