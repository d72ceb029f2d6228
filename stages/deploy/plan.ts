import { type Config, SMALLEST_CAPITAL_USD } from "../../core/config/schema.ts";
import type { PaperAccount, SelectedStrategy } from "../../core/db/paper-desk.ts";
import type { Judgement } from "./degradation.ts";

/** One thing to do, or one that needs nothing done and says why. All of it counts from the top of the list down. */
export type Action =
  | { kind: "keep"; account: string; strategy: string; numbers: Judgement["numbers"] }
  | { kind: "retire"; account: string; strategy: string; strategyId: number; judgement: Judgement }
  | { kind: "close"; account: string; strategy: string; openPositions: number }
  | { kind: "free"; account: string; strategy: string }
  | { kind: "fund"; account: string; fromUsd: number; toUsd: number }
  | { kind: "unfunded"; account: string; cashUsd: number }
  | { kind: "deploy"; account: string; strategy: string; strategyId: number; score: number | null; capitalUsd: number }
  | { kind: "refuse"; strategy: string; reason: string }
  | { kind: "wait"; strategy: string; reason: string };

type Settings = Pick<Config["deploy"], "rebalanceEnabled" | "capitalUsd"> & Pick<Config["market"], "liveBars">;

/** A judgement where the strategy is LIVE, else null. */
export type JudgedAccount = PaperAccount & { judgement: Judgement | null };

export type Desk = {
  /** Every paper subaccount. */
  accounts: readonly JudgedAccount[];
  /** Names of those that may be filled, in the order in which they are. */
  usable: readonly string[];
  /** Best first. */
  selected: readonly SelectedStrategy[];
};

/**
 * One pass over the desk: who degraded leaves, a subaccount without live strategy and without position is freed, free
 * ones are brought back to their stake, and the best that wait are put on them.
 */
export function planDeploy({ accounts, usable, selected }: Desk, settings: Settings): Action[] {
  const actions: Action[] = [];
  const free = new Map<string, number>();
  for (const account of accounts) {
    const leaving = account.strategy === null ? [] : planOccupied(account, account.strategy);
    actions.push(...leaving);
    if (account.strategy === null || leaving.at(-1)?.kind === "free") free.set(account.name, account.cashUsd);
  }

  const ready: { account: string; capitalUsd: number }[] = [];
  for (const account of usable) {
    const cashUsd = free.get(account);
    if (cashUsd === undefined) continue;
    const isOff = settings.rebalanceEnabled && cashUsd !== settings.capitalUsd;
    if (isOff) actions.push({ kind: "fund", account, fromUsd: cashUsd, toUsd: settings.capitalUsd });
    const capitalUsd = isOff ? settings.capitalUsd : cashUsd;
    if (capitalUsd < SMALLEST_CAPITAL_USD) actions.push({ kind: "unfunded", account, cashUsd });
    else ready.push({ account, capitalUsd });
  }
  return [...actions, ...planFilling(selected, ready, settings)];
}

function planOccupied(
  { name: account, openPositions, judgement }: JudgedAccount,
  { id: strategyId, name: strategy }: NonNullable<PaperAccount["strategy"]>,
): Action[] {
  const leaving: Action =
    openPositions > 0 ? { kind: "close", account, strategy, openPositions } : { kind: "free", account, strategy };
  if (judgement === null) return [leaving];
  if (judgement.reasons.length === 0) return [{ kind: "keep", account, strategy, numbers: judgement.numbers }];
  return [{ kind: "retire", account, strategy, strategyId, judgement }, leaving];
}

function planFilling(
  selected: readonly SelectedStrategy[],
  ready: readonly { account: string; capitalUsd: number }[],
  { liveBars }: Settings,
): Action[] {
  const left = [...ready];
  return selected.map((candidate): Action => {
    const { id: strategyId, name: strategy, score } = candidate;
    const refusal = refusalOf(candidate, liveBars);
    if (refusal !== null) return { kind: "refuse", strategy, reason: refusal };
    const place = left.shift();
    if (place === undefined) return { kind: "wait", strategy, reason: "no subaccount is free" };
    return { kind: "deploy", ...place, strategy, strategyId, score };
  });
}

function refusalOf({ universe, warmupBars }: SelectedStrategy, liveBars: number): string | null {
  if (universe === null || universe.length === 0) return "it has no coins";
  // On fewer bars its signals are not those that were tested.
  if (warmupBars > liveBars) return `its signals need ${warmupBars} bars, and the desk can count on ${liveBars}`;
  return null;
}
