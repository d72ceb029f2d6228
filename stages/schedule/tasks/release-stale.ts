import { failStuck } from "../../../core/db/fail-stuck.ts";
import type { StageContext } from "../../stage.ts";

/**
 * Makes FAILED what killed its worker too often. Stages do so when they claim; here it happens also for the statuses
 * whose stage does not run.
 */
export async function releaseStale({ db, actor }: StageContext): Promise<Record<string, unknown>> {
  const failed = [];
  for (const status of ["GENERATED", "VALIDATED"] as const) failed.push(await failStuck(db, status, actor));
  return { failed: failed.reduce((sum, count) => sum + count, 0) };
}
