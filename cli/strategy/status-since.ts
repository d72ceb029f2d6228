import type { Strategy } from "../../core/db/records.ts";

type Times = "generatedAt" | "validatedAt" | "testedAt" | "selectedAt" | "liveAt" | "retiredAt" | "failedAt";

/** When the strategy came into the status it has, in ms. */
export function statusSince(strategy: Pick<Strategy, "status" | Times>): number | null {
  const times = {
    GENERATED: strategy.generatedAt,
    VALIDATED: strategy.validatedAt,
    TESTED: strategy.testedAt,
    SELECTED: strategy.selectedAt,
    LIVE: strategy.liveAt,
    RETIRED: strategy.retiredAt,
    FAILED: strategy.failedAt,
  };
  return times[strategy.status]?.getTime() ?? null;
}
