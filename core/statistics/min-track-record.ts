import { SixbtcError } from "../errors.ts";
import { normalQuantile } from "./normal.ts";
import { type SharpeShape, sharpeError } from "./sharpe-error.ts";

/**
 * From how many periods on `probabilisticSharpe` of this shape against `benchmark` reaches `confidence` (above 1/2, below
 * 1): the minimum track record length of Bailey and López de Prado 2012, not rounded to whole periods. Sharpes are per
 * period. Infinite for a Sharpe that is not above the benchmark, or whose error has no size.
 */
export function minTrackRecord(shape: SharpeShape, benchmark: number, confidence: number): number {
  if (!(Number.isFinite(benchmark) && confidence > 0.5 && confidence < 1)) {
    throw new SixbtcError("statistics.precondition", `minTrackRecord: ${confidence} sure to be above ${benchmark}`);
  }
  const error = sharpeError(shape);
  if (shape.sharpe <= benchmark || error === 0) return Infinity;
  return 1 + error * (normalQuantile(confidence) / (shape.sharpe - benchmark)) ** 2;
}
