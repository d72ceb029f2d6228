import { findStrategy } from "../../core/db/strategy-lookup.ts";
import { judgeByName } from "../../stages/backtest/judge-by-name.ts";
import type { CommandContext } from "../command.ts";
import { unknownStrategy } from "../strategy/unknown-strategy.ts";
import { withDatabase } from "../with-database.ts";
import { printJudgement } from "./print-judgement.ts";
import { withProgress } from "./with-progress.ts";

/** Judges one strategy of the database as the stage would, and says so in the exit code. */
export async function backtestStrategy(name: string, { output, signal }: CommandContext): Promise<void> {
  await withDatabase("backtest", async (desk) => {
    const strategy = await findStrategy(desk.db, name);
    if (strategy === null) throw await unknownStrategy(desk.db, name);
    const judgement = await withProgress(output, (onProgress) =>
      judgeByName(strategy, { ...desk, signal, ...(onProgress && { onProgress }) }),
    );
    printJudgement(name, judgement, output);
    if (judgement.examination.failed !== null) process.exitCode = 1;
  });
}
