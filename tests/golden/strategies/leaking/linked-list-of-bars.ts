// expect: shuffle future-leak
import { strategy } from "sixbtc";

type Node = { close: number; open: number; next?: Node };

export default strategy({
  name: "Strategy_CDL_L0248",
  timeframe: "1h",
  direction: "long",
  warmup: 2,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 6 },
  signals(c) {
    const nodes: Node[] = [];
    let tail: Node | undefined;
    for (let i = 0; i < c.length; i++) {
      const node: Node = { close: c.close[i], open: c.open[i] };
      if (tail) tail.next = node;
      nodes.push(node);
      tail = node;
    }
    const enterLong = new Uint8Array(c.length);
    for (let i = 0; i < nodes.length; i++) {
      const { close, next } = nodes[i];
      if ((next?.next?.close ?? close) > close * 1.005) enterLong[i] = 1;
    }
    return { enterLong };
  },
});
