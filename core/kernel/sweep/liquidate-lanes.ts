import { bankruptcyPrice, liquidationPrice } from "../liquidation.ts";
import type { Side } from "../rules.ts";
import * as At from "./lane-layout.ts";
import { keepLanes, type LaneRun } from "./lanes.ts";
import { END, momentOf, STOP } from "./touches.ts";

const { at32, at64, LANES } = At;

function sideOf({ ints }: LaneRun, coin: number): Side {
  return ints[at32(At.COIN_SIDE) + coin]! > 0 ? 1 : -1;
}

function leverageOf({ floats }: LaneRun, coin: number, lane: number): number {
  return floats[at64(At.LEVERAGE) + coin * LANES + lane]!;
}

/**
 * Bits of the lanes that the exchange liquidates at the moment at which the position of entry `i` ends. Where a
 * liquidation ends the first lane's earlier, that becomes the moment; lanes that end at another leave its path.
 */
export function liquidatedLanes(run: LaneRun, g: number, i: number, coin: number): number {
  const { liquidationKey, entries, price: prices } = run.scan.touches;
  const { ints, floats } = run;
  const { maxLeverage } = run.prepared.market.coins[coin]!;
  const side: Side = run.prepared.entries.side[i]! > 0 ? 1 : -1;
  const price = prices[i]!;
  const ownMoment = ints[at32(At.EXIT_MOMENT)]!;
  const isEnd = ints[at32(At.EXIT_ORDER)] === END;
  const exitLevel = floats[at64(At.EXIT_LEVEL)]!;
  const firstLane = ints[at32(At.FIRST_LANE)]!;
  let firstMoment = ownMoment;
  let isFirstLiquidated = false;
  let liquidated = 0;
  let together = 0;
  for (let lane = firstLane; lane <= ints[at32(At.LAST_LANE)]!; lane++) {
    let moment = momentOf(liquidationKey[lane * entries + i]!);
    const level = side * liquidationPrice(side, price, leverageOf(run, coin, lane), maxLeverage);
    // Within a bar the more favourable of the two is met first, the protective level where they are equal.
    const isSpared = moment > ownMoment || (moment === ownMoment && moment % 2 === 1 && exitLevel >= level);
    if (isSpared) moment = ownMoment;
    if (lane === firstLane) {
      firstMoment = moment;
      isFirstLiquidated = !isSpared;
    }
    if (moment !== firstMoment) continue;
    // What stays to the end of the candles still pays the funding of the last bar.
    if (isEnd && isFirstLiquidated === isSpared) continue;
    together |= 1 << lane;
    if (!isSpared) liquidated |= 1 << lane;
  }
  keepLanes(run, together, g, i);
  if (isFirstLiquidated) ints[at32(At.EXIT_ORDER)] = STOP;
  ints[at32(At.EXIT_MOMENT)] = firstMoment;
  return liquidated;
}

/** What is different in lanes that are liquidated at the exit: their fill is the bankruptcy price, without a fee. */
export function correctLiquidated(run: LaneRun, slot: number, coin: number): void {
  const { ints, floats } = run;
  const { fee } = run.account;
  const side = sideOf(run, coin);
  const liquidated = ints[at32(At.SLOT_LIQUIDATED + slot)]!;
  const price = floats[at64(At.SLOT_PRICE + slot)]!;
  const exitFill = floats[at64(At.EXIT_FILL)]!;
  const paid = side * floats[at64(At.SLOT_PAID + slot)]!;
  const pnl = side * (exitFill - price) - fee * (price + exitFill) - paid;
  const addTo = (address: number, lane: number, value: number) => {
    floats[at64(address) + lane]! += value;
  };
  for (let lane = 0; lane < LANES; lane++) {
    if ((liquidated & (1 << lane)) === 0) continue;
    const qty = side * floats[at64(At.QUANTITY + slot) + lane]!;
    const bankruptcy = bankruptcyPrice(side, price, leverageOf(run, coin, lane));
    const lost = side * (bankruptcy - price) - fee * price - paid;
    if (pnl > 0) {
      addTo(At.GAINS, lane, -qty * pnl);
      addTo(At.WINS_LOST, lane, 1);
    } else {
      addTo(At.LOSSES, lane, qty * pnl);
    }
    // Funding received may outweigh even that.
    if (lost > 0) {
      addTo(At.GAINS, lane, qty * lost);
      addTo(At.WINS_LOST, lane, -1);
    } else {
      addTo(At.LOSSES, lane, -qty * lost);
    }
    addTo(At.TRADED, lane, qty * (bankruptcy - exitFill));
    addTo(At.RETURNS_LOST, lane, (pnl - lost) / price);
  }
}

/** The exit of a position that some lanes lose to the exchange: all of their margin, and no fee. */
export function settleLiquidated(run: LaneRun, slot: number): void {
  const { ints, floats } = run;
  const liquidated = ints[at32(At.SLOT_LIQUIDATED + slot)]!;
  const price = floats[at64(At.SLOT_PRICE + slot)]!;
  const coin = ints[at32(At.SLOT_COIN + slot)]!;
  const side = sideOf(run, coin);
  for (let lane = 0; lane < LANES; lane++) {
    const isLiquidated = (liquidated & (1 << lane)) !== 0;
    const lost = bankruptcyPrice(side, price, leverageOf(run, coin, lane)) - price - floats[at64(At.SLOT_PAID + slot)]!;
    const proceeds = isLiquidated ? lost : floats[at64(At.SLOT_PROCEEDS + slot)]!;
    floats[at64(At.CASH) + lane]! += floats[at64(At.QUANTITY + slot) + lane]! * proceeds;
  }
}
