import { LANES, type LaneRun } from "./lanes.ts";

/*
 * The sums over open positions that most of a sweep's time goes into. Lanes are written out, since no compiler here
 * does it; positions come in universe order, as in every such sum.
 */

/** Equity of each lane with its positions at their coins' values at grid time `g`, into `out` from `at` on. */
export function markLanes(run: LaneRun, g: number, out: Float64Array, at: number): void {
  const { held, heldCount, slotValues, slotBasis, quantity, cash } = run;
  const { value } = run.grid;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let h = 0;
  let j = 0;
  for (let i = 0; i < heldCount; i++) {
    const slot = held[i]!;
    const gain = value[slotValues[slot]! + g]! - slotBasis[slot]!;
    const q = slot * LANES;
    a += quantity[q]! * gain;
    b += quantity[q + 1]! * gain;
    c += quantity[q + 2]! * gain;
    d += quantity[q + 3]! * gain;
    e += quantity[q + 4]! * gain;
    f += quantity[q + 5]! * gain;
    h += quantity[q + 6]! * gain;
    j += quantity[q + 7]! * gain;
  }
  out[at] = cash[0]! + a;
  out[at + 1] = cash[1]! + b;
  out[at + 2] = cash[2]! + c;
  out[at + 3] = cash[3]! + d;
  out[at + 4] = cash[4]! + e;
  out[at + 5] = cash[5]! + f;
  out[at + 6] = cash[6]! + h;
  out[at + 7] = cash[7]! + j;
}

/** Cash less the margin of open positions, by lane, into `run.free`. */
function freeLanes(run: LaneRun): void {
  const { held, heldCount, margin, cash, free } = run;
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
  free[0] = cash[0]! - a;
  free[1] = cash[1]! - b;
  free[2] = cash[2]! - c;
  free[3] = cash[3]! - d;
  free[4] = cash[4]! - e;
  free[5] = cash[5]! - f;
  free[6] = cash[6]! - h;
  free[7] = cash[7]! - j;
}

/** Equity at the open of grid time `g`, before its entries, into `run.equity`. */
export function equityLanes(run: LaneRun, g: number): void {
  const { equity, cash, grid, held, slotValues } = run;
  const { paidAtOpen } = grid;
  if (run.heldCount === 0) {
    for (let lane = 0; lane < LANES; lane++) equity[lane] = cash[lane]!;
    return;
  }
  markLanes(run, g - 1, equity, 0);
  if (paidAtOpen === null) return;
  for (let i = 0; i < run.heldCount; i++) {
    const slot = held[i]!;
    charge(run, slot, paidAtOpen[slotValues[slot]! + g]!, equity);
  }
}

/**
 * Cash that no open position holds as margin, by lane, into `run.free`. A position's funding is settled with its exit
 * here; what it has come to by the open of grid time `g` counts as paid.
 */
export function freeMarginLanes(run: LaneRun, g: number): void {
  const { free, grid, held, slotValues, slotPaidBefore } = run;
  const { paid, paidAtOpen } = grid;
  freeLanes(run);
  if (paid === null) return;
  for (let i = 0; i < run.heldCount; i++) {
    const slot = held[i]!;
    const at = slotValues[slot]! + g;
    const due = paid[at - 1]! + (paidAtOpen === null ? 0 : paidAtOpen[at]!) - slotPaidBefore[slot]!;
    charge(run, slot, due, free);
  }
}

function charge({ quantity }: LaneRun, slot: number, due: number, out: Float64Array): void {
  if (due === 0) return;
  const q = slot * LANES;
  for (let lane = 0; lane < LANES; lane++) out[lane]! -= quantity[q + lane]! * due;
}
