import type { Finding, Phase } from "../../core/strategy/definition.ts";

/** What the validator says about a text (STRATEGY.md 5). */
export type Verdict = {
  name: string | null;
  passed: boolean;
  /** The first phase that failed. */
  phase: Phase | null;
  findings: Finding[];
  /** Bars from which signals are those of the full history: measured, or as declared where it did not come to that. */
  warmupBars: number | null;
  /** Of the phases that ran. */
  elapsedMs: Partial<Record<Phase, number>>;
};
