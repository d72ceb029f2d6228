/** The life of a strategy (DESIGN.md 1), in the order of its stages. */
export const STATUSES = ["GENERATED", "VALIDATED", "TESTED", "SELECTED", "LIVE", "RETIRED", "FAILED"] as const;

export type StrategyStatus = (typeof STATUSES)[number];
