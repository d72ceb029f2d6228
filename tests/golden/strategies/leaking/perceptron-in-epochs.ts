// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_L0227",
  timeframe: "1h",
  direction: "long",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.03 }, maxBars: 6 },
  params: { epochs: 3, rate: 0.05 },
  signals(c, p) {
    const inputs = [ta.zscore(c.close, 10), ta.zscore(c.volume, 10), ta.div(ta.roc(c.close, 5), 5)];
    const weights = [0, 0, 0];
    const output = (i) => inputs.reduce((sum, column, k) => sum + column[i] * weights[k], 0);
    for (let epoch = 0; epoch < p.epochs; epoch++) {
      for (let i = 30; i < c.length - 1; i++) {
        const target = c.close[i + 1] > c.close[i] ? 1 : -1;
        const error = target - Math.tanh(output(i));
        for (let k = 0; k < 3; k++) weights[k] += p.rate * error * (Number.isFinite(inputs[k][i]) ? inputs[k][i] : 0);
      }
    }
    const enterLong = new Uint8Array(c.length);
    for (let i = 30; i < c.length; i++) enterLong[i] = output(i) > 0.2 ? 1 : 0;
    return { enterLong };
  },
});
