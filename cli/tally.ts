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
  /** Prints the sums. */
  close(): void;
};

/** Reasons that are listed at most in the sums. */
const MOST_REASONS = 15;

/**
 * Tells a stage's outcomes: to programs each as an object, to people a line for each that has a reason or touches a
 * subaccount, each warning once, and the sums at the end. A watch tells people nothing here, its log does.
 */
export function createTally(output: Output, stage: string, { watch }: { watch: boolean }): Tally {
  const verdicts = new Map<string, number>();
  const reasons = new Map<string, number>();
  const told = new Set<string>();
  let changed = "";
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
    close() {
      output.progress("");
      if (watch) return;
      output.text(verdicts.size === 0 ? `${stage}: nothing to do.` : `${stage}: ${line()}${changed}.`);
      const most = [...reasons].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1]);
      for (const [reason, count] of most.slice(0, MOST_REASONS)) {
        output.text(`${String(count).padStart(8)}  ${oneLine(reason)}`);
      }
    },
  };
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
