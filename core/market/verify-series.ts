import { timeframeMs } from "../timeframe.ts";
import { ailmentOf, mapColumns } from "./arrow-file.ts";
import { checkCandles, checkFunding, type RowProblem } from "./check-candles.ts";
import { coinKey } from "./coin-key.ts";
import { type Columns, candlesOfColumns, fundingOfColumns } from "./columns.ts";
import { contentHash } from "./content-hash.ts";
import { columnNames, type SeriesName } from "./series.ts";
import type { CandleStore } from "./store.ts";

/** What is wrong with one file of the store: nothing, if it is as it was written and holds what is possible. */
export function verifySeries(store: CandleStore, name: SeriesName, nowMs: number): string[] {
  try {
    const info = store.info(name);
    const file = mapColumns(store.pathOf(name), columnNames(name.timeframe));
    if (info === null || file === null) return ["the file is gone"];
    const problems = rowProblems(file.columns, name.timeframe).map(({ row, problem }) => `row ${row}: ${problem}`);
    if (contentHash(file.columns) !== info.contentHash) problems.unshift("its values are not those that were written");
    const says = `${info.exchange} ${info.coin} ${info.timeframe}`;
    const lies = `${name.exchange} ${coinKey(name.coin)} ${name.timeframe}`;
    if (says !== lies) problems.unshift(`it says that it holds ${says}, but lies where ${lies} belongs`);
    const lengthMs = name.timeframe === "funding" ? 0 : timeframeMs(name.timeframe);
    if (info.lastMs + lengthMs > nowMs) problems.push("its last row is of a time that is not over");
    return problems;
  } catch (error) {
    const ailment = ailmentOf(error, store.pathOf(name));
    if (ailment === null) throw error;
    return [ailment];
  }
}

function rowProblems(columns: Columns, timeframe: SeriesName["timeframe"]): RowProblem[] {
  return timeframe === "funding"
    ? checkFunding(fundingOfColumns(columns))
    : checkCandles(candlesOfColumns(columns), timeframe);
}
