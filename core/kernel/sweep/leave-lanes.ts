import { bankruptcyPrice } from "../liquidation.ts";
import { LANES, type LaneRun } from "./lanes.ts";

/** Closes the positions that end at `moment`, in universe order. */
export function leaveLanes(run: LaneRun, moment: number): void {
  const { held, slotExit } = run;
  let kept = 0;
  let next = 0x7fff_ffff;
  for (let i = 0; i < run.heldCount; i++) {
    const slot = held[i]!;
    const exit = slotExit[slot]!;
    if (exit === moment) {
      settle(run, slot);
      continue;
    }
    held[kept++] = slot;
    if (exit < next) next = exit;
  }
  run.heldCount = kept;
  run.nextExit = next;
}

function settle(run: LaneRun, slot: number): void {
  const { cash, quantity } = run;
  run.freeSlots[run.freeCount++] = slot;
  if (run.slotLiquidated[slot] !== 0) {
    settleLiquidated(run, slot);
    return;
  }
  const proceeds = run.slotProceeds[slot]!;
  const q = slot * LANES;
  for (let lane = 0; lane < LANES; lane++) cash[lane]! += quantity[q + lane]! * proceeds;
}

/** The same where some lanes are liquidated: they lose their margin, and pay no fee to leave. */
function settleLiquidated(run: LaneRun, slot: number): void {
  const { cash, quantity, leverage } = run;
  const liquidated = run.slotLiquidated[slot]!;
  const price = run.slotPrice[slot]!;
  const coin = run.slotCoin[slot]!;
  const side = run.coinSide[coin]! > 0 ? 1 : -1;
  for (let lane = 0; lane < LANES; lane++) {
    const isLiquidated = (liquidated & (1 << lane)) !== 0;
    const bankruptcy = bankruptcyPrice(side, price, leverage[coin * LANES + lane]!);
    const proceeds = isLiquidated ? bankruptcy - price - run.slotPaid[slot]! : run.slotProceeds[slot]!;
    cash[lane]! += quantity[slot * LANES + lane]! * proceeds;
  }
}
