import type { WalkForward } from "../looks/walk-forward.ts";
import type { GateSettings } from "../settings.ts";
import { above, atLeast, type Verdict, verdictOf } from "./verdict.ts";

/** Whether choosing anew, again and again, would have earned on the days after each choice. */
export function judgeWalkForward(walked: WalkForward, { minSharpe }: GateSettings["walkForward"]): Verdict {
  const { trades, expectancy, sharpe, windows, cells } = walked;
  const checks = [above("expectancy", expectancy, 0), atLeast("Sharpe", sharpe, minSharpe)];
  return verdictOf(checks, { trades, expectancy, sharpe, windows, cells });
}
