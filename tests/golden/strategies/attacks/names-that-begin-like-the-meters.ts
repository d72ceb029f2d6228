// expect: execution work
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_A0043",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    const $$meter = { work: 1e18, values: 1e18 }, $$$meter = $$meter, $$ = 1;
    let $$$$outOfWork = () => 0;
    for (;;) $$meter.work = 1e18;
    return { enterLong: ta.gt(c.close, ta.sma(c.close, 20)) };
  },
});
