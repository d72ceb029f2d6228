// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

const dayOf = (ms: number): number => Math.floor(ms / 86400000);

interface Day { high: number; low: number; close: number }

export default strategy({
  name: "Strategy_REV_L0211",
  timeframe: "30m",
  direction: "both",
  warmup: 48,
  exits: { stop: { kind: "percent", value: 0.02 }, takeProfit: { kind: "percent", value: 0.01 } },
  signals(c) {
    const days: Day[] = [];
    const base = dayOf(c.time[0]);
    for (let i = 0; i < c.length; i++) {
      const d = dayOf(c.time[i]) - base;
      const known = days[d] ?? { high: -Infinity, low: Infinity, close: NaN };
      days[d] = { high: Math.max(known.high, c.high[i]), low: Math.min(known.low, c.low[i]), close: c.close[i] };
    }
    const s1 = new Float64Array(c.length);
    const r1 = new Float64Array(c.length);
    for (let i = 0; i < c.length; i++) {
      const { high, low, close } = days[dayOf(c.time[i]) - base]!;
      const pivot = (high + low + close) / 3;
      s1[i] = 2 * pivot - high;
      r1[i] = 2 * pivot - low;
    }
    return { enterLong: ta.crossAbove(c.close, s1), enterShort: ta.crossBelow(c.close, r1) };
  },
});
