// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_TRD_L0048",
  timeframe: "15m",
  direction: "long",
  warmup: 40,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 40 },
  signals(c) {
    // The hourly close has steps; smooth them so that crossings are not clustered.
    const steps = ta.resample(c, "1h").close;
    const smooth = steps.slice(0);
    let i = 1;
    while (i < c.length) {
      let j = i;
      while (j < c.length && steps[j] === steps[i - 1]) j++;
      if (j < c.length) for (let k = i; k < j; k++) smooth[k] = steps[i - 1] + ((steps[j] - steps[i - 1]) * (k - i + 1)) / (j - i + 1);
      i = j + 1;
    }
    return { enterLong: ta.crossAbove(c.close, smooth) };
  },
});
