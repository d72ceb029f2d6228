import type { Metrics } from "../../../core/kernel/metrics.ts";
import type { ScoreSettings } from "../settings.ts";
import { degradationOf } from "./out-of-sample.ts";
import { atLeast, type Verdict, verdictOf } from "./verdict.ts";

/** Points of each part, which add up to the score. */
export type ScoreParts = {
  expectancy: number;
  sharpe: number;
  drawdown: number;
  winRate: number;
  recency: number;
};

/**
 * The five parts of the score. Out of sample counts only by what was lost there, and gaining there earns nothing:
 * ranked by it, the luckiest window would win.
 */
export function scoreParts(inSample: Metrics, outOfSample: Metrics, settings: ScoreSettings): ScoreParts {
  const { expectancy, sharpe, drawdown, winRate, recency } = settings;
  const degradation = degradationOf(inSample, outOfSample);
  return {
    expectancy: expectancy.weight * share(inSample.expectancy / expectancy.full),
    sharpe: sharpe.weight * share(inSample.sharpe / sharpe.full),
    drawdown: drawdown.weight * share(1 - inSample.maxDrawdown / drawdown.none),
    winRate: winRate.weight * share(inSample.winRate),
    recency: recency.weight * share(1 - degradation),
  };
}

function share(value: number): number {
  return Number.isNaN(value) ? 0 : Math.min(1, Math.max(0, value));
}

export function scoreOf(parts: ScoreParts): number {
  return parts.expectancy + parts.sharpe + parts.drawdown + parts.winRate + parts.recency;
}

export function judgeScore(parts: ScoreParts, settings: ScoreSettings): Verdict {
  const score = scoreOf(parts);
  return verdictOf([atLeast("score", score, settings.min)], { score, ...parts });
}
