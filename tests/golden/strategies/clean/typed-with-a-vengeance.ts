// expect: passed
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_00000031",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    type Point = { value: number; bar?: number };
    interface Box<T> { items: T[] }
    const last = <T,>(box: Box<T>): T | undefined => box.items[box.items.length - 1];
    const box: Box<Point> = { items: [] };
    const long = new Uint8Array(c.length) as Uint8Array;
    for (let i = 0; i < c.length; i++) {
      const point = { value: c.close[i]!, bar: i } satisfies Point;
      if ((last(box)?.value ?? Infinity) < point.value * 0.995) long[i] = 1 as number;
      if (i % 5 === 0) box.items.push(point);
    }
    return { enterLong: long };
  },
});
