// expect: passed
// proof: bars=700
import { strategy, ta } from "sixbtc";

function unitOf(changes) {
  const n = changes.length;
  const running = new Float64Array(n);
  let square = 0;
  let count = 0;
  for (let i = 0; i < n; i++) {
    if (Number.isFinite(changes[i])) {
      square += changes[i] * changes[i];
      count++;
    }
    running[i] = count > 0 ? Math.sqrt(square / count) : NaN;
  }
  return running;
}

function filterEvents(changes, unit) {
  const events = [];
  let up = 0;
  let down = 0;
  for (let i = 0; i < changes.length; i++) {
    if (!Number.isFinite(changes[i])) continue;
    const limit = 4 * unit[i];
    up = Math.max(0, up + changes[i]);
    down = Math.min(0, down + changes[i]);
    if (up > limit) {
      events.push({ i, side: 1 });
      up = 0;
    } else if (down < -limit) {
      events.push({ i, side: -1 });
      down = 0;
    }
  }
  return events;
}

export default strategy({
  name: "Strategy_MOM_E0110",
  timeframe: "15m",
  direction: "both",
  warmup: 60,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const changes = ta.log(ta.div(c.close, ta.shift(c.close, 1)));
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (const { i, side } of filterEvents(changes, unitOf(changes))) {
      if (side > 0) enterLong[i] = 1;
      else enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
