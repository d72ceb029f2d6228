import type { Masks } from "../../core/kernel/candles.ts";
import { advanceDesk, type Desk, type DeskBar, type HeldPosition } from "../../core/kernel/desk.ts";
import { type Asked, placeOrders } from "../../core/kernel/place-orders.ts";
import type { Trade } from "../../core/kernel/position.ts";
import type { Account, TradingRules } from "../../core/kernel/rules.ts";
import { indexAtOrAfter } from "../../core/market/columns.ts";
import type { CoinSignals } from "./signals.ts";
import type { TradedCoin } from "./traded-coins.ts";

export type Advancing = {
  desk: Desk;
  /** Grid times to act on, and all coins that have bars then. */
  times: Float64Array;
  coins: readonly TradedCoin[];
  universe: readonly string[];
  rules: TradingRules;
  account: Account;
  /** Null: the strategy says nothing, and its positions are left to their exits. */
  signals: ReadonlyMap<string, CoinSignals> | null;
  /** The strategy is LIVE no more: everything is closed at the next open. */
  isLeaving: boolean;
};

export type Advanced = {
  desk: Desk;
  actedUntil: number;
  opened: HeldPosition[];
  closed: Trade[];
  /** Equity at the close of each grid time. */
  marks: number[];
};

/** Takes a copy of the desk through the grid times. Of one that is leaving only as far as it holds something. */
export function advance(task: Advancing): Advanced {
  const { times, coins, rules, isLeaving, signals } = task;
  const desk = structuredClone(task.desk);
  const terms = { ...rules, universe: task.universe, account: task.account };
  const opened: HeldPosition[] = [];
  const closed: Trade[] = [];
  const marks: number[] = [];
  let actedUntil = Number.NaN;
  if (isLeaving) desk.orders = desk.held.map(({ coin }) => ({ kind: "exit", coin }));
  for (const time of times) {
    if (isLeaving && desk.held.length === 0) break;
    const now = coins.flatMap((coin) => barAt(coin, time));
    const step = advanceDesk(desk, time, new Map(now.map(({ coin, bar }) => [coin.coin, bar])), terms);
    // A copy: what happens to it later is not what was entered.
    opened.push(...structuredClone(step.opened));
    closed.push(...step.closed);
    marks.push(step.mark);
    if (signals !== null) placeOrders(desk, time, asksAt(now, time, signals), rules);
    actedUntil = time + rules.timeframeMs;
  }
  return { desk, actedUntil, opened, closed, marks };
}

type BarNow = { coin: TradedCoin; index: number; bar: DeskBar };

function barAt(coin: TradedCoin, timeMs: number): BarNow[] {
  const { time, open, high, low, close } = coin.candles;
  const index = indexAtOrAfter(time, timeMs);
  if (time[index] !== timeMs) return [];
  const at = (column: Float64Array) => column[index] ?? Number.NaN;
  const { funding, maxLeverage } = coin;
  return [
    { coin, index, bar: { open: at(open), high: at(high), low: at(low), close: at(close), funding, maxLeverage } },
  ];
}

function asksAt(now: readonly BarNow[], timeMs: number, signals: ReadonlyMap<string, CoinSignals>): Asked[] {
  return now.flatMap(({ coin: { coin, candles }, index }) => {
    const said = signals.get(coin);
    const at = said === undefined ? -1 : indexAtOrAfter(said.time, timeMs);
    if (said?.time[at] !== timeMs) return [];
    return [{ coin, candles, bar: index, at: masksAt(said.masks, at) }];
  });
}

function masksAt({ enterLong, enterShort, exitLong, exitShort }: Masks, at: number): Asked["at"] {
  const bit = (mask: Uint8Array) => (mask[at] === 1 ? 1 : 0);
  return { enterLong: bit(enterLong), enterShort: bit(enterShort), exitLong: bit(exitLong), exitShort: bit(exitShort) };
}
