import { SixbtcError } from "../errors.ts";
import type { Candles, Funding } from "../kernel/candles.ts";
import { mapColumns } from "./arrow-file.ts";
import { CANDLE_COLUMNS, type Columns, candlesOfColumns, FUNDING_COLUMNS, fundingOfColumns } from "./columns.ts";

/** The candles of one file of the store, mapped: a child process needs nothing but the path. */
export function readCandleFile(path: string): Candles {
  return candlesOfColumns(columnsAt(path, CANDLE_COLUMNS));
}

/** The funding rates of one file of the store, mapped. */
export function readFundingFile(path: string): Funding {
  return fundingOfColumns(columnsAt(path, FUNDING_COLUMNS));
}

function columnsAt(path: string, names: readonly string[]): Columns {
  const file = mapColumns(path, names);
  if (file) return file.columns;
  throw new SixbtcError("data.missing", `${path} does not exist`, {
    hint: "Get the data with `sixbtc data fetch` or `sixbtc data import`.",
    exitCode: 3,
  });
}
