import type { GateSettings } from "../settings.ts";
import { atLeast, type Verdict, verdictOf } from "./verdict.ts";

/**
 * Whether the chosen parameters gained in most parts of the window that they were chosen in. It says nothing of luck,
 * only that no one stretch made it all.
 */
export function judgeConsistency(
  dailyReturns: readonly number[],
  { parts, minGained }: GateSettings["consistency"],
): Verdict {
  const gained = gainsOfParts(dailyReturns, parts).filter((gain) => gain > 0).length;
  const share = gained / parts;
  return verdictOf([atLeast("share of parts that gained", share, minGained)], { gained, parts, share });
}

/** Returns of parts whose days differ by one at most. */
function gainsOfParts(dailyReturns: readonly number[], parts: number): number[] {
  const edge = (part: number) => Math.round((dailyReturns.length * part) / parts);
  return Array.from({ length: parts }, (_, part) =>
    dailyReturns.slice(edge(part), edge(part + 1)).reduce((gain, day) => (1 + gain) * (1 + day) - 1, 0),
  );
}
