// expect: passed
import { strategy, ta } from "sixbtc";

const reader = (column) => (back) => (i) => column[i - back];
const ratio = (above) => (below) => (i) => above(i) / below(i);

export default strategy({
  name: "Strategy_MOM_C0050",
  timeframe: "15m",
  direction: "both",
  warmup: 6,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "riskReward", ratio: 2 } },
  signals(c) {
    const close = reader(c.close);
    const now = close(0);
    const before = close(6);
    const change = ratio(now)(before);
    const values = c.close.map((_, i) => change(i));
    return { enterLong: ta.gt(values, 1.025), enterShort: ta.lt(values, 0.975) };
  },
});
