import type { Candles, Masks } from "../../../core/kernel/candles.ts";
import { stopMeasure, targetMeasure } from "../../../core/kernel/distances.ts";
import { type Entries, measureEntries } from "../../../core/kernel/entries.ts";
import type { BarFunding } from "../../../core/kernel/funding.ts";
import type { Prepared } from "../../../core/kernel/prepare-signals.ts";
import type { Account, Exits, Stop, TakeProfit } from "../../../core/kernel/rules.ts";
import type { SweepCombo } from "../../../core/kernel/sweep/sweep-grid.ts";

/** A coin's bars and the one position that it may have, filled in anew by each entry. */
export class Position {
  readonly coin: number;
  readonly maxLeverage: number;
  readonly candles: Candles;
  readonly masks: Masks;
  readonly rates: BarFunding | null;
  readonly gridOf: Int32Array;

  isOpen = false;
  /** Grid index at whose open it left, if at an open. */
  leftAt = -1;
  side = 0;
  /** Its side's lows or highs, the other ones, and where it is asked to leave. */
  adverse: Float64Array;
  favourable: Float64Array;
  exits: Uint8Array;
  /** The coin's bar that is over or under way. */
  bar = 0;
  leaveMs = 0;
  price = 0;
  qty = 0;
  notional = 0;
  margin = 0;
  bankruptcy = 0;
  funding = 0;
  /** At the last close. */
  profit = 0;
  // Prices times the side, so that higher is better for longs and shorts alike.
  firstStop = 0;
  level = 0;
  liquidation = 0;
  target = 0;
  best = 0;

  constructor({ market, masks }: Prepared, coin: number) {
    const { candles, maxLeverage } = market.coins[coin]!;
    this.coin = coin;
    this.maxLeverage = maxLeverage;
    this.candles = candles;
    this.masks = masks[coin]!;
    this.rates = market.barFunding[coin]!;
    this.gridOf = market.barGrid[coin]!;
    this.adverse = candles.low;
    this.favourable = candles.high;
    this.exits = this.masks.exitLong;
  }
}

/** The account of one combination, and what its trades have come to. */
export class Book {
  readonly account: Account;
  readonly exits: Exits;
  readonly leverage: number;
  readonly maxHeldMs: number;
  readonly isMoving: boolean;
  // NaN where there is none: no price is beyond it.
  readonly trailingStop: number;
  readonly trailingStopFrom: number;
  readonly breakEvenFrom: number;
  readonly trailingTarget: number;
  readonly trailingTargetFrom: number;

  readonly entries: Entries;
  // Measured on candles alone and kept with the entries, as indicators would be: an input, no part of the rules.
  readonly stopMeasured: Float64Array;
  readonly targetMeasured: Float64Array;
  readonly gridTime: Float64Array;
  /** By coin. */
  readonly positions: readonly Position[];
  /** The first `open` of them, in universe order. */
  readonly held: Position[] = [];
  open = 0;

  cash: number;
  trades = 0;
  wins = 0;
  returns = 0;
  gains = 0;
  losses = 0;
  traded = 0;

  constructor(prepared: Prepared, { exits, leverage }: SweepCombo, account: Account) {
    const { market, entries } = prepared;
    const { stop, takeProfit, breakEven, maxBars } = exits;
    const trailingTarget = takeProfit?.kind === "trailing" ? takeProfit : null;
    this.account = account;
    this.exits = exits;
    this.leverage = leverage;
    this.maxHeldMs = maxBars === undefined ? Number.POSITIVE_INFINITY : maxBars * market.timeframeMs;
    this.isMoving = stop.kind === "trailing" || breakEven !== undefined || trailingTarget !== null;
    this.trailingStop = stop.kind === "trailing" ? stop.value : Number.NaN;
    this.trailingStopFrom = stop.kind === "trailing" ? (stop.activateAt ?? 0) : Number.NaN;
    this.breakEvenFrom = breakEven?.activateAt ?? Number.NaN;
    this.trailingTarget = trailingTarget?.value ?? Number.NaN;
    this.trailingTargetFrom = trailingTarget?.activateAt ?? Number.NaN;
    this.entries = entries;
    this.stopMeasured = measureEntries(market, entries, stopMeasure(stop));
    this.targetMeasured = measureEntries(market, entries, targetMeasure(takeProfit));
    this.gridTime = market.gridTime;
    this.positions = market.coins.map((_, coin) => new Position(prepared, coin));
    this.cash = account.capital;
  }
}

/** Section 4: the level that holds from now on, given the best price so far. */
export function moveLevel(book: Book, position: Position): void {
  const { fee, slippage } = book.account;
  const { side: s, best } = position;
  const price = s * position.price;
  let level = position.firstStop;
  if (best >= price * (1 + s * book.trailingStopFrom)) level = Math.max(level, best * (1 - s * book.trailingStop));
  if (best >= price * (1 + s * book.breakEvenFrom)) {
    level = Math.max(level, (price * (1 + s * fee)) / ((1 - s * fee) * (1 - s * slippage)));
  }
  if (best >= price * (1 + s * book.trailingTargetFrom)) level = Math.max(level, best * (1 - s * book.trailingTarget));
  position.level = level;
}

function stopDistanceOf(stop: Stop, price: number, measured: number): number {
  if (stop.kind === "percent" || stop.kind === "trailing") return stop.value * price;
  return stop.kind === "swing" ? measured : stop.multiple * measured;
}

/** Infinity where there is no fixed target. */
function targetDistanceOf(target: TakeProfit | undefined, price: number, stop: number, measured: number): number {
  if (target === undefined || target.kind === "trailing") return Number.POSITIVE_INFINITY;
  if (target.kind === "percent") return target.value * price;
  return target.kind === "atr" ? target.multiple * measured : target.ratio * stop;
}

/** Into the open positions, in universe order. */
function insert(book: Book, position: Position): void {
  const { held } = book;
  let at = book.open++;
  for (; at > 0 && held[at - 1]!.coin > position.coin; at--) held[at] = held[at - 1]!;
  held[at] = position;
}

/** Section 3: entry `i`, which counts, on an equity of `equity`. */
export function enter(book: Book, i: number, equity: number): void {
  const { entries, account, exits, held } = book;
  const position = book.positions[entries.coin[i]!]!;
  const { candles, masks, maxLeverage } = position;
  const s = entries.side[i]!;
  const bar = entries.signalBar[i]! + 1;
  const price = candles.open[bar]! * (1 + s * account.slippage);
  const stop = stopDistanceOf(exits.stop, price, book.stopMeasured[i]!);
  const target = targetDistanceOf(exits.takeProfit, price, stop, book.targetMeasured[i]!);
  const stopFrac = stop / price;
  if (!(stopFrac >= account.minStopFraction && stopFrac < Number.POSITIVE_INFINITY && target > 0)) return;

  const leverage = Math.min(book.leverage, maxLeverage);
  let margins = 0;
  for (let at = 0; at < book.open; at++) margins += held[at]!.margin;
  const margin = Math.min(
    (equity * account.risk) / stopFrac / leverage,
    equity / account.maxPositions,
    (book.cash - margins) / (1 + leverage * account.fee),
  );
  const notional = margin * leverage;
  if (!(notional >= account.minNotional && notional > 0)) return;

  book.cash -= account.fee * notional;
  insert(book, position);
  position.isOpen = true;
  position.side = s;
  position.adverse = s > 0 ? candles.low : candles.high;
  position.favourable = s > 0 ? candles.high : candles.low;
  position.exits = s > 0 ? masks.exitLong : masks.exitShort;
  position.bar = bar;
  position.leaveMs = book.gridTime[entries.grid[i]!]! + book.maxHeldMs;
  position.price = price;
  position.qty = notional / price;
  position.notional = notional;
  position.margin = margin;
  position.bankruptcy = price * (1 - s / leverage);
  position.funding = 0;
  position.profit = 0;
  position.firstStop = s * (price - s * stop);
  position.liquidation = s * (position.bankruptcy / (1 - (s * 0.5) / maxLeverage));
  position.target = s * price + target;
  position.best = s * price;
  moveLevel(book, position);
}

/** Section 6: what falls due at `market`. */
export function payFunding(book: Book, position: Position, market: number, rate: number): void {
  const received = -position.side * position.qty * market * rate;
  position.funding += received;
  book.cash += received;
}

/** Section 7: the trade that ends at `exit`, which has the slippage in it. */
export function settle(book: Book, position: Position, exit: number, isLiquidation = false): void {
  const { fee } = book.account;
  const { qty, price } = position;
  const gross = position.side * qty * (exit - price);
  const exitFee = isLiquidation ? 0 : fee * qty * exit;
  const pnl = gross - fee * qty * price - exitFee + position.funding;
  position.isOpen = false;
  book.cash += gross - exitFee;
  book.trades++;
  book.returns += pnl / position.notional;
  book.traded += qty * (price + exit);
  if (pnl > 0) {
    book.wins++;
    book.gains += pnl;
  } else {
    book.losses -= pnl;
  }
}
