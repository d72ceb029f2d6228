import type { Trade } from "../../core/kernel/position.ts";
import { type Timeframe, timeframeMs } from "../../core/timeframe.ts";
import type { Output } from "../output.ts";
import { countOf, minuteText, usdText } from "../value-text.ts";

/** Digits of a price that a table has room for; all of them are in the JSON. */
const PRICE_DIGITS = 6;

/** The trades as one line each, in the order of their entry. */
export function printTrades(trades: readonly Trade[], timeframe: Timeframe, output: Output): void {
  output.text();
  output.text(`${countOf(trades.length, "trade")}; times are UTC, pnl is USD after all costs. --json has every field.`);
  if (trades.length === 0) return;
  output.table(
    ["entry", "bars", "coin", "side", "in at", "out at", "pnl", "reason"],
    trades.map(({ entryTime, exitTime, coin, direction, entryPrice, exitPrice, pnl, reason }) => [
      minuteText(entryTime),
      Math.round((exitTime - entryTime) / timeframeMs(timeframe)),
      coin,
      direction,
      priceText(entryPrice),
      priceText(exitPrice),
      usdText(pnl),
      reason,
    ]),
  );
}

function priceText(price: number): number {
  return Number(price.toPrecision(PRICE_DIGITS));
}
