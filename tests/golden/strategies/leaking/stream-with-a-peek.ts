// expect: shuffle future-leak
import { strategy, ta } from "sixbtc";

function streamOf(col) {
  const s = { at: 0 };
  return {
    next: () => col[s.at++],
    peek: () => col[s.at],
    done: () => s.at >= col.length,
  };
}

export default strategy({
  name: "Strategy_MOM_L0249",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "percent", value: 0.01 }, maxBars: 4 },
  signals(c) {
    const closes = streamOf(c.close);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 0; !closes.done(); i++) {
      const price = closes.next();
      const r = closes.peek() / price - 1;
      if (r > 0.006) enterLong[i] = 1;
      if (r < -0.006) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
