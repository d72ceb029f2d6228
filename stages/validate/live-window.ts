import type { Finding } from "../../core/strategy/definition.ts";
import { found } from "./trial-runs.ts";

/** A warning where signals are those of the full history only after more bars than the desk can see. */
export function checkLiveWindow(warmupBars: number, liveBars: number): Finding[] {
  if (warmupBars <= liveBars) return [];
  const message = `its signals are those of the full history after ${warmupBars} bars, and the desk can count on ${liveBars}`;
  return [found("shuffle", "warning", ["long-warmup", message, "Use shorter periods: it will not be deployed."])];
}
