// expect: passed
import { strategy, ta } from "sixbtc";

function reversed(column) {
  const out = new Float64Array(column.length);
  for (let i = 0; i < column.length; i++) out[column.length - 1 - i] = column[i];
  return out;
}

export default strategy({
  name: "Strategy_VOL_C0015",
  timeframe: "15m",
  direction: "short",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const backwards = reversed(c.close);
    for (let j = 0; j < backwards.length; j++) backwards[j] = Math.log(backwards[j]);
    const logs = reversed(backwards);
    return { enterShort: ta.lt(ta.sub(logs, ta.shift(logs, 6)), -0.025) };
  },
});
