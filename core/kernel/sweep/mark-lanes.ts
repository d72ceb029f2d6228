import { LANES, type LaneRun } from "./lanes.ts";

/**
 * Equity of each lane with its positions at their coins' last closes at grid time `g`, into `out` from `at` on. Sums
 * go in universe order, as everywhere. Lanes are written out, since this is most of what a sweep does.
 */
export function markLanes(run: LaneRun, g: number, out: Float64Array, at: number): void {
  const { held, heldCount, slotCoin, slotPrice, quantity, cash, grid } = run;
  const { close, bars } = grid;
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
    const move = close[slotCoin[slot]! * bars + g]! - slotPrice[slot]!;
    const q = slot * LANES;
    a += quantity[q]! * move;
    b += quantity[q + 1]! * move;
    c += quantity[q + 2]! * move;
    d += quantity[q + 3]! * move;
    e += quantity[q + 4]! * move;
    f += quantity[q + 5]! * move;
    h += quantity[q + 6]! * move;
    j += quantity[q + 7]! * move;
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
