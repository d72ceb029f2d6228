import type { Masks } from "../../core/kernel/candles.ts";
import { advanceDesk, type Desk, type DeskBar, endPositions, type HeldPosition } from "../../core/kernel/desk.ts";
import { equityOf } from "../../core/kernel/ledger.ts";
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
  /** When the strategy ceased to be LIVE, in ms UTC: at the first open from then on everything is closed. */
  leavesAt: number;
};

export type Advanced = {
  desk: Desk;
  actedUntil: number;
  opened: HeldPosition[];
  closed: Trade[];
  /** Equity at the close of each grid time. */
  marks: number[];
};

/** How long a coin that no candles come of any more is held: then its last close is taken for its end. */
const SILENT_MS = 86_400_000;

/** Takes a copy of the desk through the grid times. Of one that is leaving only as far as it holds something. */
export function advance(task: Advancing): Advanced {
  const { times, coins, rules, leavesAt, signals } = task;
  const desk = structuredClone(task.desk);
  const terms = { ...rules, universe: task.universe, account: task.account };
  const opened: HeldPosition[] = [];
  const closed: Trade[] = [];
  const marks: number[] = [];
  let actedUntil = Number.NaN;
  const lastBar = new Map(coins.map(({ coin, candles }) => [coin, candles.time.at(-1) ?? Number.NEGATIVE_INFINITY]));
  for (const time of times) {
    if (time >= leavesAt) {
      if (desk.held.length === 0) break;
      desk.orders = desk.held.map(({ coin }) => ({ kind: "exit", coin }));
    }
    const now = coins.flatMap((coin) => barAt(coin, time));
    const step = advanceDesk(desk, time, new Map(now.map(({ coin, bar }) => [coin.coin, bar])), terms);
    // A copy: what happens to it later is not what was entered.
    opened.push(...structuredClone(step.opened));
    closed.push(...step.closed);
    const isOver = ({ coin, markedAt }: HeldPosition) =>
      time + rules.timeframeMs >= markedAt + SILENT_MS &&
      !((lastBar.get(coin) ?? Number.NEGATIVE_INFINITY) >= markedAt);
    closed.push(...endPositions(desk, isOver, terms));
    marks.push(equityOf(desk, desk.held));
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
