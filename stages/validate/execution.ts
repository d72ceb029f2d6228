import type { Finding } from "../../core/strategy/definition.ts";
import { NO_EXIT_HINT } from "../../core/strategy/returned-masks.ts";
import type { MarketKind } from "./characters.ts";
import { marketOf, stepUp } from "./markets.ts";
import { found, type TrialRuns } from "./trial-runs.ts";

const LENGTHS = [0, 1, 5, 10, 50, 100, 500, 20_000];
const MARKETS: MarketKind[] = ["flat", "trend", "crash", "gaps", "tiny", "huge"];
/** Twice the bars may cost this many times the work before it is told. */
const GROWTH = 2.5;

/** Runs the strategy on very few and very many bars and on strange markets; throws `FailedRun` for the first failure. */
export function checkExecution(runs: TrialRuns): Finding[] {
  const { timeframe, exits } = runs.module.definition;
  const findings: Finding[] = [];
  for (const bars of LENGTHS) runs.run(marketOf("walk", timeframe, bars), "walk");
  const bars = stepUp(400 + runs.reach.near);
  for (const kind of MARKETS) runs.run(marketOf(kind, timeframe, bars), kind);

  // What `ta` alone computes costs the same for each bar.
  if (!runs.isCausal()) findings.push(...checkGrowth(runs));
  const leaves = [...runs.everGiven()].some((mask) => mask.startsWith("exit"));
  if (exits.takeProfit === undefined && exits.maxBars === undefined && !leaves) {
    findings.push(found("execution", "error", ["no-exit", "beside the stop there is no way out", NO_EXIT_HINT]));
  }
  if (![...runs.everFired()].some((mask) => mask.startsWith("enter"))) {
    const hint = "Loosen its conditions, or check that they can hold at the same time.";
    findings.push(found("execution", "warning", ["never-signals", "no entry on any of the markets tried", hint]));
  }
  return findings;
}

function checkGrowth(runs: TrialRuns): Finding[] {
  const { timeframe } = runs.module.definition;
  const [half, whole] = [2_000, 4_000].map((bars) => runs.run(marketOf("swings", timeframe, bars), "swings").work);
  if (half === undefined || whole === undefined || whole <= GROWTH * half) return [];
  const message = `twice the bars cost ${(whole / half).toFixed(1)} times the work`;
  const hint = "Keep what a bar needs from the bar before, instead of going back over all of them.";
  return [found("execution", "warning", ["work-growth", message, hint])];
}
