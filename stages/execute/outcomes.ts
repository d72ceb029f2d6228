import type { DeskAccount } from "../../core/db/desk-accounts.ts";
import type { Actor, NewEvent } from "../../core/db/records.ts";
import type { HeldPosition } from "../../core/kernel/desk.ts";
import type { Trade } from "../../core/kernel/position.ts";
import type { Outcome } from "../stage.ts";

const KINDS: Record<string, string> = {
  opened: "position.opened",
  closed: "position.closed",
  faulted: "strategy.faulted",
  resumed: "strategy.resumed",
};

/** With the stop as it was at the entry, which may have moved since. */
export function openedOutcome({ name, strategy }: DeskAccount, { coin, position }: HeldPosition): Outcome {
  const { side, entryTime, entryPrice, qty, notional, margin, stopDistance, targetPrice } = position;
  return {
    ...{ verdict: "opened", strategy: strategy.name, subaccount: name, coin },
    ...{ direction: side > 0 ? "long" : "short", entryTime, entryPrice, quantity: qty, notional, margin },
    ...{ stopPrice: entryPrice - side * stopDistance, targetPrice: Number.isNaN(targetPrice) ? null : targetPrice },
  };
}

export function closedOutcome({ name, strategy }: DeskAccount, trade: Trade): Outcome {
  return { verdict: "closed", strategy: strategy.name, subaccount: name, ...trade };
}

/** That a strategy began to fail on new candles, or works again; nothing while it stays as it was. */
export function faultChange({ name, strategy, fault, desk }: DeskAccount, now: string | null): Outcome[] {
  const facts = { strategy: strategy.name, subaccount: name, openPositions: desk.held.length };
  if (now !== null && now !== fault) return [{ verdict: "faulted", reason: now, ...facts }];
  return now === null && fault !== null ? [{ verdict: "resumed", ...facts }] : [];
}

/** The event of an outcome: the same facts, the reason beside the numbers. */
export function eventOf({ strategy }: DeskAccount, outcome: Outcome, actor: Actor): NewEvent {
  const { verdict, reason = null, strategy: strategyName, ...numbers } = outcome;
  const kind = KINDS[verdict];
  if (kind === undefined || strategyName === undefined) throw new Error(`${verdict} is no event of the desk`);
  return { ...actor, kind, strategyId: strategy.id, strategyName, reason, numbers };
}
