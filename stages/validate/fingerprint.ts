import { MASK_KEYS } from "../../core/strategy/returned-masks.ts";
import type { MarketKind } from "./characters.ts";
import { marketOf, stepUp } from "./markets.ts";
import { reachOf, type TrialRuns } from "./trial-runs.ts";

const MARKETS: MarketKind[] = ["swings", "patchwork"];
const BARS = 500;

/** What the masks of a strategy on two markets come down to: the same in every process, unless it is not of the candles alone. */
export function fingerprintOf(runs: TrialRuns): string {
  const { timeframe } = runs.module.definition;
  const bars = stepUp(BARS + reachOf(runs.module).near);
  const hasher = new Bun.CryptoHasher("sha256");
  for (const kind of MARKETS) {
    const { masks } = runs.run(marketOf(kind, timeframe, bars), kind);
    for (const key of MASK_KEYS) hasher.update(masks[key]);
  }
  return hasher.digest("hex");
}
