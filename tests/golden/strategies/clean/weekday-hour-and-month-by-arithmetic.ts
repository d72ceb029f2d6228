// expect: passed
// proof: bars=900
// proof: bars=700 start=1735600000000
import { strategy } from "sixbtc";

const DAYS = 86_400_000;

function monthOf(time) {
  const z = Math.floor(time / DAYS) + 719468;
  const era = Math.floor(z / 146097);
  const ofEra = z - era * 146097;
  const year = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365);
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  return shifted < 10 ? shifted + 3 : shifted - 9;
}

export default strategy({
  name: "Strategy_MOM_C0072",
  timeframe: "1h",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const long = new Uint8Array(c.length);
    const short = new Uint8Array(c.length);
    for (let i = 1; i < c.length; i++) {
      const hour = Math.floor(c.time[i] / 3_600_000) % 24;
      const weekday = (Math.floor(c.time[i] / DAYS) + 4) % 7;
      if (weekday === 1 && hour === 9 && monthOf(c.time[i]) % 2 === 1) long[i] = 1;
      if (weekday === 5 && hour >= 20 && c.close[i] < c.close[i - 1]) short[i] = 1;
    }
    return { enterLong: long, enterShort: short };
  },
});
