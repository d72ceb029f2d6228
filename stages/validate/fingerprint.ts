import { MASK_KEYS } from "../../core/strategy/returned-masks.ts";
import { marketOf, stepUp } from "./markets.ts";
import type { TrialRuns } from "./trial-runs.ts";

const BARS = 400;

/** What the masks of a strategy on a market come down to: the same in every process, if they are of the candles alone. */
export function fingerprintOf(runs: TrialRuns): string {
  const { timeframe } = runs.module.definition;
  const bars = stepUp(BARS + runs.reach.near);
  const hasher = new Bun.CryptoHasher("sha256");
  const { masks } = runs.run(marketOf("patchwork", timeframe, bars), "patchwork");
  for (const key of MASK_KEYS) hasher.update(masks[key]);
  return hasher.digest("hex");
}
