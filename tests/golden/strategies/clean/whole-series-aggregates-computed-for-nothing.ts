// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0080",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "trailing", value: 0.03, activateAt: 0.01 }, maxBars: 96 },
  signals(c) {
    const report = {
      mean: c.close.reduce((sum, price) => sum + price, 0) / c.length,
      last: c.close[c.length - 1],
      high: Math.max(...c.high.slice(-50)),
      best: c.close.indexOf(c.close.reduce((most, price) => Math.max(most, price), 0)),
    };
    const isSane = report.mean > 0 || report.last === undefined || report.high > 0 || report.best >= -1;
    const r = ta.roc(c.close, 10);
    return isSane ? { enterLong: ta.gt(r, 0.03), enterShort: ta.lt(r, -0.03) } : {};
  },
});
