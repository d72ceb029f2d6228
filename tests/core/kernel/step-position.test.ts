import { expect, test } from "bun:test";
import { openPosition, type Position } from "../../../core/kernel/position.ts";
import { exitTerms } from "../../../core/kernel/protective-level.ts";
import { DEFAULT_ACCOUNT, type Exits, type Side } from "../../../core/kernel/rules.ts";
import { passBar, passOpen } from "../../../core/kernel/step-position.ts";

const HOUR = 3_600_000;
const PLAIN = { ...DEFAULT_ACCOUNT, fee: 0, slippage: 0 };

/** Entered at 128 with powers of two throughout, so that levels are met to the bit. */
function positionOf(side: Side, overrides: Partial<Position> = {}): Position {
  const entry = { side, entryTime: 0, entryPrice: 128, qty: 1, notional: 128, margin: 32, stopDistance: 16 };
  return { ...openPosition({ ...entry, targetDistance: 32, leverage: 4, maxLeverage: 8 }), ...overrides };
}

const stop = { kind: "percent", value: 0.125 } as const;
const open = (position: Position, price: number, exits: Exits = { stop }, time = HOUR, hasExitSignal = false) =>
  passOpen({ cash: 0 }, position, exitTerms(exits, PLAIN, HOUR), time, price, 0, hasExitSignal);
const bar = (position: Position, [o, h, l, c]: [number, number, number, number], exits: Exits = { stop }) =>
  passBar({ cash: 0 }, position, exitTerms(exits, PLAIN, HOUR), o, h, l, c, 0, false);

test("passOpen: at a level is beyond it, for each side and level", () => {
  expect(open(positionOf(1), 112)).toEqual({ reason: "stop", price: 112 });
  expect(open(positionOf(1), 112.5)).toBeNull();
  expect(open(positionOf(-1), 144)).toEqual({ reason: "stop", price: 144 });
  expect(open(positionOf(-1), 143.5)).toBeNull();
  expect(open(positionOf(1), 160)).toEqual({ reason: "target", price: 160 });
  expect(open(positionOf(1), 170)).toEqual({ reason: "target", price: 170 });
  expect(open(positionOf(-1), 96)).toEqual({ reason: "target", price: 96 });
  expect(open(positionOf(1, { liquidationPrice: 104 }), 104)?.reason).toBe("liquidation");
  expect(open(positionOf(-1, { liquidationPrice: 152 }), 152)?.reason).toBe("liquidation");
});

test("passOpen: the first reason that holds is the one given", () => {
  const exits: Exits = { stop, maxBars: 1 };
  expect(open(positionOf(1, { liquidationPrice: 104 }), 100, exits, HOUR, true)?.reason).toBe("liquidation");
  expect(open(positionOf(1, { liquidationPrice: 104 }), 110, exits, HOUR, true)?.reason).toBe("stop");
  expect(open(positionOf(1), 128, exits, HOUR, true)?.reason).toBe("signal");
  expect(open(positionOf(1), 200, exits, HOUR, true)?.reason).toBe("signal");
  expect(open(positionOf(1), 200, exits, HOUR)?.reason).toBe("maxBars");
  expect(open(positionOf(1), 200, { stop, maxBars: 2 }, HOUR)?.reason).toBe("target");
  expect(open(positionOf(1), 128, { stop, maxBars: 2 }, 3 * HOUR)?.reason).toBe("maxBars");
});

test("passBar: of equal levels the protective one acts, of unequal ones the more favourable", () => {
  const touch: [number, number, number, number] = [128, 130, 111, 120];
  expect(bar(positionOf(1, { liquidationPrice: 112 }), touch)).toEqual({ reason: "stop", price: 112 });
  expect(bar(positionOf(1, { liquidationPrice: 112.5 }), touch)?.reason).toBe("liquidation");
  expect(bar(positionOf(1, { liquidationPrice: 111.5 }), touch)?.reason).toBe("stop");
  const rise: [number, number, number, number] = [128, 145, 127, 130];
  expect(bar(positionOf(-1, { liquidationPrice: 144 }), rise)?.reason).toBe("stop");
  expect(bar(positionOf(-1, { liquidationPrice: 143 }), rise)?.reason).toBe("liquidation");
});

test("passBar: where a bar meets stop and target, the stop counts", () => {
  expect(bar(positionOf(1), [128, 160, 112, 128])).toEqual({ reason: "stop", price: 112 });
  expect(bar(positionOf(1), [128, 160, 112.5, 128])).toEqual({ reason: "target", price: 160 });
  expect(bar(positionOf(-1), [128, 144, 96, 128])).toEqual({ reason: "stop", price: 144 });
});

test("passBar: a bar's own extremes move the level of the next bar only", () => {
  const exits: Exits = { stop: { kind: "trailing", value: 0.125 } };
  const position = positionOf(1, { targetPrice: Number.NaN });
  expect(bar(position, [128, 256, 120, 250], exits)).toBeNull();
  expect(position.best).toBe(256);
  expect(open(position, 224, exits)).toEqual({ reason: "stop", price: 224 });
});

test("passBar: the reason is target only where the trailing target alone is the most favourable", () => {
  const trailing = { kind: "trailing", activateAt: 0.25, value: 0.125 } as const;
  const position = () => positionOf(1, { best: 160, targetPrice: Number.NaN });
  const fall: [number, number, number, number] = [150, 150, 130, 135];
  expect(bar(position(), fall, { stop, takeProfit: trailing })).toEqual({ reason: "target", price: 140 });
  expect(bar(position(), fall, { stop: { kind: "trailing", value: 0.125 }, takeProfit: trailing })).toEqual({
    reason: "stop",
    price: 140,
  });
  expect(bar(positionOf(1, { best: 159, targetPrice: Number.NaN }), fall, { stop, takeProfit: trailing })).toBeNull();
});

test("passBar: a stop beyond the market at the entry fills at the open, not at its better price", () => {
  const terms = exitTerms({ stop }, { ...PLAIN, slippage: 0.5 }, HOUR);
  const position = positionOf(1);
  expect(passBar({ cash: 0 }, position, terms, 100, 110, 90, 95, 0, false)).toEqual({ reason: "stop", price: 50 });
});

test("passBar and passOpen: cash moves by funding and by what a closing fill nets", () => {
  const account = { ...PLAIN, fee: 0.25 };
  const terms = exitTerms({ stop }, account, HOUR);
  const ledger = { cash: 1000 };
  const position = positionOf(1);
  expect(passBar(ledger, position, terms, 128, 130, 120, 128, 0.125, false)).toBeNull();
  expect([ledger.cash, position.funding]).toEqual([984, -16]);
  expect(passOpen(ledger, position, terms, HOUR, 120, -0.25, true)?.reason).toBe("signal");
  expect([ledger.cash, position.funding]).toEqual([984 + 30 - 8 - 30, 14]);
});
