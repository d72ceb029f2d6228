import type { Database } from "../../core/db/database.ts";
import type { DeskAccount } from "../../core/db/desk-accounts.ts";
import type { Actor } from "../../core/db/records.ts";
import { type OpenPosition, saveDesk } from "../../core/db/save-desk.ts";
import { freeSubaccount } from "../../core/db/subaccount-changes.ts";
import type { HeldPosition } from "../../core/kernel/desk.ts";
import { equityOf } from "../../core/kernel/ledger.ts";
import { exitTerms, protectiveLevel } from "../../core/kernel/protective-level.ts";
import type { Account, TradingRules } from "../../core/kernel/rules.ts";
import type { Outcome } from "../stage.ts";
import { type Advanced, advance } from "./advance.ts";
import { actableTimes } from "./grid.ts";
import { closedOutcome, eventOf, faultChange, openedOutcome } from "./outcomes.ts";
import { type DeskRules, rulesOf } from "./rules.ts";
import { askSignals, type Signals, type SignalsPool } from "./signals.ts";
import type { TradedCoin, TradedCoins } from "./traded-coins.ts";

export type Trading = {
  db: Database;
  actor: Actor;
  pool: SignalsPool;
  coins: TradedCoins;
  terms: Omit<Account, "capital">;
};

/** Acts for one account on every closed candle that it has not acted on yet; empty where there is none. */
export async function act(trading: Trading, account: DeskAccount, signal: AbortSignal): Promise<Outcome[]> {
  const { strategy, actedUntil, desk } = account;
  const isLeaving = strategy.status !== "LIVE";
  if (isLeaving && desk.held.length === 0) return free(trading, account);
  const universe = strategy.universe ?? [];
  const coins = await trading.coins.read(universe, strategy.timeframe, strategy.exchange);
  const ruled = rulesOf(strategy);
  if (actedUntil === null) return begin(trading, account, coins, ruled.rules);

  const times = actableTimes(candlesOf(coins), actedUntil, ruled.rules.timeframeMs, isQuiet(coins));
  if (times.length === 0) return [];
  const leavesAt = isLeaving ? (strategy.retiredAt?.getTime() ?? Number.NEGATIVE_INFINITY) : Number.POSITIVE_INFINITY;
  const speaks = (times[0] ?? Number.NaN) < leavesAt;
  const said = speaks ? await signalsOf(trading, account, ruled, coins, signal) : null;
  const signals = said?.kind === "signals" ? said.of : null;
  const terms = { ...trading.terms, capital: account.capitalUsd };
  const advanced = advance({
    ...{ desk, times, coins, universe, rules: ruled.rules, account: terms, signals, leavesAt },
  });
  const fault = said?.kind === "fault" ? said.reason : null;
  const outcomes = await save(trading, account, advanced, { coins, rules: ruled.rules, account: terms, fault });
  if (isLeaving && advanced.desk.held.length === 0) outcomes.push(...(await free(trading, account)));
  return outcomes;
}

/** Downloads of several coins and timeframes write more often than this. */
const QUIET_MS = 120_000;

function isQuiet(coins: readonly TradedCoin[]): boolean {
  return Math.max(...coins.map(({ updatedAtMs }) => updatedAtMs)) < Date.now() - QUIET_MS;
}

function candlesOf(coins: readonly TradedCoin[]) {
  return coins.map(({ candles }) => candles);
}

async function free({ db, actor }: Trading, { name, strategy }: DeskAccount): Promise<Outcome[]> {
  const isFree = await freeSubaccount(db, name, actor);
  return isFree ? [{ verdict: "freed", strategy: strategy.name, subaccount: name }] : [];
}

/**
 * The desk begins flat, after the newest bar of any coin: nothing older is traded, and the first bar that
 * closes from now on is the first whose signals count.
 */
async function begin(
  { db }: Trading,
  account: DeskAccount,
  coins: readonly TradedCoin[],
  { timeframeMs }: TradingRules,
): Promise<Outcome[]> {
  const newest = Math.max(...candlesOf(coins).map(({ time }) => time.at(-1) ?? Number.NEGATIVE_INFINITY));
  if (!Number.isFinite(newest)) return [];
  const { desk, name, strategy, peakEquityUsd } = account;
  const actedUntil = newest + timeframeMs;
  const nothing = { fault: null, closed: [], open: [], events: [] };
  const isSaved = await saveDesk(db, account, { actedUntil, desk, equityUsd: desk.cash, peakEquityUsd, ...nothing });
  return isSaved ? [{ verdict: "begun", strategy: strategy.name, subaccount: name, actedUntil }] : [];
}

function signalsOf(
  { pool }: Trading,
  { strategy, actedUntil }: DeskAccount,
  { refusal }: DeskRules,
  coins: readonly TradedCoin[],
  signal: AbortSignal,
): Promise<Signals> | Signals {
  if (refusal !== null) return { kind: "fault", reason: refusal };
  return askSignals(pool, strategy.code, coins, actedUntil ?? Number.NEGATIVE_INFINITY, signal);
}

type Made = { coins: readonly TradedCoin[]; rules: TradingRules; account: Account; fault: string | null };

/** Writes what the desk made, its events with it, and says it once it is written. */
async function save(trading: Trading, account: DeskAccount, advanced: Advanced, made: Made): Promise<Outcome[]> {
  const { desk, actedUntil, opened, closed, marks } = advanced;
  const equityUsd = equityOf(desk, desk.held);
  const open = desk.held.map((held) => withLevel(held, made));
  const outcomes = [
    ...opened.map((held) => openedOutcome(account, held)),
    ...closed.map((trade) => closedOutcome(account, trade)),
    ...faultChange(account, made.fault),
  ];
  const isSaved = await saveDesk(trading.db, account, {
    ...{ actedUntil, desk, equityUsd, open, closed, fault: made.fault },
    peakEquityUsd: Math.max(account.peakEquityUsd, ...marks),
    events: outcomes.map((outcome) => eventOf(account, outcome, trading.actor)),
  });
  const facts = { strategy: account.strategy.name, subaccount: account.name };
  if (!isSaved) return [{ verdict: "overtaken", ...facts, reason: "the account changed meanwhile" }];
  const state = { bars: marks.length, actedUntil, equity: equityUsd, openPositions: open.length };
  return [...outcomes, { verdict: "advanced", ...facts, ...state }];
}

function withLevel(held: HeldPosition, { coins, rules, account }: Made): OpenPosition {
  const terms = exitTerms(rules.exits, account, rules.timeframeMs);
  const limit = coins.find(({ coin }) => coin === held.coin)?.maxLeverage ?? rules.leverage;
  return {
    ...held,
    stopPrice: protectiveLevel(held.position, terms),
    leverage: Math.min(rules.leverage, limit),
  };
}
