// expect: passed
import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0079",
  timeframe: "1h",
  direction: "short",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    const nodes = [];
    for (let i = 0; i < c.length; i++) {
      const node = { bar: i, volume: c.volume[i], prev: nodes[i - 1] ?? null, next: null };
      if (node.prev !== null) node.prev.next = node;
      nodes.push(node);
    }
    const short = new Uint8Array(c.length);
    for (const node of nodes) {
      const later = node.next?.volume ?? 0;
      const earlier = node.prev?.volume ?? Infinity;
      if (node.volume > earlier * 2 && later > -1) short[node.bar] = 1;
    }
    return { enterShort: short };
  },
});
