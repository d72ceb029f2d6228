import { SixbtcError } from "../errors.ts";
import { expectedMaxSharpe } from "./expected-max-sharpe.ts";
import { probabilisticSharpe, type SharpeEstimate } from "./probabilistic-sharpe.ts";

type Deflation = {
  /** Of the chosen strategy, as `returnMoments` gives them. */
  moments: SharpeEstimate;
  /** How many were tried, discarded ones too; of alike ones an effective number, perhaps with a fraction. */
  trials: number;
  /** Variance of the Sharpes across the trials, per period as the moments are. */
  sharpeVariance: number;
  /**
   * Mean of the Sharpes across the trials, per period. 0 is what trials without an edge have; where each trial is itself
   * the best of several, such as of a sweep, it is above that.
   */
  sharpeMean?: number;
};

/** `benchmark` is the Sharpe per period that the best trial shows by luck, `deflated` the probability to be above it. */
export type DeflatedSharpe = { deflated: number; benchmark: number };

/**
 * The deflated Sharpe ratio of Bailey and López de Prado 2014: the probability (0..1) that the true Sharpe is above what
 * the best of all trials would show if none had an edge. Nothing here can tell an annual Sharpe or variance from one per
 * period; with annual ones everything looks certain.
 */
export function deflatedSharpe({ moments, trials, sharpeVariance, sharpeMean = 0 }: Deflation): DeflatedSharpe {
  if (!(sharpeVariance >= 0 && sharpeVariance < Infinity)) {
    throw new SixbtcError("statistics.precondition", `deflatedSharpe: a variance of ${sharpeVariance} across trials`);
  }
  const benchmark = sharpeMean + Math.sqrt(sharpeVariance) * expectedMaxSharpe(trials);
  return { deflated: probabilisticSharpe(moments, benchmark), benchmark };
}
