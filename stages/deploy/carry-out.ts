import type { Database } from "../../core/db/database.ts";
import type { Actor } from "../../core/db/records.ts";
import { assignSubaccount, freeSubaccount, fundSubaccount } from "../../core/db/subaccount-changes.ts";
import { transition } from "../../core/db/transition.ts";
import type { Action } from "./plan.ts";

/**
 * Does one action of a plan, in one transaction. False: what it was planned for is no more, since somebody else was
 * faster, and nothing was done.
 */
export async function carryOut(db: Database, action: Action, actor: Actor): Promise<boolean> {
  switch (action.kind) {
    case "retire": {
      const { strategyId: id, account, judgement } = action;
      const numbers = { ...judgement.numbers, subaccount: account };
      const reason = judgement.reasons.join("; ");
      return transition(db, { id, from: "LIVE", to: "RETIRED", actor, reason, numbers });
    }
    case "free":
      return freeSubaccount(db, action.account, actor);
    case "fund":
      return fundSubaccount(db, action.account, action.toUsd, actor);
    case "deploy": {
      const { account, strategyId, score } = action;
      const reason = `the best that waited for ${account}`;
      return assignSubaccount(db, { account, strategyId, reason, numbers: { score }, actor });
    }
    case "keep":
    case "close":
    case "unfunded":
    case "refuse":
    case "wait":
      return true;
  }
}
