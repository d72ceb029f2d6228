import type { Outcome } from "../stages/stage.ts";
import type { Output } from "./output.ts";
import { oneLine } from "./value-text.ts";

export type Tally = {
  add(outcome: Outcome): void;
  /** Work that could not be finished, as against a verdict of no. */
  hasFailed(): boolean;
  /** Numbers of outcomes by verdict. */
  counts(): Record<string, number>;
  /** Prints the sums. */
  close(): void;
};

/** Reasons that are listed at most in the sums. */
const MOST_REASONS = 15;

/**
 * Tells a stage's outcomes: to programs each as an object, to people a line for each that has a reason and the sums at
 * the end. A watch tells people nothing here, its log does.
 */
export function createTally(output: Output, stage: string, { watch }: { watch: boolean }): Tally {
  const verdicts = new Map<string, number>();
  const reasons = new Map<string, number>();
  const line = () => [...verdicts].map(([verdict, count]) => `${count} ${verdict}`).join(", ");
  return {
    add(outcome) {
      const { verdict, reason } = outcome;
      output.object({ stage, ...outcome });
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      if (watch) return;
      if (reason !== undefined) {
        reasons.set(`${verdict}: ${reason}`, (reasons.get(`${verdict}: ${reason}`) ?? 0) + 1);
        output.text(`  ${outcomeLine(outcome)}`);
      }
      output.progress(`${stage}: ${line()}`);
    },
    hasFailed: () => verdicts.has("failed"),
    counts: () => Object.fromEntries(verdicts),
    close() {
      output.progress("");
      if (watch) return;
      output.text(verdicts.size === 0 ? `${stage}: nothing to do.` : `${stage}: ${line()}.`);
      const most = [...reasons].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1]);
      for (const [reason, count] of most.slice(0, MOST_REASONS)) {
        output.text(`${String(count).padStart(8)}  ${oneLine(reason)}`);
      }
    },
  };
}

function outcomeLine({ strategy, task, verdict, reason, numbers }: Outcome): string {
  const who = strategy ?? (typeof task === "string" ? task : "");
  return oneLine(`${who}  ${verdict}  ${reason}${numbersText(numbers)}`.trim());
}

/** The numbers behind a verdict, in four digits. */
function numbersText(numbers: unknown): string {
  if (typeof numbers !== "object" || numbers === null) return "";
  const facts = Object.entries(numbers).filter(([, value]) => typeof value === "number");
  if (facts.length === 0) return "";
  return ` (${facts.map(([name, value]) => `${name} ${Number(Number(value).toPrecision(4))}`).join(", ")})`;
}
