import { bankruptcyPrice } from "../liquidation.ts";
import { LANES, type LaneRun } from "./lanes.ts";

/** Steps 0 and 1 of EXECUTION.md 2 at grid time `g`, for all positions in universe order. */
export function leaveAtOpen(run: LaneRun, g: number): void {
  const { held, slotExit, slotCoin, grid } = run;
  const { gapFunding, bars } = grid;
  let kept = 0;
  for (let i = 0; i < run.heldCount; i++) {
    const slot = held[i]!;
    if (gapFunding !== null) {
      const due = gapFunding[slotCoin[slot]! * bars + g]!;
      if (due !== 0) pay(run, slot, due);
    }
    if (slotExit[slot] === 2 * g) settle(run, slot);
    else held[kept++] = slot;
  }
  if (kept < run.heldCount) closeUp(run, kept);
}

/** Steps 3 and 4: what ends within the bar, and the funding of what stays. */
export function passBar(run: LaneRun, g: number): void {
  const { held, slotExit, slotIsEnd, slotCoin, grid } = run;
  const { closeFunding, bars } = grid;
  let kept = 0;
  for (let i = 0; i < run.heldCount; i++) {
    const slot = held[i]!;
    const leaves = slotExit[slot] === 2 * g + 1;
    if (closeFunding !== null && (!leaves || slotIsEnd[slot] === 1)) {
      const due = closeFunding[slotCoin[slot]! * bars + g]!;
      if (due !== 0) pay(run, slot, due);
    }
    if (leaves) settle(run, slot);
    else held[kept++] = slot;
  }
  if (kept < run.heldCount) closeUp(run, kept);
}

/** `due` is price times rate. */
function pay(run: LaneRun, slot: number, due: number): void {
  const { quantity, cash, funding } = run;
  const q = slot * LANES;
  for (let lane = 0; lane < LANES; lane++) {
    const received = -quantity[q + lane]! * due;
    funding[q + lane]! += received;
    cash[lane]! += received;
  }
}

function closeUp(run: LaneRun, kept: number): void {
  const { held, slotExit } = run;
  run.heldCount = kept;
  let next = 0x7fff_ffff;
  for (let i = 0; i < kept; i++) next = Math.min(next, slotExit[held[i]!]!);
  run.nextExit = next;
}

function settle(run: LaneRun, slot: number): void {
  const { cash, quantity, funding, tradePnl, tradeValue, slotPrice, slotFill, account } = run;
  const { fee } = account;
  const q = slot * LANES;
  const at = run.slotTrade[slot]! * LANES;
  const price = slotPrice[slot]!;
  const fill = slotFill[slot]!;
  const coin = run.slotCoin[slot]!;
  const side = run.coinSide[coin]!;
  const liquidated = run.slotLiquidated[slot]!;
  run.freeSlots[run.freeCount++] = slot;
  if (liquidated !== 0) {
    settleLiquidated(run, slot, liquidated);
    return;
  }
  for (let lane = 0; lane < LANES; lane++) {
    const signed = quantity[q + lane]!;
    const qty = side * signed;
    const gross = signed * (fill - price);
    cash[lane]! += gross - fee * qty * fill;
    tradePnl[at + lane] = gross - fee * qty * (price + fill) + funding[q + lane]!;
    tradeValue[at + lane] = qty * (price + fill);
  }
}

/** The same where some lanes are liquidated: they lose their margin and pay no fee to leave. */
function settleLiquidated(run: LaneRun, slot: number, liquidated: number): void {
  const { cash, quantity, funding, tradePnl, tradeValue, coinLeverage } = run;
  const { fee } = run.account;
  const q = slot * LANES;
  const at = run.slotTrade[slot]! * LANES;
  const price = run.slotPrice[slot]!;
  const coin = run.slotCoin[slot]!;
  const side = run.coinSide[coin]! > 0 ? 1 : -1;
  for (let lane = 0; lane < LANES; lane++) {
    const isLiquidated = (liquidated & (1 << lane)) !== 0;
    const fill = isLiquidated ? bankruptcyPrice(side, price, coinLeverage[coin * LANES + lane]!) : run.slotFill[slot]!;
    const signed = quantity[q + lane]!;
    const qty = side * signed;
    const gross = signed * (fill - price);
    cash[lane]! += isLiquidated ? gross : gross - fee * qty * fill;
    const fees = isLiquidated ? fee * qty * price : fee * qty * (price + fill);
    tradePnl[at + lane] = gross - fees + funding[q + lane]!;
    tradeValue[at + lane] = qty * (price + fill);
  }
}
