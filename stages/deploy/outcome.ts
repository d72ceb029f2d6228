import type { Outcome } from "../stage.ts";
import type { Action } from "./plan.ts";

/** What an action came to, once it is carried out. */
export function outcomeOf(action: Action): Outcome {
  switch (action.kind) {
    case "keep":
      return { verdict: "kept", strategy: action.strategy, subaccount: action.account, ...action.numbers };
    case "retire": {
      const { strategy, account: subaccount, judgement } = action;
      return { verdict: "retired", strategy, reason: judgement.reasons.join("; "), subaccount, ...judgement.numbers };
    }
    case "close": {
      const { strategy, account: subaccount, openPositions } = action;
      return { verdict: "closing", strategy, reason: "positions are to be closed first", subaccount, openPositions };
    }
    case "free":
      return { verdict: "freed", strategy: action.strategy, subaccount: action.account };
    case "fund": {
      const { account: subaccount, fromUsd, toUsd } = action;
      return { verdict: "rebalanced", subaccount, fromUsd, toUsd, transferUsd: toUsd - fromUsd };
    }
    case "unfunded": {
      const { account: subaccount, cashUsd } = action;
      return { verdict: "unfunded", reason: "too little cash for positions of the smallest size", subaccount, cashUsd };
    }
    case "deploy": {
      const { strategy, account: subaccount, score, capitalUsd } = action;
      return { verdict: "deployed", strategy, subaccount, score, capitalUsd };
    }
    case "refuse":
      return { verdict: "refused", strategy: action.strategy, reason: action.reason };
    case "wait":
      return { verdict: "waiting", strategy: action.strategy, reason: action.reason };
  }
}
