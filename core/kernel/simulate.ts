import { stopDistance, stopMeasure, targetDistance, targetMeasure } from "./distances.ts";
import { measureEntries } from "./entries.ts";
import { entryPrice } from "./fills.ts";
import type { MarketCoin } from "./market.ts";
import { closeTrade, type Exit, exitFee, grossProfit, openPosition, type Position, type Trade } from "./position.ts";
import type { Prepared } from "./prepare-signals.ts";
import { type ExitTerms, exitTerms } from "./protective-level.ts";
import type { Account, TradingRules } from "./rules.ts";
import { sizeEntry } from "./size-entry.ts";
import { exitAtEnd, exitAtOpen, exitWithinBar, payFunding, takeInBar } from "./step-position.ts";

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

/** A position and where its coin stands: `bar` is the index of the coin's last bar that is over or under way. */
type Held = { position: Position; coin: number; bar: number; tradeIndex: number };

type Book = {
  prepared: Prepared;
  rules: Pick<TradingRules, "exits" | "leverage">;
  account: Account;
  terms: ExitTerms;
  stopMeasured: Float64Array;
  targetMeasured: Float64Array;
  cash: number;
  /** In universe order, which is the order of every sum. */
  held: Held[];
  trades: Trade[];
  entriesMade: number;
  /** Next of the prepared entries. */
  nextEntry: number;
  /** Per coin the grid index at whose open a position last left, and its side. */
  leftAtOpen: Int32Array;
  leftSide: Int8Array;
};

function coinOf(book: Book, held: Held): MarketCoin {
  return book.prepared.market.coins[held.coin]!;
}

function settle(book: Book, held: Held, exit: Exit): void {
  const { coin, candles } = coinOf(book, held);
  const { fee } = book.account;
  book.cash += grossProfit(held.position, exit.price) - exitFee(held.position, exit, fee);
  book.trades[held.tradeIndex] = closeTrade(coin, held.position, exit, candles.time[held.bar]!, fee);
}

/** Steps 0 and 1 for one position whose coin opens its next bar now; true when that takes it out. */
function openBar(book: Book, held: Held): boolean {
  const { position, coin } = held;
  const { candles } = coinOf(book, held);
  const before = held.bar;
  held.bar = before + 1;
  const open = candles.open[held.bar]!;
  const funding = book.prepared.market.barFunding[coin]!;
  if (funding !== null && funding.overGap[held.bar] !== 0) {
    book.cash += payFunding(position, open, funding.overGap[held.bar]!);
  }
  const masks = book.prepared.masks[coin]!;
  const hasExitSignal = (position.side > 0 ? masks.exitLong : masks.exitShort)[before] === 1;
  const exit = exitAtOpen(position, book.terms, candles.time[held.bar]!, open, hasExitSignal);
  if (exit !== null) settle(book, held, exit);
  return exit !== null;
}

/** Steps 3 and 4 for one position whose coin has a bar now; true when that takes it out. */
function passBar(book: Book, held: Held): boolean {
  const { position, coin, bar } = held;
  const { candles } = coinOf(book, held);
  const high = candles.high[bar]!;
  const low = candles.low[bar]!;
  const close = candles.close[bar]!;
  let exit = exitWithinBar(position, book.terms, candles.open[bar]!, high, low);
  if (exit === null) {
    const funding = book.prepared.market.barFunding[coin]!;
    if (funding !== null && funding.atClose[bar] !== 0) {
      book.cash += payFunding(position, close, funding.atClose[bar]!);
    }
    takeInBar(position, high, low, close);
    if (bar === candles.length - 1) exit = exitAtEnd(position, close, book.terms);
  }
  if (exit !== null) settle(book, held, exit);
  return exit !== null;
}

/** Steps 0 and 1 for all positions. A coin without a bar now keeps its position untouched. */
function leaveAtOpen(book: Book, g: number): void {
  const { held } = book;
  let kept = 0;
  for (const each of held) {
    if (book.prepared.market.barGrid[each.coin]![each.bar + 1] === g && openBar(book, each)) {
      book.leftAtOpen[each.coin] = g;
      book.leftSide[each.coin] = each.position.side;
    } else {
      held[kept++] = each;
    }
  }
  held.length = kept;
}

/** Steps 3 and 4 for all positions, and the mark of step 5. */
function passBars(book: Book, g: number): number {
  const { held } = book;
  let kept = 0;
  let unrealised = 0;
  for (const each of held) {
    if (book.prepared.market.barGrid[each.coin]![each.bar] === g && passBar(book, each)) continue;
    held[kept++] = each;
    unrealised += grossProfit(each.position, each.position.lastClose);
  }
  held.length = kept;
  return book.cash + unrealised;
}

/** Whether entry `i` counts, on what was open at the close of its signal bar: flat, or a position that it turns. */
function counts(book: Book, i: number): boolean {
  const { entries } = book.prepared;
  const coin = entries.coin[i]!;
  if (book.held.some((each) => each.coin === coin)) return false;
  // The entry bar follows its signal bar at once, so what left at this open was open at that close.
  if (book.leftAtOpen[coin] !== entries.grid[i]) return true;
  return entries.isTurn[i] === 1 && book.leftSide[coin] !== entries.side[i];
}

function tryEntry(book: Book, i: number, equity: number): void {
  const { account, rules, held } = book;
  const { entries, market } = book.prepared;
  const coin = entries.coin[i]!;
  const { candles, maxLeverage } = market.coins[coin]!;
  const bar = entries.signalBar[i]! + 1;
  const side = entries.side[i]! > 0 ? 1 : -1;
  const leverage = Math.min(rules.leverage, maxLeverage);
  const price = entryPrice(side, candles.open[bar]!, account.slippage);
  const stop = stopDistance(rules.exits.stop, price, book.stopMeasured[i]!);
  const target = targetDistance(rules.exits.takeProfit, price, stop, book.targetMeasured[i]!);
  let margins = 0;
  for (const each of held) margins += each.position.margin;
  const freeMargin = book.cash - margins;

  const terms = { entryPrice: price, stopDistance: stop, targetDistance: target, leverage, equity, freeMargin };
  const sizing = sizeEntry(terms, account);
  if (sizing.kind === "skip") return;
  const { qty, notional, margin } = sizing;
  const entryTime = candles.time[bar]!;
  const position = openPosition({ ...terms, side, entryTime, qty, notional, margin, maxLeverage });
  book.cash -= account.fee * notional;
  let at = held.length;
  while (at > 0 && held[at - 1]!.coin > coin) at--;
  held.splice(at, 0, { position, coin, bar, tradeIndex: book.entriesMade++ });
}

/** Step 2: entries at the open, coins in universe order. */
function enterAtOpen(book: Book, g: number): void {
  const { entries } = book.prepared;
  if (book.nextEntry >= entries.length || entries.grid[book.nextEntry] !== g) return;
  let equity = book.cash;
  let unrealised = 0;
  for (const { position } of book.held) unrealised += grossProfit(position, position.lastClose);
  equity += unrealised;
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
 */
export function simulate(
  prepared: Prepared,
  rules: Pick<TradingRules, "exits" | "leverage">,
  account: Account,
): Simulation {
  const book = openBook(prepared, rules, account);
  const { entries, market } = prepared;
  const bars = market.gridTime.length;
  const marks = new Float64Array(bars);
  let exposedBars = 0;
  for (let g = 0; g < bars; g++) {
    if (book.held.length === 0) {
      const idleUntil = book.nextEntry < entries.length ? entries.grid[book.nextEntry]! : bars;
      marks.fill(book.cash, g, idleUntil);
      g = idleUntil;
      if (g === bars) break;
    }
    leaveAtOpen(book, g);
    enterAtOpen(book, g);
    if (book.held.length > 0) exposedBars++;
    marks[g] = passBars(book, g);
  }
  return { trades: book.trades, gridTime: market.gridTime, marks, exposedBars };
}
