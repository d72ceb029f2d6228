import type { Funding } from "./candles.ts";
import { enterPosition } from "./enter-position.ts";
import { marketExitPrice } from "./fills.ts";
import { rateDue } from "./funding.ts";
import { equityOf, freeMarginOf, type Ledger, settleExit } from "./ledger.ts";
import { closeTrade, type Exit, type Position, type Trade } from "./position.ts";
import { type ExitTerms, exitTerms } from "./protective-level.ts";
import type { Account, Exits, Side } from "./rules.ts";
import { passBar, passOpen } from "./step-position.ts";

/**
 * An account between two grid times, as plain data: written down after one and taken up before the next, by whatever
 * process, it trades as `simulate` does over all of them, to the bit, but for `end`: a desk has no last bar.
 */
export type Desk = Ledger & {
  /** In universe order, which is the order of every sum. */
  held: HeldPosition[];
  orders: DeskOrder[];
};

export type HeldPosition = {
  coin: string;
  position: Position;
  /** Funding hours up to here are booked, or known to have no row. */
  fundedUntil: number;
  /** The close that `lastClose` is of. */
  markedAt: number;
};

/** What the close of a coin's last bar decided, to be filled at an open. Measures are null where they are not known. */
export type DeskOrder =
  /** Filled at the open of `time`, dropped if the coin has no bar then. */
  | {
      kind: "enter";
      coin: string;
      side: Side;
      time: number;
      stopMeasured: number | null;
      targetMeasured: number | null;
    }
  /** Filled at the open of the coin's next bar, whenever that is. */
  | { kind: "exit"; coin: string };

/** One bar of one coin; `funding` is all that is known of it, null where the coin has none. */
export type DeskBar = {
  open: number;
  high: number;
  low: number;
  close: number;
  funding: Funding | null;
  maxLeverage: number;
};

export type DeskTerms = {
  universe: readonly string[];
  exits: Exits;
  leverage: number;
  timeframeMs: number;
  account: Account;
};

export type DeskStep = { opened: HeldPosition[]; closed: Trade[]; mark: number };

type Step = DeskStep & {
  readonly desk: Desk;
  readonly time: number;
  readonly bars: ReadonlyMap<string, DeskBar>;
  readonly terms: DeskTerms;
  readonly exitTerms: ExitTerms;
};

/**
 * Takes `desk` through the grid time that opens at `time` (EXECUTION.md 2), changing it: the bars of all coins that have
 * one then, which are over. What their closes ask for is for `placeOrders` to add.
 */
export function advanceDesk(desk: Desk, time: number, bars: ReadonlyMap<string, DeskBar>, terms: DeskTerms): DeskStep {
  const { exits, account, timeframeMs } = terms;
  const of = exitTerms(exits, account, timeframeMs);
  const step: Step = { desk, time, bars, terms, exitTerms: of, opened: [], closed: [], mark: 0 };
  keepOpen(step, leaveAtOpen);
  enterAtOpen(step);
  keepOpen(step, leaveWithinBar);
  desk.orders = desk.orders.filter(({ kind, coin }) => kind === "exit" && !bars.has(coin));
  return { opened: step.opened, closed: step.closed, mark: equityOf(desk, desk.held) };
}

/**
 * Closes what `isOver`, of whose coin there will be no bar any more, as on its last one (EXECUTION.md 2, step 4): at the
 * last close, with slippage.
 */
export function endPositions(
  desk: Desk,
  isOver: (held: HeldPosition) => boolean,
  { account, timeframeMs }: Pick<DeskTerms, "account" | "timeframeMs">,
): Trade[] {
  const over = desk.held.filter(isOver);
  desk.held = desk.held.filter((held) => !over.includes(held));
  return over.map(({ coin, position, markedAt }) => {
    const price = marketExitPrice(position.side, position.lastClose, account.slippage);
    const exit: Exit = { reason: "end", price };
    settleExit(desk, position, exit, account.fee);
    return closeTrade(coin, position, exit, markedAt - timeframeMs, account.fee);
  });
}

/** Passes every position whose coin has a bar now, and books those that it takes out. */
function keepOpen(step: Step, pass: (step: Step, held: HeldPosition, bar: DeskBar) => Exit | null): void {
  const { desk, bars, closed, time, terms } = step;
  desk.held = desk.held.filter((held) => {
    const bar = bars.get(held.coin);
    const exit = bar === undefined ? null : pass(step, held, bar);
    if (exit === null) return true;
    closed.push(closeTrade(held.coin, held.position, exit, time, terms.account.fee));
    return false;
  });
}

/** Steps 0 and 1; an entry of this open has not been made yet. */
function leaveAtOpen({ desk, time, exitTerms: of }: Step, held: HeldPosition, { open, funding }: DeskBar): Exit | null {
  const hasExitSignal = desk.orders.some(({ kind, coin }) => kind === "exit" && coin === held.coin);
  return passOpen(desk, held.position, of, time, open, takeFunding(held, funding, time), hasExitSignal);
}

/** Steps 3 and 4. */
function leaveWithinBar({ desk, time, terms, exitTerms: of }: Step, held: HeldPosition, bar: DeskBar): Exit | null {
  // A position that leaves within the bar does not pay its hours, but is gone then, so that nobody reads the rest.
  const rate = takeFunding(held, bar.funding, time + terms.timeframeMs);
  held.markedAt = time + terms.timeframeMs;
  return passBar(desk, held.position, of, bar.open, bar.high, bar.low, bar.close, rate, false);
}

/**
 * The rates of a position that are due until then. Rows that come after the candles of their hour are paid at the next
 * price, not lost: only what the file reaches counts as booked.
 */
function takeFunding(held: HeldPosition, funding: Funding | null, until: number): number {
  const known = funding === null ? until : Math.min(until, funding.time.at(-1) ?? held.fundedUntil);
  const rate = funding === null ? 0 : rateDue(funding, held.fundedUntil, until);
  held.fundedUntil = Math.max(held.fundedUntil, known);
  return rate;
}

/** Step 2. */
function enterAtOpen(step: Step): void {
  const { desk, time, bars, terms, opened } = step;
  const { universe, exits, leverage, account } = terms;
  const equity = equityOf(desk, desk.held);
  for (const order of desk.orders) {
    const bar = bars.get(order.coin);
    if (order.kind !== "enter" || order.time !== time || bar === undefined) continue;
    if (desk.held.length >= account.maxPositions) continue;
    const entered = enterPosition(
      desk,
      {
        side: order.side,
        time,
        open: bar.open,
        leverage,
        maxLeverage: bar.maxLeverage,
        exits,
        stopMeasured: order.stopMeasured ?? Number.NaN,
        targetMeasured: order.targetMeasured ?? Number.NaN,
        equity,
        freeMargin: freeMarginOf(desk, desk.held),
      },
      account,
    );
    if (entered.kind === "skip") continue;
    const held = { coin: order.coin, position: entered.position, fundedUntil: time, markedAt: time };
    desk.held.push(held);
    desk.held.sort((a, b) => universe.indexOf(a.coin) - universe.indexOf(b.coin));
    opened.push(held);
  }
}
