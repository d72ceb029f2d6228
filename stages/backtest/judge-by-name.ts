import type { Config } from "../../core/config/schema.ts";
import type { Claim } from "../../core/db/claim.ts";
import type { Database } from "../../core/db/database.ts";
import { createQueue } from "../../core/db/queue.ts";
import { recordTrials, type Strategy } from "../../core/db/records.ts";
import type { StrategyStatus } from "../../core/db/status.ts";
import { SixbtcError } from "../../core/errors.ts";
import { openCandleStore } from "../../core/market/store.ts";
import type { OnProgress } from "../../core/runtime/child-process.ts";
import { errorOf } from "./child-pool.ts";
import type { DataSet } from "./data-set.ts";
import { createDataSets, dataNotReady } from "./data-sets.ts";
import type { Examination } from "./examine.ts";
import { createGateRunner } from "./gate-runner.ts";
import { createLuck } from "./luck.ts";
import { numbersOf, reasonOf, trialsOf } from "./records.ts";
import { settle } from "./settle.ts";

type Desk = { config: Config; db: Database; home: string; signal: AbortSignal; onProgress?: OnProgress };

export type Judgement = {
  examination: Examination;
  data: DataSet;
  /** `after` is null where a verdict of no ended the row. */
  status: { before: StrategyStatus; after: StrategyStatus | null };
};

/**
 * Sends one strategy through windows and gates, whatever its status. One that is VALIDATED and free is settled as the
 * stage would; any other keeps its status, and its looks at data are counted all the same.
 */
export async function judgeByName(strategy: Strategy, desk: Desk): Promise<Judgement> {
  const { config, db, home, signal } = desk;
  const { timeframe, name, status } = strategy;
  const { ready, missing } = await createDataSets(openCandleStore(home), db, config).find([timeframe]);
  const data = ready.get(timeframe);
  if (data === undefined) throw dataNotReady([missing.get(timeframe) ?? `there are no ${timeframe} candles`]);

  const actor = { stage: "backtest", process: `manual:${process.pid}` };
  // A heartbeat that is missed shows when the claim is settled.
  const queue = createQueue(db, { ...actor, leaseSec: config.processes.leaseSec, onFault: () => undefined });
  try {
    const [claim] = await queue.claim({ status: "VALIDATED", begin: true, name });
    const examination = await examineAlone(strategy, data, claim ? withSignal(desk, claim) : desk);
    signal.throwIfAborted();
    if (claim) {
      const { verdict } = await settle(claim, data, examination);
      return { examination, data, status: { before: "VALIDATED", after: verdict === "passed" ? "TESTED" : null } };
    }
    const verdict = { verdict: examination.failed ? "rejected" : "passed", reason: reasonOf(examination) };
    const trial = { kind: "backtest", ...verdict, numbers: numbersOf(examination, data) };
    await recordTrials(db.orm, strategy, [...trialsOf(examination, data), trial]);
    return { examination, data, status: { before: status, after: status } };
  } finally {
    await queue.close();
  }
}

function withSignal(desk: Desk, claim: Claim): Desk {
  return { ...desk, signal: AbortSignal.any([desk.signal, claim.signal]) };
}

async function examineAlone(strategy: Strategy, data: DataSet, desk: Desk): Promise<Examination> {
  const { config, db, signal, onProgress } = desk;
  const runner = createGateRunner(config, 1);
  try {
    const answer = await runner.run(strategy.code, data, await createLuck(db).read(), {
      signal,
      ...(onProgress && { onProgress }),
    });
    if (answer.kind === "done") {
      if (answer.result.kind === "gates") return answer.result.examination;
      throw errorOf(answer.result);
    }
    const why = answer.kind === "died" ? `its process died (${answer.reason}: ${answer.detail})` : answer.message;
    throw new SixbtcError("backtest.failed", `The backtest of ${strategy.name} failed: ${why}`);
  } finally {
    await runner.close();
  }
}
