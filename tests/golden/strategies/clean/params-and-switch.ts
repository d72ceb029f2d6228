// expect: passed
import { strategy, ta } from "sixbtc";

function pick(kind, c, n) {
  switch (kind) {
    case "ema": return ta.ema(c.close, n);
    case "sma": return ta.sma(c.close, n);
    default: return ta.wma(c.close, n);
  }
}

export default strategy({
  name: "Strategy_MOM_00000032",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  params: { kind: "ema", length: 18 },
  signals(c, p) {
    const m = pick(p.kind, c, p.length);
    return { enterLong: ta.crossAbove(c.close, m), exitLong: ta.crossBelow(c.close, m) };
  },
});
