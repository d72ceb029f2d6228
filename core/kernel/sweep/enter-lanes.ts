import { liquidationPrice } from "../liquidation.ts";
import type { Side } from "../rules.ts";
import { LANES, type LaneRun } from "./lanes.ts";
import { markLanes } from "./mark-lanes.ts";
import { resolveExit } from "./resolve-exit.ts";
import { scanEntry } from "./scan.ts";
import { END, momentOf, STOP } from "./touches.ts";

/** Step 2 of EXECUTION.md 2 at grid time `g`: entries in universe order, while there are slots. */
export function enterLanes(run: LaneRun, g: number): void {
  const { firstEntry, coinExit, coinSide, account } = run;
  const { entries } = run.prepared;
  const until = firstEntry[g + 1]!;
  let hasEquity = false;
  for (let i = firstEntry[g]!; i < until && run.heldCount < account.maxPositions; i++) {
    const coin = entries.coin[i]!;
    const exit = coinExit[coin]!;
    // Open at the close of the signal bar is what leaves at this open or later; of these only a turn may enter.
    if (exit >= 2 * g && !(exit === 2 * g && entries.isTurn[i] === 1 && coinSide[coin] !== entries.side[i])) continue;
    if (!hasEquity) {
      if (run.heldCount === 0) run.equity.set(run.cash.subarray(0, LANES));
      else markLanes(run, g - 1, run.equity, 0);
      hasEquity = true;
    }
    tryEntry(run, i, coin);
  }
}

function tryEntry(run: LaneRun, i: number, coin: number): void {
  const { scan, account } = run;
  const { touches } = scan;
  if (touches.isScanned[i] === 0) scanEntry(scan, i);
  const price = touches.price[i]!;
  const stopDistance = touches.stopDistance[run.stop * touches.entries + i]!;
  const stopFrac = stopDistance / price;
  if (!(Number.isFinite(stopDistance) && stopFrac >= account.minStopFraction)) return;
  if (!(touches.targetDistance[run.target * touches.entries + i]! > 0)) return;
  const slot = run.freeSlots[run.freeCount - 1]!;
  if (!sizeLanes(run, slot, coin, stopFrac)) return;

  resolveExit(run, i);
  const side = run.prepared.entries.side[i]!;
  const liquidated = liquidatedLanes(run, i, coin, side > 0 ? 1 : -1);
  run.freeCount--;
  run.slotCoin[slot] = coin;
  run.slotTrade[slot] = run.trades;
  run.slotExit[slot] = run.exitMoment;
  run.slotPrice[slot] = price;
  run.slotFill[slot] = run.exitFill;
  run.slotIsEnd[slot] = run.exitOrder === END ? 1 : 0;
  run.slotLiquidated[slot] = liquidated;
  run.coinExit[coin] = run.exitMoment;
  run.coinSide[coin] = side;
  fillLanes(run, slot, side, price);
  hold(run, slot, coin);
  if (run.exitMoment < run.nextExit) run.nextExit = run.exitMoment;
}

/**
 * The margin and notional of each lane, as `sizeEntry` has them, into the slot. False where the first lane does not
 * enter; lanes that decide otherwise than the first leave its path.
 */
function sizeLanes(run: LaneRun, slot: number, coin: number, stopFrac: number): boolean {
  const { account, equity, coinLeverage, margin, tradeNotional, free } = run;
  const { risk, maxPositions, fee, minNotional } = account;
  const q = slot * LANES;
  const at = run.trades * LANES;
  freeLanes(run, free);
  let entering = 0;
  for (let lane = 0; lane < LANES; lane++) {
    const own = equity[lane]!;
    const leverage = coinLeverage[coin * LANES + lane]!;
    let least = (own * risk) / stopFrac / leverage;
    const share = own / maxPositions;
    if (share < least) least = share;
    const left = free[lane]! / (1 + leverage * fee);
    if (left < least) least = left;
    const notional = least * leverage;
    margin[q + lane] = least;
    tradeNotional[at + lane] = notional;
    if (notional >= minNotional && notional > 0) entering |= 1 << lane;
  }
  const enters = (entering & (1 << run.firstLane)) !== 0;
  keepLanes(run, enters ? entering : ~entering);
  return enters;
}

/** What no open position holds as margin, by lane. */
function freeLanes(run: LaneRun, out: Float64Array): void {
  const { held, heldCount, margin, cash } = run;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let h = 0;
  let j = 0;
  for (let i = 0; i < heldCount; i++) {
    const q = held[i]! * LANES;
    a += margin[q]!;
    b += margin[q + 1]!;
    c += margin[q + 2]!;
    d += margin[q + 3]!;
    e += margin[q + 4]!;
    f += margin[q + 5]!;
    h += margin[q + 6]!;
    j += margin[q + 7]!;
  }
  out[0] = cash[0]! - a;
  out[1] = cash[1]! - b;
  out[2] = cash[2]! - c;
  out[3] = cash[3]! - d;
  out[4] = cash[4]! - e;
  out[5] = cash[5]! - f;
  out[6] = cash[6]! - h;
  out[7] = cash[7]! - j;
}

function fillLanes(run: LaneRun, slot: number, side: number, price: number): void {
  const { cash, quantity, funding, tradeNotional } = run;
  const { fee } = run.account;
  const q = slot * LANES;
  const at = run.trades * LANES;
  for (let lane = 0; lane < LANES; lane++) {
    const notional = tradeNotional[at + lane]!;
    cash[lane]! -= fee * notional;
    quantity[q + lane] = (side * notional) / price;
    funding[q + lane] = 0;
  }
  run.trades++;
}

/**
 * Bits of the lanes that the exchange liquidates at the moment at which the position ends. Where it would end earlier,
 * that moment becomes the first lane's, and lanes whose position ends at another leave its path.
 */
function liquidatedLanes(run: LaneRun, i: number, coin: number, side: Side): number {
  const { liquidationKey, entries } = run.scan.touches;
  if (momentOf(liquidationKey[laneOf(run, run.lastLane) * entries + i]!) > run.exitMoment) return 0;
  const { maxLeverage } = run.prepared.market.coins[coin]!;
  const price = run.scan.touches.price[i]!;
  const ownMoment = run.exitMoment;
  let firstMoment = ownMoment;
  let isFirstLiquidated = false;
  let liquidated = 0;
  let together = 0;
  for (let lane = run.firstLane; lane <= run.lastLane; lane++) {
    let moment = momentOf(liquidationKey[laneOf(run, lane) * entries + i]!);
    const level = side * liquidationPrice(side, price, run.coinLeverage[coin * LANES + lane]!, maxLeverage);
    // Within a bar the more favourable of the two is met first, the protective level where they are equal.
    const isSpared = moment > ownMoment || (moment === ownMoment && moment % 2 === 1 && run.exitLevel >= level);
    if (isSpared) moment = ownMoment;
    if (lane === run.firstLane) {
      firstMoment = moment;
      isFirstLiquidated = !isSpared;
    }
    if (moment !== firstMoment) continue;
    // What stays to the end of the candles still pays the funding of the last bar.
    if (run.exitOrder === END && isFirstLiquidated === isSpared) continue;
    together |= 1 << lane;
    if (!isSpared) liquidated |= 1 << lane;
  }
  if (isFirstLiquidated) run.exitOrder = STOP;
  run.exitMoment = firstMoment;
  keepLanes(run, together);
  return liquidated;
}

/** Index on the leverage axis: lanes beyond it repeat the last. */
function laneOf(run: LaneRun, lane: number): number {
  return Math.min(lane, run.scan.touches.axes.leverages.length - 1);
}

function keepLanes(run: LaneRun, bits: number): void {
  if ((run.active & ~bits) === 0) return;
  run.active &= bits;
  run.lastLane = 31 - Math.clz32(run.active);
}

/** Into the open positions, in universe order. */
function hold(run: LaneRun, slot: number, coin: number): void {
  const { held, slotCoin } = run;
  let at = run.heldCount++;
  for (; at > 0 && slotCoin[held[at - 1]!]! > coin; at--) held[at] = held[at - 1]!;
  held[at] = slot;
}
