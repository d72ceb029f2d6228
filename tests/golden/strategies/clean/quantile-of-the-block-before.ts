// expect: passed
// proof: bars=900
import { strategy, ta } from "sixbtc";

const BLOCK = 50;

function sorted(values) {
  const out = [];
  for (const v of values) {
    out.push(v);
    for (let k = out.length - 1; k > 0 && out[k - 1] > out[k]; k--) {
      const swap = out[k];
      out[k] = out[k - 1];
      out[k - 1] = swap;
    }
  }
  return out;
}

function blockQuantiles(column, q) {
  const result = [];
  for (let from = 0; from < column.length; from += BLOCK) {
    const list = sorted(column.slice(from, from + BLOCK));
    result.push(list[Math.floor(q * (list.length - 1))]);
  }
  return result;
}

export default strategy({
  name: "Strategy_VOL_E0028",
  timeframe: "30m",
  direction: "both",
  warmup: 100,
  exits: { stop: { kind: "stddev", length: 30, multiple: 3 }, takeProfit: { kind: "atr", length: 14, multiple: 3 }, breakEven: { activateAt: 0.01 } },
  signals(c) {
    const quantiles = blockQuantiles(c.volume, 0.85);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    const body = ta.sub(c.close, c.open);
    const atr = ta.atr(c, 20);
    for (let i = BLOCK; i < c.length; i++) {
      const limit = quantiles[Math.floor(i / BLOCK) - 1];
      if (c.volume[i] <= limit || Math.abs(body[i]) < 0.8 * atr[i]) continue;
      if (body[i] > 0) enterLong[i] = 1;
      else enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
