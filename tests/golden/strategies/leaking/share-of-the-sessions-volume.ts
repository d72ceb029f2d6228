// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_L0046",
  timeframe: "15m",
  direction: "long",
  warmup: 32,
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 32 },
  signals(c) {
    const session = (t: number) => Math.floor(t / (8 * 3600_000));
    const first = session(c.time[0]);
    const totals: number[] = [];
    for (let i = 0; i < c.length; i++) {
      const s = session(c.time[i]) - first;
      totals[s] = (totals[s] ?? 0) + c.volume[i];
    }
    const share = c.volume.map((v, i) => v / totals[session(c.time[i]) - first]);
    return { enterLong: ta.and(ta.gt(share, 0.06), ta.gt(c.close, c.open)) };
  },
});
