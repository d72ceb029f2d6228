import type { Candles, Masks } from "./candles.ts";
import type { Desk, HeldPosition } from "./desk.ts";
import { type Measure, measureAt, stopMeasure, targetMeasure } from "./distances.ts";
import type { Side, TradingRules } from "./rules.ts";

/** What a strategy says at the close of one bar of one coin; its measures are taken only when an order needs them. */
export type Asked = {
  coin: string;
  /** Index of the bar that closed among `candles`. */
  bar: number;
  candles: Candles;
  /** The masks at that bar. */
  at: { readonly [name in keyof Masks]: 0 | 1 };
};

/**
 * Adds to `desk` the orders that the close of the grid time `time` gives (EXECUTION.md 1), in the order of `asked`, which
 * is the universe's. Whether an entry counts is decided here, on what is open at this close.
 */
export function placeOrders(desk: Desk, time: number, asked: readonly Asked[], rules: TradingRules): void {
  for (const each of asked) {
    if (each.bar < rules.warmup) continue;
    const held = desk.held.find(({ coin }) => coin === each.coin);
    const isLeaving = held !== undefined && leaves(held, each);
    if (isLeaving) desk.orders.push({ kind: "exit", coin: each.coin });
    const side = entrySide(each, rules);
    if (side === null || (held !== undefined && !(isLeaving && held.position.side !== side))) continue;
    desk.orders.push({
      kind: "enter",
      coin: each.coin,
      side,
      time: time + rules.timeframeMs,
      stopMeasured: measured(stopMeasure(rules.exits.stop), each, side),
      targetMeasured: measured(targetMeasure(rules.exits.takeProfit), each, side),
    });
  }
}

function leaves({ position }: HeldPosition, { at }: Asked): boolean {
  return (position.side > 0 ? at.exitLong : at.exitShort) === 1;
}

function entrySide({ at }: Asked, { direction }: TradingRules): Side | null {
  if (at.enterLong === at.enterShort) return null;
  const side = at.enterLong === 1 ? 1 : -1;
  return direction === (side > 0 ? "short" : "long") ? null : side;
}

function measured(measure: Measure | null, { candles, bar }: Asked, side: Side): number | null {
  const value = measure === null ? Number.NaN : measureAt(measure, candles, [bar], [side])[0]!;
  return Number.isFinite(value) ? value : null;
}
