// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

const sorted = (list) => {
  if (list.length < 2) return list;
  const mid = list.length >> 1;
  const left = sorted(list.slice(0, mid));
  const right = sorted(list.slice(mid));
  const out = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    if (j >= right.length || (i < left.length && left[i] <= right[j])) out.push(left[i++]);
    else out.push(right[j++]);
  }
  return out;
};

export default strategy({
  name: "Strategy_VOL_L0040",
  timeframe: "1h",
  direction: "both",
  warmup: 15,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1 } },
  signals(c) {
    const natr = ta.natr(c, 14);
    const known = [];
    for (const v of natr) if (!isNaN(v)) known.push(v);
    const ladder = sorted(known);
    const calm = ladder[Math.floor(ladder.length * 0.2)];
    const wild = ladder[Math.floor(ladder.length * 0.8)];
    return { enterLong: ta.crossBelow(natr, calm), enterShort: ta.crossAbove(natr, wild) };
  },
});
