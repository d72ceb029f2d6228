// expect: shuffle future-leak
// proof: bars=700
import { strategy, ta } from "sixbtc";

const RADIUS = 3;

function dilate(mask, back, ahead) {
  const out = new Uint8Array(mask.length);
  for (let i = 0; i < mask.length; i++) {
    for (let k = Math.max(0, i - back); k <= Math.min(mask.length - 1, i + ahead); k++) {
      if (mask[k]) out[i] = 1;
    }
  }
  return out;
}

const inverse = (mask) => mask.map((v) => 1 - v);
const erode = (mask, back, ahead) => inverse(dilate(inverse(mask), back, ahead));
// Fills short holes in a regime.
const closing = (mask) => erode(dilate(mask, RADIUS, 0), 0, RADIUS);

export default strategy({
  name: "Strategy_TRD_E0051",
  timeframe: "15m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const { plus, minus } = ta.dmi(c, 14);
    const adx = ta.adx(c, 14);
    const up = closing(ta.and(ta.gt(plus, minus), ta.gt(adx, 20)));
    const down = closing(ta.and(ta.gt(minus, plus), ta.gt(adx, 20)));
    const pullback = ta.rsi(c.close, 4);
    return {
      enterLong: ta.and(up, ta.lt(pullback, 35)),
      enterShort: ta.and(down, ta.gt(pullback, 65)),
    };
  },
});
