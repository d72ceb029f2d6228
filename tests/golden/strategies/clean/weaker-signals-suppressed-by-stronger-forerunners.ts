// expect: passed
// proof: bars=900
import { strategy, ta } from "sixbtc";

const RADIUS = 10;

function suppress(mask, score) {
  const kept = new Uint8Array(mask.length);
  for (let i = 0; i < mask.length; i++) {
    if (!mask[i]) continue;
    let beaten = false;
    const end = Math.min(mask.length - 1, i + 0);
    for (let k = Math.max(0, i - RADIUS); k <= end && !beaten; k++) {
      beaten = k !== i && mask[k] === 1 && Math.abs(score[k]) > Math.abs(score[i]);
    }
    if (!beaten) kept[i] = 1;
  }
  return kept;
}

export default strategy({
  name: "Strategy_TRD_E0022",
  timeframe: "15m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const { histogram } = ta.macd(c.close, 8, 21, 5);
    const z = ta.zscore(c.close, 40);
    const adx = ta.adx(c, 14);
    const trending = ta.gt(adx, 18);
    const rawLong = ta.and(ta.crossAbove(histogram, 0), trending);
    const rawShort = ta.and(ta.crossBelow(histogram, 0), trending);
    return { enterLong: suppress(rawLong, z), enterShort: suppress(rawShort, z) };
  },
});
