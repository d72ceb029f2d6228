// expect: passed
// proof: bars=1200
import { strategy } from "sixbtc";

const DAY = 86_400_000;
const hourOf = (t) => (t % DAY) / 3_600_000;

function valueArea(c, from, to) {
  let money = 0;
  let volume = 0;
  for (let k = from; k < to; k++) {
    const typical = (c.high[k] + c.low[k] + c.close[k]) / 3;
    money += typical * c.volume[k];
    volume += c.volume[k];
  }
  if (volume === 0) return undefined;
  const centre = money / volume;
  let spread = 0;
  for (let k = from; k < to; k++) spread += c.volume[k] * (c.close[k] - centre) ** 2;
  const deviation = Math.sqrt(spread / volume);
  return { top: centre + deviation, bottom: centre - deviation };
}

export default strategy({
  name: "Strategy_REV_E0060",
  timeframe: "30m",
  direction: "both",
  warmup: 48,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    let from = 0;
    for (let i = 1; i < c.length; i++) {
      if (Math.floor(c.time[i] / DAY) !== Math.floor(c.time[i - 1] / DAY)) from = i;
      if (hourOf(c.time[i]) < 20) continue;
      let to = i + 1;
      to = Math.min(to, c.length);
      const area = valueArea(c, from, to);
      if (!area) continue;
      if (c.low[i] < area.bottom && c.close[i] > area.bottom) enterLong[i] = 1;
      if (c.high[i] > area.top && c.close[i] < area.top) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
