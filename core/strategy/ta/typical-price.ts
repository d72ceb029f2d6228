import type { Column } from "./column.ts";
import { newColumn } from "./column-memory.ts";

export function typicalPrice(high: Column, low: Column, close: Column): Column {
  const out = newColumn(close.length);
  for (let bar = 0; bar < out.length; bar++) out[bar] = (high[bar]! + low[bar]! + close[bar]!) / 3;
  return out;
}
