import { liquidationPrice } from "../liquidation.ts";
import type { Side } from "../rules.ts";
import { keepLanes, LANES, type LaneRun } from "./lanes.ts";
import { END, momentOf, STOP } from "./touches.ts";

/**
 * Bits of the lanes that the exchange liquidates at the moment at which the position of entry `i` ends. Where a
 * liquidation ends the first lane's earlier, that becomes the moment; lanes that end at another leave its path.
 */
export function liquidatedLanes(run: LaneRun, i: number, coin: number, side: Side): number {
  const { liquidationKey, entries, axes } = run.scan.touches;
  const momentIn = (lane: number) => momentOf(liquidationKey[Math.min(lane, axes.leverages.length - 1) * entries + i]!);
  if (momentIn(run.lastLane) > run.exitMoment) return 0;
  const { maxLeverage } = run.prepared.market.coins[coin]!;
  const price = run.scan.touches.price[i]!;
  const ownMoment = run.exitMoment;
  let firstMoment = ownMoment;
  let isFirstLiquidated = false;
  let liquidated = 0;
  let together = 0;
  for (let lane = run.firstLane; lane <= run.lastLane; lane++) {
    let moment = momentIn(lane);
    const level = side * liquidationPrice(side, price, run.leverage[coin * LANES + lane]!, maxLeverage);
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
