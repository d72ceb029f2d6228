// expect: shuffle future-leak
// proof: bars=1500
import { strategy, ta } from "sixbtc";

const DAY = 86_400_000;

// Civil date from days since 1970.
function monthOf(time) {
  const z = Math.floor(time / DAY) + 719_468;
  const era = Math.floor(z / 146_097);
  const day = z - era * 146_097;
  const year = Math.floor((day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365);
  const rest = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  return Math.floor((5 * rest + 2) / 153);
}

export default strategy({
  name: "Strategy_TRD_E0049",
  timeframe: "4h",
  direction: "long",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const exitLong = new Uint8Array(c.length);
    const step = 4 * 3_600_000;
    let opened = -1;
    for (let i = 1; i < c.length; i++) {
      const next = c.time[i + 1] ?? c.time[i];
      const endsMonth = monthOf(next) !== monthOf(c.time[i]);
      if (endsMonth && c.close[i] < ta.highest(c.high, 60)[i]) {
        enterLong[i] = 1;
        opened = i;
      }
      if (opened >= 0 && i - opened === 18) exitLong[i] = 1;
    }
    return { enterLong, exitLong };
  },
});
