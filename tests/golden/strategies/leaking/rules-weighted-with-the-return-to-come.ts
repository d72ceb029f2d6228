// expect: lookahead ahead-read
// proof: bars=600
import { strategy, ta } from "sixbtc";

const DECAY = 0.97;

const vote = (mask, i) => (mask[i] === 1 ? 1 : -1);

function rulesOf(c) {
  const bands = ta.bbands(c.close, 20, 2);
  return [
    ta.gt(c.close, ta.ema(c.close, 30)),
    ta.gt(ta.rsi(c.close, 14), 50),
    ta.lt(c.close, bands.middle),
    ta.rising(c.close, 3),
    ta.gt(ta.mom(c.close, 12), 0),
  ];
}

export default strategy({
  name: "Strategy_MOM_E0031",
  timeframe: "15m",
  direction: "both",
  warmup: 80,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, takeProfit: { kind: "riskReward", ratio: 1.5 } },
  signals(c) {
    const rules = rulesOf(c);
    const merit = rules.map(() => 0);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    let before = 0;
    for (let i = 1; i < c.length; i++) {
      const earned = (c.close[i + 1] ?? c.close[i]) / c.close[i] - 1;
      for (let r = 0; r < rules.length; r++) merit[r] = DECAY * merit[r] + earned * vote(rules[r], i);
      let score = 0;
      for (let r = 0; r < rules.length; r++) score += merit[r] * vote(rules[r], i);
      if (score > 0.03 && before <= 0.03) enterLong[i] = 1;
      if (score < -0.03 && before >= -0.03) enterShort[i] = 1;
      before = score;
    }
    return { enterLong, enterShort };
  },
});
