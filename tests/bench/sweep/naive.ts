import type { Metrics } from "../../../core/kernel/metrics.ts";
import type { Prepared } from "../../../core/kernel/prepare-signals.ts";
import type { Account } from "../../../core/kernel/rules.ts";
import { sharpe, sortino } from "../../../core/kernel/sharpe.ts";
import type { SweepCombo } from "../../../core/kernel/sweep/sweep-grid.ts";
import type { FlatMarket } from "./flat-market.ts";
import { type Book, beginCombo, createBook, enter, moveLevel, payFunding, settle } from "./naive-book.ts";

/*
 * EXECUTION.md as a good programmer writes it down for speed without a second thought: for each combination a walk
 * over every bar, on columns, nothing made on the way. What the sweep is measured against, and has to agree with. Of
 * the kernel it takes the entries, what their distances are measured by, and two formulas over daily returns.
 */

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;

/** Step 1 for a position that this open takes out. */
function leaveAtOpen(book: Book, coin: number, g: number, open: number, isAsked: boolean): void {
  const s = book.side[coin]!;
  book.leftAt[coin] = g;
  if (s * open <= book.liquidation[coin]!) settle(book, coin, book.bankruptcy[coin]!, true);
  else if (s * open <= book.level[coin]! || isAsked) settle(book, coin, open * (1 - s * book.account.slippage), false);
  else settle(book, coin, open, false);
}

/** Step 2: the entries `from` to `to`. */
function enterAtOpen(book: Book, g: number, from: number, to: number): void {
  const { entries, held, profit, isOpen, leftAt, side } = book;
  const { maxPositions } = book.account;
  if (book.open >= maxPositions) return;
  let unrealised = 0;
  for (let i = 0; i < book.open; i++) unrealised += profit[held[i]!]!;
  const equity = book.cash + unrealised;
  for (let i = from; i < to && book.open < maxPositions; i++) {
    const coin = entries.coin[i]!;
    if (isOpen[coin] === 1) continue;
    if (leftAt[coin] === g && !(entries.isTurn[i] === 1 && side[coin] !== entries.side[i])) continue;
    enter(book, i, equity);
  }
}

/** Step 3 for a position of which this bar touches the level or the liquidation price. */
function leaveAtFloor(book: Book, coin: number, open: number): void {
  const s = book.side[coin]!;
  const level = book.level[coin]!;
  if (book.liquidation[coin]! > level) settle(book, coin, book.bankruptcy[coin]!, true);
  else settle(book, coin, s * Math.min(level, s * open) * (1 - s * book.account.slippage), false);
}

/**
 * One combination from the first bar to the last, marked at every one of them. The loops over positions stand in the
 * one over bars, since columns that are looked up anew at each bar cost it a fifth of its time.
 */
function walk(book: Book, days: Float64Array): Metrics {
  const { held, bar: barOf, side, adverseAt, exitBit, leaveMs, exitBits, entryStart, isMoving } = book;
  const { floor, target, best, profit, signedQty, entryPrice } = book;
  const { ohlc, barGrid, rateAtClose, rateOverGap, firstBar, gridTime, dayEnd, timeframeMs } = book.flat;
  const { capital, slippage } = book.account;
  const bars = gridTime.length;
  let exposed = 0;
  let mark = capital;
  let dayBefore = capital;
  let marks = 0;
  let peak = capital;
  let drawdown = 0;
  let peakClose = bars === 0 ? 0 : gridTime[0]!;
  let underWaterMs = 0;
  for (let g = 0, day = 0; day < dayEnd.length; day++) {
    const end = dayEnd[day]!;
    if (g === end) {
      days[day] = 0;
      continue;
    }
    for (; g < end; g++) {
      const time = gridTime[g]!;

      // Steps 0 and 1.
      let kept = 0;
      for (let i = 0; i < book.open; i++) {
        const coin = held[i]!;
        const bar = barOf[coin]! + 1;
        if (barGrid[bar] === g) {
          barOf[coin] = bar;
          const open = ohlc[4 * bar]!;
          const signed = side[coin]! * open;
          const rate = rateOverGap[bar]!;
          if (rate !== 0) payFunding(book, coin, open, rate);
          const isAsked = (exitBits[bar - 1]! & exitBit[coin]!) !== 0 || time >= leaveMs[coin]!;
          if (isAsked || signed <= floor[coin]! || signed >= target[coin]!) {
            leaveAtOpen(book, coin, g, open, isAsked);
            continue;
          }
        }
        held[kept++] = coin;
      }
      book.open = kept;

      const from = entryStart[g]!;
      const to = entryStart[g + 1]!;
      if (from < to) enterAtOpen(book, g, from, to);
      if (book.open > 0) exposed++;

      // Steps 3 and 4.
      let unrealised = 0;
      kept = 0;
      for (let i = 0; i < book.open; i++) {
        const coin = held[i]!;
        const bar = barOf[coin]!;
        if (barGrid[bar] === g) {
          const s = side[coin]!;
          if (s * ohlc[4 * bar + adverseAt[coin]!]! <= floor[coin]!) {
            leaveAtFloor(book, coin, ohlc[4 * bar]!);
            continue;
          }
          const favourable = s * ohlc[4 * bar + 3 - adverseAt[coin]!]!;
          if (favourable >= target[coin]!) {
            settle(book, coin, s * target[coin]!, false);
            continue;
          }
          const close = ohlc[4 * bar + 3]!;
          const rate = rateAtClose[bar]!;
          if (rate !== 0) payFunding(book, coin, close, rate);
          if (bar + 1 === firstBar[coin + 1]!) {
            settle(book, coin, close * (1 - s * slippage), false);
            continue;
          }
          if (isMoving && favourable > best[coin]!) {
            best[coin] = favourable;
            moveLevel(book, coin);
          }
          profit[coin] = signedQty[coin]! * (close - entryPrice[coin]!);
        }
        unrealised += profit[coin]!;
        held[kept++] = coin;
      }
      book.open = kept;

      mark = book.cash + unrealised;
      marks += mark;
      if (mark >= peak) {
        peak = mark;
        peakClose = time + timeframeMs;
      } else {
        if (peak - mark > drawdown * peak) drawdown = (peak - mark) / peak;
        if (time + timeframeMs - peakClose > underWaterMs) underWaterMs = time + timeframeMs - peakClose;
      }
    }
    days[day] = dayBefore > 0 ? mark / dayBefore - 1 : 0;
    dayBefore = mark;
  }
  return {
    ...returnsOf(days),
    maxDrawdown: drawdown,
    timeUnderWaterDays: underWaterMs / DAY_MS,
    ...tradesOf(book),
    exposure: bars === 0 ? 0 : exposed / bars,
    ...growthOf(book, mark, marks / bars),
  };
}

function returnsOf(days: Float64Array): Pick<Metrics, "sharpe" | "sortino" | "worstDay"> {
  let worstDay = days.length === 0 ? 0 : Number.POSITIVE_INFINITY;
  for (let day = 0; day < days.length; day++) worstDay = Math.min(worstDay, days[day]!);
  return { sharpe: sharpe(days), sortino: sortino(days), worstDay };
}

function tradesOf(book: Book): Pick<Metrics, "trades" | "winRate" | "expectancy" | "profitFactor"> {
  const { trades, wins, returns, gains, losses } = book;
  if (trades === 0) return { trades, winRate: 0, expectancy: 0, profitFactor: 0 };
  const withoutLoss = gains > 0 ? null : 0;
  return {
    trades,
    winRate: wins / trades,
    expectancy: returns / trades,
    profitFactor: losses > 0 ? gains / losses : withoutLoss,
  };
}

function growthOf(
  book: Book,
  finalEquity: number,
  meanMark: number,
): Pick<Metrics, "turnover" | "finalEquity" | "totalReturn" | "cagr"> {
  const { gridTime, timeframeMs } = book.flat;
  const bars = gridTime.length;
  const years = bars === 0 ? 0 : (gridTime[bars - 1]! + timeframeMs - gridTime[0]!) / YEAR_MS;
  const growth = finalEquity / book.account.capital;
  let cagr = growth > 0 ? 0 : -1;
  if (growth > 0 && years > 0) cagr = growth ** (1 / years) - 1;
  return {
    turnover: book.trades === 0 ? 0 : book.traded / meanMark / years,
    finalEquity,
    totalReturn: growth - 1,
    cagr,
  };
}

/** The metrics of each combination, in the order given. */
export function naiveSweep(
  prepared: Prepared,
  flat: FlatMarket,
  combos: readonly SweepCombo[],
  account: Account,
): Metrics[] {
  const first = combos[0];
  if (first === undefined) return [];
  const book = createBook(prepared, flat, account, first);
  const days = new Float64Array(flat.dayEnd.length);
  return combos.map((combo) => {
    beginCombo(book, prepared, combo);
    return walk(book, days);
  });
}
