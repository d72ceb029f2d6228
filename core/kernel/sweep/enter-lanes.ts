import { bankruptcyPrice } from "../liquidation.ts";
import type { Side } from "../rules.ts";
import { keepLanes, LANES, type LaneRun } from "./lanes.ts";
import { liquidatedLanes } from "./liquidate-lanes.ts";
import { equityLanes, freeMarginLanes } from "./mark-lanes.ts";
import { resolveExit } from "./resolve-exit.ts";
import { scanEntry } from "./scan.ts";
import { END } from "./touches.ts";

/** Step 2 of EXECUTION.md 2 at grid time `g`: entries in universe order, while there are slots. */
export function enterLanes(run: LaneRun, g: number): void {
  const { firstEntry, coinExit, coinSide, account } = run;
  const { coin: coins, isTurn, side } = run.prepared.entries;
  const until = firstEntry[g + 1]!;
  let hasEquity = false;
  for (let i = firstEntry[g]!; i < until && run.heldCount < account.maxPositions; i++) {
    const coin = coins[i]!;
    const exit = coinExit[coin]!;
    // Open at the close of the signal bar is what leaves at this open or later; of these only a turn may enter.
    if (exit >= 2 * g && !(exit === 2 * g && isTurn[i] === 1 && coinSide[coin] !== side[i])) continue;
    if (!hasEquity) equityLanes(run, g);
    hasEquity = true;
    tryEntry(run, g, i, coin);
  }
}

function tryEntry(run: LaneRun, g: number, i: number, coin: number): void {
  const { scan, account } = run;
  const { touches } = scan;
  if (touches.isScanned[i] === 0) scanEntry(scan, i);
  const price = touches.price[i]!;
  const stopDistance = touches.stopDistance[run.stop * touches.entries + i]!;
  const stopFrac = stopDistance / price;
  if (!(Number.isFinite(stopDistance) && stopFrac >= account.minStopFraction)) return;
  if (!(touches.targetDistance[run.target * touches.entries + i]! > 0)) return;
  const slot = run.freeSlots[run.freeCount - 1]!;
  freeMarginLanes(run, g);
  if (!sizeLanes(run, slot, coin, stopFrac)) return;

  resolveExit(run, i);
  const side: Side = run.prepared.entries.side[i]! > 0 ? 1 : -1;
  const liquidated = liquidatedLanes(run, i, coin, side);
  run.freeCount--;
  run.slotCoin[slot] = coin;
  run.slotExit[slot] = run.exitMoment;
  run.slotLiquidated[slot] = liquidated;
  run.coinExit[coin] = run.exitMoment;
  run.coinSide[coin] = side;
  holdFunding(run, slot, coin, g);
  run.slotPrice[slot] = price;
  run.slotBasis[slot] = price - run.slotPaidBefore[slot]!;
  run.slotProceeds[slot] = run.exitFill - price - side * account.fee * run.exitFill - run.slotPaid[slot]!;
  fillLanes(run, slot, side, price);
  if (liquidated !== 0) correctLiquidated(run, slot, coin, side, price);
  insert(run, slot, coin);
  if (run.exitMoment < run.nextExit) run.nextExit = run.exitMoment;
}

/**
 * The margin and notional of each lane, as `sizeEntry` has them. False where the first lane does not enter; lanes
 * that decide otherwise than the first leave its path.
 */
function sizeLanes(run: LaneRun, slot: number, coin: number, stopFrac: number): boolean {
  const { equity, free, leverage, afterFee, margin, notional } = run;
  const { risk, maxPositions, minNotional } = run.account;
  const q = slot * LANES;
  const ofCoin = coin * LANES;
  let entering = 0;
  for (let lane = 0; lane < LANES; lane++) {
    const own = equity[lane]!;
    let least = (own * risk) / stopFrac / leverage[ofCoin + lane]!;
    const most = own / maxPositions;
    if (most < least) least = most;
    const left = free[lane]! / afterFee[ofCoin + lane]!;
    if (left < least) least = left;
    const value = least * leverage[ofCoin + lane]!;
    margin[q + lane] = least;
    notional[lane] = value;
    if (value >= minNotional && value > 0) entering |= 1 << lane;
  }
  const enters = (entering & (1 << run.firstLane)) !== 0;
  const together = enters ? entering : ~entering;
  keepLanes(run, together);
  return enters;
}

/** Funding in the terms of `GridColumns`, of the position in `slot` whose exit is resolved. */
function holdFunding(run: LaneRun, slot: number, coin: number, g: number): void {
  const { bars, paid, paidAtOpen } = run.grid;
  const first = coin * bars;
  run.slotValues[slot] = first;
  if (paid === null) {
    run.slotPaidBefore[slot] = 0;
    run.slotPaid[slot] = 0;
    return;
  }
  const before = g === 0 ? 0 : paid[first + g - 1]!;
  const at = first + (run.exitMoment >> 1);
  // Who leaves at an open or within a bar has paid up to the open; the end of the candles is at a close.
  const until = run.exitOrder === END ? paid[at]! : paid[at - 1]! + (paidAtOpen === null ? 0 : paidAtOpen[at]!);
  run.slotPaidBefore[slot] = before;
  run.slotPaid[slot] = until - before;
}

/** Books the entry in each lane, and in its sums what the trade will have come to, which is known already. */
function fillLanes(run: LaneRun, slot: number, side: Side, price: number): void {
  const { cash, quantity, notional, gains, losses, traded, exitFill } = run;
  const { fee } = run.account;
  const q = slot * LANES;
  const fills = price + exitFill;
  const pnl = side * (exitFill - price) - fee * fills - side * run.slotPaid[slot]!;
  const sums = pnl > 0 ? gains : losses;
  const amount = Math.abs(pnl);
  run.trades++;
  run.returns += pnl / price;
  if (pnl > 0) run.wins++;
  for (let lane = 0; lane < LANES; lane++) {
    const value = notional[lane]!;
    const qty = value / price;
    cash[lane]! -= fee * value;
    quantity[q + lane] = side * qty;
    sums[lane]! += qty * amount;
    traded[lane]! += qty * fills;
  }
}

/** What is different in lanes that are liquidated at the exit: their fill is the bankruptcy price, without a fee. */
function correctLiquidated(run: LaneRun, slot: number, coin: number, side: Side, price: number): void {
  const { quantity, gains, losses, traded, leverage, exitFill } = run;
  const { fee } = run.account;
  const liquidated = run.slotLiquidated[slot]!;
  const paid = side * run.slotPaid[slot]!;
  const pnl = side * (exitFill - price) - fee * (price + exitFill) - paid;
  for (let lane = 0; lane < LANES; lane++) {
    if ((liquidated & (1 << lane)) === 0) continue;
    const qty = side * quantity[slot * LANES + lane]!;
    const bankruptcy = bankruptcyPrice(side, price, leverage[coin * LANES + lane]!);
    const lost = side * (bankruptcy - price) - fee * price - paid;
    if (pnl > 0) {
      gains[lane]! -= qty * pnl;
      run.winsLost[lane]!++;
    } else {
      losses[lane]! += qty * pnl;
    }
    // Funding received may outweigh even that.
    if (lost > 0) {
      gains[lane]! += qty * lost;
      run.winsLost[lane]!--;
    } else {
      losses[lane]! -= qty * lost;
    }
    traded[lane]! += qty * (bankruptcy - exitFill);
    run.returnsLost[lane]! += (pnl - lost) / price;
  }
}

/** Into the open positions, in universe order. */
function insert(run: LaneRun, slot: number, coin: number): void {
  const { held, slotCoin } = run;
  let at = run.heldCount++;
  for (; at > 0 && slotCoin[held[at - 1]!]! > coin; at--) held[at] = held[at - 1]!;
  held[at] = slot;
}
