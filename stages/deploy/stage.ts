import type { Config } from "../../core/config/schema.ts";
import type { Database } from "../../core/db/database.ts";
import { readBacktestPace, readDeskTrades } from "../../core/db/live-record.ts";
import { createPaperAccounts, type PaperAccount, readPaperAccounts, readSelected } from "../../core/db/paper-desk.ts";
import { SixbtcError } from "../../core/errors.ts";
import type { Outcome, Stage, StageCall, StageContext } from "../stage.ts";
import { carryOut } from "./carry-out.ts";
import { judgeLive } from "./degradation.ts";
import { outcomeOf } from "./outcome.ts";
import { type JudgedAccount, planDeploy } from "./plan.ts";

/** One pass retires what degraded, frees and funds subaccounts, and fills them with what was selected. */
export async function openStage({ config, db, actor }: StageContext, { dryRun }: StageCall): Promise<Stage> {
  if (!config.dryRun) {
    throw new SixbtcError("deploy.paper-only", "dryRun is false, but this version deploys to paper subaccounts only", {
      hint: "Set dryRun: true in the configuration.",
      exitCode: 3,
    });
  }
  const settings = { ...config.deploy, liveBars: config.market.liveBars };
  const usable = Array.from({ length: settings.subaccounts }, (_, i) => `paper-${String(i + 1).padStart(2, "0")}`);
  return {
    async tick(signal) {
      const there = await readPaperAccounts(db);
      const missing = usable.filter((name) => !there.some((account) => account.name === name));
      if (!dryRun) await createPaperAccounts(db, missing, settings.capitalUsd, actor);
      const made = missing.map((name) => newAccount(name, settings.capitalUsd));
      const accounts = await Promise.all([...there, ...made].map((account) => judged(db, account, settings.retire)));
      const actions = planDeploy({ accounts, usable, selected: await readSelected(db) }, settings);
      if (dryRun) return { did: "pass", outcomes: actions.map((action) => ({ ...outcomeOf(action), dryRun })) };

      const outcomes: Outcome[] = [];
      for (const action of actions) {
        if (signal.aborted) break;
        const outcome = outcomeOf(action);
        const isDone = await carryOut(db, action, actor);
        // The next pass plans anew, from what is there then.
        outcomes.push(
          isDone ? outcome : { ...outcome, verdict: "overtaken", reason: `no longer to be ${outcome.verdict}` },
        );
      }
      return { did: "pass", outcomes };
    },
  };
}

async function judged(db: Database, account: PaperAccount, rules: Config["deploy"]["retire"]): Promise<JudgedAccount> {
  const { strategy, assignedAt, actedUntilAt } = account;
  if (strategy?.status !== "LIVE") return { ...account, judgement: null };
  const trades = await readDeskTrades(db, strategy.id);
  const backtest = await readBacktestPace(db, strategy.id);
  const actedMs = assignedAt && actedUntilAt ? Math.max(0, actedUntilAt.getTime() - assignedAt.getTime()) : 0;
  return { ...account, judgement: judgeLive({ ...account, trades, actedMs }, backtest, rules) };
}

/** A subaccount as it is made, or would be. */
function newAccount(name: string, capitalUsd: number): PaperAccount {
  const funds = { capitalUsd, cashUsd: capitalUsd, equityUsd: capitalUsd, peakEquityUsd: capitalUsd };
  return { name, ...funds, assignedAt: null, actedUntilAt: null, openPositions: 0, strategy: null };
}
