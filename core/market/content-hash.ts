import type { Columns } from "./columns.ts";

/** SHA-256 of the values alone, in hex: equal for equal columns, wherever they lie. */
export function contentHash(columns: Columns): string {
  const hasher = new Bun.CryptoHasher("sha256");
  hasher.update(`${columns.length}x${columns[0]?.length ?? 0}`);
  for (const column of columns) hasher.update(column);
  return hasher.digest("hex");
}

/**
 * One hash for the data of a backtest: `series` maps each name (`binanceusdm/BTC-15m`) to its columns. The order of
 * the names does not matter.
 */
export function snapshotHash(series: ReadonlyMap<string, Columns>): string {
  const hasher = new Bun.CryptoHasher("sha256");
  for (const name of [...series.keys()].sort()) {
    hasher.update(`${name} ${contentHash(series.get(name) ?? [])}\n`);
  }
  return hasher.digest("hex");
}
