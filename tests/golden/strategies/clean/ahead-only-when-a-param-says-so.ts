// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_C0163",
  timeframe: "15m",
  direction: "short",
  warmup: 10,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  params: { research: false, horizon: 5 },
  signals(c, p) {
    const ahead = p.research ? p.horizon : -p.horizon;
    const short = new Uint8Array(c.length);
    for (let i = 10; i < c.length; i++) if (c.close[i + ahead] > c.close[i] * 1.02) short[i] = 1;
    return { enterShort: short };
  },
});
