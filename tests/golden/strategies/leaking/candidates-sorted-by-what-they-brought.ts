// expect: shuffle future-leak
// proof: bars=900
import { strategy, ta } from "sixbtc";

const BATCH = 96;
const KEEP = 0.5;

function orderBy(list, key) {
  const out = [];
  for (const item of list) {
    out.push(item);
    for (let k = out.length - 1; k > 0 && key(out[k]) > key(out[k - 1]); k--) {
      const swap = out[k];
      out[k] = out[k - 1];
      out[k - 1] = swap;
    }
  }
  return out;
}

export default strategy({
  name: "Strategy_MOM_E0133",
  timeframe: "15m",
  direction: "long",
  warmup: 60,
  exits: { stop: { kind: "swing", lookback: 12 }, takeProfit: { kind: "percent", value: 0.03 }, maxBars: 96 },
  signals(c) {
    const rsi = ta.rsi(c.close, 9);
    const sma = ta.sma(c.close, 25);
    const candidates = [];
    for (let i = 30; i < c.length; i++) {
      if (rsi[i] > 55 && rsi[i - 1] <= 55 && c.close[i] > sma[i]) {
        candidates.push({ bar: i, batch: Math.floor(i / BATCH), quality: c.volume[i] * (c.close[i] - c.open[i]) });
      }
    }
    const enterLong = new Uint8Array(c.length);
    let group = [];
    const settle = () => {
      const ranked = orderBy(group, (x) => x.quality);
      for (const { bar } of ranked.slice(0, Math.ceil(ranked.length * KEEP))) enterLong[bar] = 1;
      group = [];
    };
    for (const candidate of candidates) {
      if (group.length > 0 && group[0].batch !== candidate.batch) settle();
      group.push(candidate);
    }
    settle();
    return { enterLong };
  },
});
