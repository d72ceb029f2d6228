import { stopMeasure, targetMeasure } from "../../../core/kernel/distances.ts";
import { type Entries, measureEntries } from "../../../core/kernel/entries.ts";
import type { Prepared } from "../../../core/kernel/prepare-signals.ts";
import type { Account, Stop, TakeProfit } from "../../../core/kernel/rules.ts";
import type { SweepCombo } from "../../../core/kernel/sweep/sweep-grid.ts";
import type { FlatMarket } from "./flat-market.ts";

/**
 * What the naive walk keeps: numbers and columns, a position in the place of its coin. A price is "signed" when it is
 * multiplied by the side, so that higher is better for longs and shorts alike (the digits stay the same).
 */
export type Book = {
  readonly flat: FlatMarket;
  readonly entries: Entries;
  /** For each grid index the first of its entries, and their number behind the last. */
  readonly entryStart: Int32Array;
  /** By flat bar: 1 where longs are asked to leave, 2 where shorts are, 3 both. */
  readonly exitBits: Uint8Array;
  readonly account: Account;

  // One combination's own.
  combo: SweepCombo;
  stopMeasured: Float64Array;
  targetMeasured: Float64Array;
  isMoving: boolean;
  maxHeldMs: number;
  trailingStop: number;
  trailingStopFrom: number;
  breakEvenFrom: number;
  trailingTarget: number;
  trailingTargetFrom: number;

  cash: number;
  trades: number;
  wins: number;
  returns: number;
  gains: number;
  losses: number;
  traded: number;

  /** Coins with a position, in universe order; the first `open` count. */
  readonly held: Int32Array;
  open: number;
  readonly isOpen: Uint8Array;
  /** Grid index at whose open a coin's last position left, if at an open, and its side. */
  readonly leftAt: Int32Array;
  readonly side: Int8Array;
  /** Where its side's adverse price stands among open, high, low and close: 2 for a long, 1 for a short. */
  readonly adverseAt: Int8Array;
  /** Its side in `exitBits`. */
  readonly exitBit: Int8Array;
  /** Flat index of the bar that is over or under way, and of the coin's last. */
  readonly bar: Int32Array;
  readonly leaveMs: Float64Array;
  readonly entryPrice: Float64Array;
  readonly qty: Float64Array;
  readonly signedQty: Float64Array;
  readonly notional: Float64Array;
  readonly margin: Float64Array;
  readonly bankruptcy: Float64Array;
  readonly funding: Float64Array;
  /** Profit at the last close. */
  readonly profit: Float64Array;
  // Signed prices.
  readonly firstStop: Float64Array;
  readonly level: Float64Array;
  readonly liquidation: Float64Array;
  /** The more favourable of the level and the liquidation price. */
  readonly floor: Float64Array;
  readonly target: Float64Array;
  readonly best: Float64Array;
};

function flattenExits({ masks }: Prepared, flat: FlatMarket): Uint8Array {
  const out = new Uint8Array(flat.barGrid.length);
  for (const [coin, { exitLong, exitShort }] of masks.entries()) {
    const first = flat.firstBar[coin]!;
    for (let t = 0; t < exitLong.length; t++) out[first + t] = exitLong[t]! | (exitShort[t]! << 1);
  }
  return out;
}

function startsByGrid({ grid, length }: Entries, bars: number): Int32Array {
  const out = new Int32Array(bars + 1);
  for (let g = 0, i = 0; g <= bars; g++) {
    while (i < length && grid[i]! < g) i++;
    out[g] = i;
  }
  return out;
}

export function createBook(prepared: Prepared, flat: FlatMarket, account: Account, combo: SweepCombo): Book {
  const coins = flat.maxLeverage.length;
  const column = () => new Float64Array(coins);
  const none = new Float64Array(0);
  return {
    flat,
    entries: prepared.entries,
    entryStart: startsByGrid(prepared.entries, flat.gridTime.length),
    exitBits: flattenExits(prepared, flat),
    account,
    combo,
    stopMeasured: none,
    targetMeasured: none,
    isMoving: false,
    maxHeldMs: Number.POSITIVE_INFINITY,
    trailingStop: Number.NaN,
    trailingStopFrom: Number.NaN,
    breakEvenFrom: Number.NaN,
    trailingTarget: Number.NaN,
    trailingTargetFrom: Number.NaN,
    cash: account.capital,
    trades: 0,
    wins: 0,
    returns: 0,
    gains: 0,
    losses: 0,
    traded: 0,
    held: new Int32Array(coins),
    open: 0,
    isOpen: new Uint8Array(coins),
    leftAt: new Int32Array(coins),
    side: new Int8Array(coins),
    adverseAt: new Int8Array(coins),
    exitBit: new Int8Array(coins),
    bar: new Int32Array(coins),
    leaveMs: column(),
    entryPrice: column(),
    qty: column(),
    signedQty: column(),
    notional: column(),
    margin: column(),
    bankruptcy: column(),
    funding: column(),
    profit: column(),
    firstStop: column(),
    level: column(),
    liquidation: column(),
    floor: column(),
    target: column(),
    best: column(),
  };
}

/** Empties the book for the walk of one combination. */
export function beginCombo(book: Book, prepared: Prepared, combo: SweepCombo): void {
  const { stop, takeProfit, breakEven, maxBars } = combo.exits;
  book.combo = combo;
  // Measured on candles alone and kept with the entries, as indicators would be: an input, no part of the rules.
  book.stopMeasured = measureEntries(prepared.market, book.entries, stopMeasure(stop));
  book.targetMeasured = measureEntries(prepared.market, book.entries, targetMeasure(takeProfit));
  book.maxHeldMs = maxBars === undefined ? Number.POSITIVE_INFINITY : maxBars * book.flat.timeframeMs;
  book.trailingStop = stop.kind === "trailing" ? stop.value : Number.NaN;
  book.trailingStopFrom = stop.kind === "trailing" ? (stop.activateAt ?? 0) : Number.NaN;
  book.breakEvenFrom = breakEven === undefined ? Number.NaN : breakEven.activateAt;
  book.trailingTarget = takeProfit?.kind === "trailing" ? takeProfit.value : Number.NaN;
  book.trailingTargetFrom = takeProfit?.kind === "trailing" ? takeProfit.activateAt : Number.NaN;
  book.isMoving = stop.kind === "trailing" || breakEven !== undefined || takeProfit?.kind === "trailing";
  book.cash = book.account.capital;
  book.trades = book.wins = book.returns = book.gains = book.losses = book.traded = 0;
  book.open = 0;
  book.isOpen.fill(0);
  book.leftAt.fill(-1);
}

/** Section 4: the level that holds from now on, given the best price so far. */
export function moveLevel(book: Book, coin: number): void {
  const { fee, slippage } = book.account;
  const s = book.side[coin]!;
  const entry = s * book.entryPrice[coin]!;
  const best = book.best[coin]!;
  let level = book.firstStop[coin]!;
  if (best >= entry * (1 + s * book.trailingStopFrom)) level = Math.max(level, best * (1 - s * book.trailingStop));
  if (best >= entry * (1 + s * book.breakEvenFrom)) {
    level = Math.max(level, (entry * (1 + s * fee)) / ((1 - s * fee) * (1 - s * slippage)));
  }
  if (best >= entry * (1 + s * book.trailingTargetFrom)) level = Math.max(level, best * (1 - s * book.trailingTarget));
  book.level[coin] = level;
  book.floor[coin] = Math.max(level, book.liquidation[coin]!);
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

/** Section 3: entry `i`, which counts, on an equity of `equity`. */
export function enter(book: Book, i: number, equity: number): void {
  const { flat, entries, account, combo, held } = book;
  const coin = entries.coin[i]!;
  const s = entries.side[i]!;
  const bar = flat.firstBar[coin]! + entries.signalBar[i]! + 1;
  const price = flat.ohlc[4 * bar]! * (1 + s * account.slippage);
  const stop = stopDistanceOf(combo.exits.stop, price, book.stopMeasured[i]!);
  const { takeProfit } = combo.exits;
  const target = targetDistanceOf(takeProfit, price, stop, book.targetMeasured[i]!);
  const stopFrac = stop / price;
  if (!(stopFrac >= account.minStopFraction && stopFrac < Number.POSITIVE_INFINITY && target > 0)) return;

  const maxLeverage = flat.maxLeverage[coin]!;
  const leverage = Math.min(combo.leverage, maxLeverage);
  let margins = 0;
  for (let at = 0; at < book.open; at++) margins += book.margin[held[at]!]!;
  const free = book.cash - margins;
  const margin = Math.min(
    (equity * account.risk) / stopFrac / leverage,
    equity / account.maxPositions,
    free / (1 + leverage * account.fee),
  );
  const notional = margin * leverage;
  if (!(notional >= account.minNotional && notional > 0)) return;

  book.cash -= account.fee * notional;
  let at = book.open++;
  for (; at > 0 && held[at - 1]! > coin; at--) held[at] = held[at - 1]!;
  held[at] = coin;
  const qty = notional / price;
  const bankruptcy = price * (1 - s / leverage);
  book.isOpen[coin] = 1;
  book.side[coin] = s;
  book.adverseAt[coin] = s > 0 ? 2 : 1;
  book.exitBit[coin] = s > 0 ? 1 : 2;
  book.bar[coin] = bar;
  book.leaveMs[coin] = flat.gridTime[entries.grid[i]!]! + book.maxHeldMs;
  book.entryPrice[coin] = price;
  book.qty[coin] = qty;
  book.signedQty[coin] = s * qty;
  book.notional[coin] = notional;
  book.margin[coin] = margin;
  book.bankruptcy[coin] = bankruptcy;
  book.funding[coin] = 0;
  book.profit[coin] = 0;
  book.firstStop[coin] = s * (price - s * stop);
  book.liquidation[coin] = s * (bankruptcy / (1 - (s * 0.5) / maxLeverage));
  book.target[coin] = target === Number.POSITIVE_INFINITY ? target : s * (price + s * target);
  book.best[coin] = s * price;
  moveLevel(book, coin);
}

/** Section 6: what falls due at `price`. */
export function payFunding(book: Book, coin: number, price: number, rate: number): void {
  const received = -book.signedQty[coin]! * price * rate;
  book.funding[coin]! += received;
  book.cash += received;
}

/** Section 7: the trade that ends at `price`, which has the slippage in it. */
export function settle(book: Book, coin: number, price: number, isLiquidation: boolean): void {
  const { fee } = book.account;
  const qty = book.qty[coin]!;
  const entryPrice = book.entryPrice[coin]!;
  const gross = book.signedQty[coin]! * (price - entryPrice);
  book.cash += isLiquidation ? gross : gross - fee * qty * price;
  const fees = isLiquidation ? fee * qty * entryPrice : fee * qty * (entryPrice + price);
  const pnl = gross - fees + book.funding[coin]!;
  book.isOpen[coin] = 0;
  book.trades++;
  book.returns += pnl / book.notional[coin]!;
  book.traded += qty * (entryPrice + price);
  if (pnl > 0) {
    book.wins++;
    book.gains += pnl;
  } else {
    book.losses -= pnl;
  }
}
