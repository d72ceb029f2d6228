import type { Candles } from "./candles.ts";
import { stopMeasure, targetMeasure } from "./distances.ts";
import { type EntryOrder, enterPosition } from "./enter-position.ts";
import { measureEntries } from "./entries.ts";
import type { BarFunding } from "./funding.ts";
import { equityOf, freeMarginOf, type Ledger } from "./ledger.ts";
import { closeTrade, type Exit, type Position, type Trade } from "./position.ts";
import type { Prepared } from "./prepare-signals.ts";
import { type ExitTerms, exitTerms } from "./protective-level.ts";
import type { Account, TradingRules } from "./rules.ts";
import { passBar, passOpen } from "./step-position.ts";

/** One run over all bars. Times in ms UTC, money in USD. */
export type Simulation = {
  /** By entry time, then universe order. */
  trades: Trade[];
  gridTime: Float64Array;
  /** Equity at the close of each grid time. */
  marks: Float64Array;
  /** Grid times with a position open after the entries. */
  exposedBars: number;
};

/** A position and where its coin stands, with what each of its bars reads at hand. */
type Held = {
  readonly position: Position;
  /** Index in universe order. */
  readonly coin: number;
  /** The coin's bar that is over or under way. */
  bar: number;
  readonly tradeIndex: number;
  readonly candles: Candles;
  readonly barGrid: Int32Array;
  readonly funding: BarFunding | null;
  /** The exit mask of its side. */
  readonly exitMask: Uint8Array;
};

type Book = Ledger & {
  readonly prepared: Prepared;
  readonly rules: Pick<TradingRules, "exits" | "leverage">;
  readonly account: Account;
  readonly terms: ExitTerms;
  readonly stopMeasured: Float64Array;
  readonly targetMeasured: Float64Array;
  /** In universe order, which is the order of every sum. */
  readonly held: Held[];
  readonly trades: Trade[];
  entriesMade: number;
  /** Next of the prepared entries. */
  nextEntry: number;
  /** Per coin the grid index at whose open a position last left, and its side. */
  readonly leftAtOpen: Int32Array;
  readonly leftSide: Int8Array;
};

function record(book: Book, { position, coin, bar, tradeIndex, candles }: Held, exit: Exit): void {
  const name = book.prepared.market.coins[coin]!.coin;
  book.trades[tradeIndex] = closeTrade(name, position, exit, candles.time[bar]!, book.account.fee);
}

/** Steps 0 and 1 for one position whose coin opens its next bar now; true when that takes it out. */
function leaveAtOpen(book: Book, held: Held): boolean {
  const { candles, funding } = held;
  const hasExitSignal = held.exitMask[held.bar] === 1;
  const bar = ++held.bar;
  const gapRate = funding === null ? 0 : funding.overGap[bar]!;
  const exit = passOpen(
    book,
    held.position,
    book.terms,
    candles.time[bar]!,
    candles.open[bar]!,
    gapRate,
    hasExitSignal,
  );
  if (exit === null) return false;
  record(book, held, exit);
  return true;
}

/** Steps 3 and 4 for one position whose coin has a bar now; true when that takes it out. */
function leaveWithinBar(book: Book, held: Held): boolean {
  const { bar, funding } = held;
  const { open, high, low, close, length } = held.candles;
  const closeRate = funding === null ? 0 : funding.atClose[bar]!;
  const isLastBar = bar === length - 1;
  const exit = passBar(
    book,
    held.position,
    book.terms,
    open[bar]!,
    high[bar]!,
    low[bar]!,
    close[bar]!,
    closeRate,
    isLastBar,
  );
  if (exit === null) return false;
  record(book, held, exit);
  return true;
}

/** Steps 0 and 1 for all positions. A coin without a bar now keeps its position untouched. */
function passOpens(book: Book, g: number): void {
  const { held } = book;
  let kept = 0;
  for (let i = 0; i < held.length; i++) {
    const each = held[i]!;
    if (each.barGrid[each.bar + 1] === g && leaveAtOpen(book, each)) {
      book.leftAtOpen[each.coin] = g;
      book.leftSide[each.coin] = each.position.side;
    } else {
      held[kept++] = each;
    }
  }
  held.length = kept;
}

/** Steps 3 and 4 for all positions. */
function passBars(book: Book, g: number): void {
  const { held } = book;
  let kept = 0;
  for (let i = 0; i < held.length; i++) {
    const each = held[i]!;
    if (each.barGrid[each.bar] === g && leaveWithinBar(book, each)) continue;
    held[kept++] = each;
  }
  held.length = kept;
}

/** Whether entry `i` counts, on what was open at the close of its signal bar: flat, or a position that it turns. */
function counts(book: Book, i: number): boolean {
  const { entries } = book.prepared;
  const coin = entries.coin[i]!;
  for (const each of book.held) if (each.coin === coin) return false;
  // The entry bar follows its signal bar at once, so what left at this open was open at that close.
  if (book.leftAtOpen[coin] !== entries.grid[i]) return true;
  return entries.isTurn[i] === 1 && book.leftSide[coin] !== entries.side[i];
}

function tryEntry(book: Book, i: number, equity: number): void {
  const { held } = book;
  const { entries, market, masks } = book.prepared;
  const coin = entries.coin[i]!;
  const { candles, maxLeverage } = market.coins[coin]!;
  const bar = entries.signalBar[i]! + 1;
  const order: EntryOrder = {
    side: entries.side[i]! > 0 ? 1 : -1,
    time: candles.time[bar]!,
    open: candles.open[bar]!,
    leverage: book.rules.leverage,
    maxLeverage,
    exits: book.rules.exits,
    stopMeasured: book.stopMeasured[i]!,
    targetMeasured: book.targetMeasured[i]!,
    equity,
    freeMargin: freeMarginOf(book, held),
  };
  const entered = enterPosition(book, order, book.account);
  if (entered.kind === "skip") return;
  const isLong = order.side > 0;
  held.push({
    position: entered.position,
    coin,
    bar,
    tradeIndex: book.entriesMade++,
    candles,
    barGrid: market.barGrid[coin]!,
    funding: market.barFunding[coin]!,
    exitMask: isLong ? masks[coin]!.exitLong : masks[coin]!.exitShort,
  });
  for (let at = held.length - 1; at > 0 && held[at - 1]!.coin > coin; at--) {
    [held[at - 1], held[at]] = [held[at]!, held[at - 1]!];
  }
}

/** Step 2: entries at the open, coins in universe order. */
function enterAtOpen(book: Book, g: number): void {
  const { entries } = book.prepared;
  if (book.nextEntry >= entries.length || entries.grid[book.nextEntry] !== g) return;
  const equity = equityOf(book, book.held);
  for (; book.nextEntry < entries.length && entries.grid[book.nextEntry] === g; book.nextEntry++) {
    if (book.held.length < book.account.maxPositions && counts(book, book.nextEntry)) {
      tryEntry(book, book.nextEntry, equity);
    }
  }
}

function openBook(prepared: Prepared, rules: Pick<TradingRules, "exits" | "leverage">, account: Account): Book {
  const { market, entries } = prepared;
  return {
    prepared,
    rules,
    account,
    terms: exitTerms(rules.exits, account, market.timeframeMs),
    stopMeasured: measureEntries(market, entries, stopMeasure(rules.exits.stop)),
    targetMeasured: measureEntries(market, entries, targetMeasure(rules.exits.takeProfit)),
    cash: account.capital,
    held: [],
    trades: [],
    entriesMade: 0,
    nextEntry: 0,
    leftAtOpen: new Int32Array(market.coins.length).fill(-1),
    leftSide: new Int8Array(market.coins.length),
  };
}

/**
 * Trades of a strategy's signals under its exits and leverage, and the equity at every grid time: EXECUTION.md 1 to
 * 6. Grid times at which nothing is open and nothing is asked for are passed over, so its time goes with the bars held.
 * `marks`, one a grid time, is written over and becomes part of what comes back: the caller's, where it has one to spare.
 */
export function simulate(
  prepared: Prepared,
  rules: Pick<TradingRules, "exits" | "leverage">,
  account: Account,
  marks = new Float64Array(prepared.market.gridTime.length),
): Simulation {
  const book = openBook(prepared, rules, account);
  const { entries, market } = prepared;
  const bars = market.gridTime.length;
  let exposedBars = 0;
  for (let g = 0; g < bars; g++) {
    if (book.held.length === 0) {
      const idleUntil = book.nextEntry < entries.length ? entries.grid[book.nextEntry]! : bars;
      marks.fill(book.cash, g, idleUntil);
      g = idleUntil;
      if (g === bars) break;
    }
    passOpens(book, g);
    enterAtOpen(book, g);
    if (book.held.length > 0) exposedBars++;
    passBars(book, g);
    marks[g] = equityOf(book, book.held);
  }
  return { trades: book.trades, gridTime: market.gridTime, marks, exposedBars };
}
