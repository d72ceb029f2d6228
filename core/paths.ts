import { join, resolve } from "node:path";

/** The clone this code runs from; commands work on it from any folder. */
export const PROJECT_ROOT = resolve(import.meta.dir, "..");

/** The folder of the database and the candles: SIXBTC_HOME, or `.sixbtc` in the clone. */
export function homeFolder(): string {
  const named = process.env["SIXBTC_HOME"];
  return named ? resolve(named) : join(PROJECT_ROOT, ".sixbtc");
}

/** Where logs go: `folder` of the config, relative to the clone unless absolute. */
export function logFolder(folder: string): string {
  return resolve(PROJECT_ROOT, folder);
}
