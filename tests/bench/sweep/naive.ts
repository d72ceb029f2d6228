import { type Metrics, metricsOf } from "../../../core/kernel/metrics.ts";
import type { Prepared } from "../../../core/kernel/prepare-signals.ts";
import type { Account } from "../../../core/kernel/rules.ts";
import type { SweepCombo } from "../../../core/kernel/sweep/sweep-grid.ts";
import { Book, enter, moveLevel, payFunding, settle } from "./naive-book.ts";

/*
 * EXECUTION.md as a good programmer writes it down for speed without a second thought: for each combination a walk
 * over every bar, on columns, nothing made on the way. What the sweep is measured against, and has to agree with. Of
 * the kernel it takes the entries, what their distances are measured by, and the formulas over what was summed up.
 */

const DAY_MS = 86_400_000;
const dayOf = (ms: number) => Math.floor(ms / DAY_MS);

/** Steps 0 and 1. */
function leaveAtOpen(book: Book, g: number): void {
  const { held } = book;
  const { slippage } = book.account;
  const time = book.gridTime[g]!;
  let kept = 0;
  for (let i = 0; i < book.open; i++) {
    const position = held[i]!;
    const bar = position.bar + 1;
    if (position.gridOf[bar] === g) {
      const { side: s, rates } = position;
      const open = position.candles.open[bar]!;
      position.bar = bar;
      if (rates !== null && rates.overGap[bar] !== 0) payFunding(book, position, open, rates.overGap[bar]!);
      const isLiquidated = s * open <= position.liquidation;
      const isAtMarket = s * open <= position.level || position.exits[bar - 1] === 1 || time >= position.leaveMs;
      if (isLiquidated || isAtMarket || s * open >= position.target) {
        position.leftAt = g;
        if (isLiquidated) settle(book, position, position.bankruptcy, true);
        else settle(book, position, isAtMarket ? open * (1 - s * slippage) : open);
        continue;
      }
    }
    held[kept++] = position;
  }
  book.open = kept;
}

/** Step 2: the entries `from` to `to`. */
function enterAtOpen(book: Book, g: number, from: number, to: number): void {
  const { entries, positions } = book;
  const { maxPositions } = book.account;
  if (book.open >= maxPositions) return;
  const equity = book.cash + profitOf(book);
  for (let i = from; i < to && book.open < maxPositions; i++) {
    const { isOpen, leftAt, side } = positions[entries.coin[i]!]!;
    if (isOpen) continue;
    if (leftAt === g && !(entries.isTurn[i] === 1 && side !== entries.side[i])) continue;
    enter(book, i, equity);
  }
}

/** Steps 3 and 4. */
function passBar(book: Book, g: number): void {
  const { held } = book;
  const { slippage } = book.account;
  let kept = 0;
  for (let i = 0; i < book.open; i++) {
    const position = held[i]!;
    const { bar } = position;
    if (position.gridOf[bar] === g) {
      const { side: s, level, liquidation, target, rates } = position;
      const worst = s * position.adverse[bar]!;
      const best = s * position.favourable[bar]!;
      const close = position.candles.close[bar]!;
      if (liquidation > level && worst <= liquidation) {
        settle(book, position, position.bankruptcy, true);
        continue;
      }
      if (worst <= level) {
        settle(book, position, s * Math.min(level, s * position.candles.open[bar]!) * (1 - s * slippage));
        continue;
      }
      if (best >= target) {
        settle(book, position, s * target);
        continue;
      }
      if (rates !== null && rates.atClose[bar] !== 0) payFunding(book, position, close, rates.atClose[bar]!);
      if (bar === position.candles.length - 1) {
        settle(book, position, close * (1 - s * slippage));
        continue;
      }
      if (book.isMoving && best > position.best) {
        position.best = best;
        moveLevel(book, position);
      }
      position.profit = s * position.qty * (close - position.price);
    }
    held[kept++] = position;
  }
  book.open = kept;
}

function profitOf({ held, open }: Book): number {
  let profit = 0;
  for (let i = 0; i < open; i++) profit += held[i]!.profit;
  return profit;
}

/** One combination from the first bar to the last, marked at every one of them (step 5). */
function walk(book: Book, firstEntry: Int32Array, timeframeMs: number, days: Float64Array): Metrics {
  const { gridTime } = book;
  const { capital } = book.account;
  const bars = gridTime.length;
  let mark = capital;
  let markSum = 0;
  let exposedBars = 0;
  let peak = capital;
  let peakClose = gridTime[0]!;
  let maxDrawdown = 0;
  let underWaterMs = 0;
  let day = 0;
  let dayEnd = (dayOf(gridTime[0]!) + 1) * DAY_MS;
  let before = capital;
  for (let g = 0; g < bars; g++) {
    const time = gridTime[g]!;
    for (; time >= dayEnd; dayEnd += DAY_MS) {
      days[day++] = before > 0 ? mark / before - 1 : 0;
      before = mark;
    }
    if (book.open > 0) leaveAtOpen(book, g);
    const from = firstEntry[g]!;
    const to = firstEntry[g + 1]!;
    if (from < to) enterAtOpen(book, g, from, to);
    if (book.open > 0) {
      exposedBars++;
      passBar(book, g);
    }

    mark = book.cash + profitOf(book);
    markSum += mark;
    const closeTime = time + timeframeMs;
    if (mark >= peak) {
      peak = mark;
      peakClose = closeTime;
    } else {
      maxDrawdown = Math.max(maxDrawdown, (peak - mark) / peak);
      underWaterMs = Math.max(underWaterMs, closeTime - peakClose);
    }
  }
  if (bars > 0) days[day] = before > 0 ? mark / before - 1 : 0;
  return metricsOf({
    ...{ capital, bars, maxDrawdown, markSum, exposedBars, dailyReturns: days, finalEquity: mark },
    periodMs: bars === 0 ? 0 : gridTime[bars - 1]! + timeframeMs - gridTime[0]!,
    timeUnderWaterDays: underWaterMs / DAY_MS,
    trades: book,
    traded: book.traded,
  });
}

/** The metrics of each combination, in the order given. */
export function naiveSweep(prepared: Prepared, combos: readonly SweepCombo[], account: Account): Metrics[] {
  const { market, entries } = prepared;
  const { gridTime } = market;
  const bars = gridTime.length;
  const firstEntry = new Int32Array(bars + 1);
  for (let g = 0, i = 0; g <= bars; g++) {
    while (i < entries.length && entries.grid[i]! < g) i++;
    firstEntry[g] = i;
  }
  const days = new Float64Array(bars === 0 ? 0 : dayOf(gridTime[bars - 1]!) - dayOf(gridTime[0]!) + 1);
  return combos.map((combo) => walk(new Book(prepared, combo, account), firstEntry, market.timeframeMs, days));
}
