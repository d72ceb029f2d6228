import type { Outcome } from "../stages/stage.ts";
import type { Output } from "./output.ts";

export type Tally = {
  add(outcome: Outcome): void;
  /** Work that could not be finished, as against a verdict of no. */
  hasFailed(): boolean;
  /** Numbers of outcomes by verdict. */
  counts(): Record<string, number>;
  /** Prints the sums. */
  close(): void;
};

/** Reasons that are listed at most. */
const MOST_REASONS = 15;

/** Counts a stage's outcomes for people, and prints each of them for programs. */
export function createTally(output: Output, stage: string): Tally {
  const verdicts = new Map<string, number>();
  const reasons = new Map<string, number>();
  const line = () => [...verdicts].map(([verdict, count]) => `${count} ${verdict}`).join(", ");
  return {
    add(outcome) {
      output.object({ stage, ...outcome });
      verdicts.set(outcome.verdict, (verdicts.get(outcome.verdict) ?? 0) + 1);
      if (outcome.reason !== undefined) {
        const reason = `${outcome.verdict}: ${generalReason(outcome.reason)}`;
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
      output.progress(`${stage}: ${line()}`);
    },
    hasFailed: () => verdicts.has("failed"),
    counts: () => Object.fromEntries(verdicts),
    close() {
      output.progress("");
      output.text(verdicts.size === 0 ? `${stage}: nothing to do.` : `${stage}: ${line()}.`);
      const most = [...reasons].sort((a, b) => b[1] - a[1]);
      for (const [reason, count] of most.slice(0, MOST_REASONS)) {
        output.text(`${String(count).padStart(8)}  ${reason}`);
      }
      if (most.length > MOST_REASONS) output.text(`          and ${most.length - MOST_REASONS} other reasons`);
    },
  };
}

/** The reason without its numbers, so that those that differ in nothing else are counted together. */
function generalReason(reason: string): string {
  return reason.replaceAll(/-?\d+(\.\d+)?(e[-+]?\d+)?/g, "n").slice(0, 100);
}
