// expect: passed
import { strategy, ta } from "sixbtc";

type Side = "long" | "short";
type Reader<T extends Float64Array> = (column: T, bar: number) => number;

interface Trade {
  readonly side: Side;
  readonly bar: number;
  price?: number;
}

const identity = <T,>(value: T): T => value;

const NOW: Reader<Float64Array> = (column, bar) => column[bar]!;

function pick<K extends keyof { a: number; b: number }>(pair: { a: number; b: number }, key: K): number {
  return key === "a" ? pair.a : pair.b;
}

export default strategy({
  name: "Strategy_TRD_C0103",
  timeframe: "4h",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "swing", lookback: 20 }, takeProfit: { kind: "atr", length: 14, multiple: 3 } },
  signals(c) {
    const trades: Trade[] = [];
    const mean: Float64Array = ta.sma(c.close, 20);
    for (let i: number = 20; i < c.length; i++) {
      const pair = { a: NOW(c.close, i), b: NOW(mean, i) } satisfies { a: number; b: number };
      if (pick(pair, "a") > pick(pair, "b") * 1.02) trades.push({ side: "long", bar: i, price: pair.a } as Trade);
      if (pick(pair, "a") < pick(pair, "b") * 0.98) trades.push(<Trade>{ side: "short", bar: i });
    }
    const mask = (side: Side): Uint8Array => {
      const out = identity<Uint8Array>(new Uint8Array(c.length));
      for (const trade of trades as readonly Trade[]) if (trade.side === side) out[trade!.bar] = 1;
      return out;
    };
    return { enterLong: mask("long"), enterShort: mask("short") };
  },
});
