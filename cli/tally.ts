import type { Alert } from "../core/db/alert.ts";
import type { Outcome } from "../stages/stage.ts";
import type { Output } from "./output.ts";
import { oneLine, usdText } from "./value-text.ts";

export type Tally = {
  add(outcome: Outcome): void;
  /** Work that could not be finished, as against a verdict of no. */
  hasFailed(): boolean;
  /** Numbers of outcomes by verdict. */
  counts(): Record<string, number>;
  /** Prints the sums; `stopped`: of a run that was asked to end before it was through. */
  close(how: { stopped: boolean }): void;
};

/** Reasons that are listed at most in the sums; what is beyond them is one number, so that the sums add up. */
const MOST_REASONS = 15;

/** Verdicts that do not explain themselves and come without a reason. */
const MEANINGS: Readonly<Record<string, string>> = {
  repeated: "their code or name was there before, so nothing was added",
};

/**
 * Tells a stage's outcomes: to programs each as an object, to people a line for each that has a reason or touches a
 * subaccount, each warning once, and the sums at the end. A watch tells people nothing here, its log does.
 */
export function createTally(output: Output, stage: string, { watch }: { watch: boolean }): Tally {
  const verdicts = new Map<string, number>();
  const reasons = new Map<string, number>();
  const told = new Set<string>();
  let changed = "";
  let seeded = "";
  const newWarnings = ({ warnings }: Outcome) => {
    const unknown = (Array.isArray(warnings) ? warnings : []).filter(
      (one) => typeof one === "string" && !told.has(one),
    );
    for (const warning of unknown) told.add(warning);
    return unknown;
  };
  const line = () => [...verdicts].map(([verdict, count]) => `${count} ${verdict}`).join(", ");
  return {
    add(outcome) {
      const { verdict, reason, subaccount, dryRun } = outcome;
      output.object({ stage, ...outcome });
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      if (watch) return;
      if (typeof outcome["seed"] === "number") seeded = ` (seed ${outcome["seed"]})`;
      if (dryRun === true) changed = "; nothing was changed, since this is a dry run";
      for (const warning of newWarnings(outcome)) output.note(`  ${oneLine(warning)}`);
      if (reason !== undefined) {
        reasons.set(`${verdict}: ${reason}`, (reasons.get(`${verdict}: ${reason}`) ?? 0) + 1);
      }
      for (const alert of alertsOf(outcome)) output.text(`  ${oneLine(alert)}`);
      if (reason !== undefined || subaccount !== undefined) output.text(`  ${outcomeLine(outcome)}`);
      output.progress(`${stage}: ${line()}`);
    },
    hasFailed: () => verdicts.has("failed"),
    counts: () => Object.fromEntries(verdicts),
    close({ stopped }) {
      output.progress("");
      if (watch) return;
      const ended = stopped ? `${changed}; stopped before the end` : changed;
      if (verdicts.size > 0) output.text(`${stage}: ${line()}${seeded}${ended}.`);
      else output.text(`${stage}: ${stopped ? "stopped before the end" : "nothing to do"}.`);
      for (const verdict of verdicts.keys()) {
        const meaning = MEANINGS[verdict];
        if (meaning !== undefined) output.text(`  ${verdict}: ${meaning}`);
      }
      for (const [reason, count] of mostFrequent(reasons))
        output.text(`${String(count).padStart(8)}  ${oneLine(reason)}`);
    },
  };
}

/** The highest counts, the highest first, and the sum of all others as the last. */
function mostFrequent(reasons: ReadonlyMap<string, number>): [reason: string, count: number][] {
  const sorted = [...reasons].sort((a, b) => b[1] - a[1]);
  const others = sorted.splice(sorted.length > MOST_REASONS + 1 ? MOST_REASONS : sorted.length);
  if (others.length === 0) return sorted;
  const sum = others.reduce((total, [, count]) => total + count, 0);
  return [...sorted, [`others, for ${others.length} more reasons`, sum]];
}

function alertsOf({ alerts }: Outcome): string[] {
  const some: Partial<Alert>[] = Array.isArray(alerts) ? alerts : [];
  return some.map(({ level, message }) => `${level}: ${message}`);
}

function outcomeLine({ strategy, task, verdict, reason = "", numbers, ...facts }: Outcome): string {
  const who = strategy ?? (typeof task === "string" ? task : "");
  const where = [facts["subaccount"], facts["coin"], facts["direction"]].filter((fact) => typeof fact === "string");
  const pnl = typeof facts["pnl"] === "number" ? ` (pnl ${usdText(facts["pnl"])})` : "";
  return oneLine(
    [who, verdict, ...where, reason].filter((word) => word !== "").join("  ") + numbersText(numbers) + pnl,
  );
}

/** The numbers behind a verdict, in four digits. */
function numbersText(numbers: unknown): string {
  if (typeof numbers !== "object" || numbers === null) return "";
  const facts = Object.entries(numbers).filter(([, value]) => Number.isFinite(value));
  if (facts.length === 0) return "";
  return ` (${facts.map(([name, value]) => `${name} ${Number(Number(value).toPrecision(4))}`).join(", ")})`;
}
