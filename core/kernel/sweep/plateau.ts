import type { SweepCombo } from "./sweep-grid.ts";

/**
 * For each combination its Sharpe averaged with those of its neighbours, one step away on one axis: high on a
 * plateau, not on a peak that luck alone has raised.
 */
export function plateauSharpes(combos: readonly SweepCombo[], sharpes: ArrayLike<number>): number[] {
  const sharpeOf = new Map(combos.map(({ cell }, i) => [cell.join(), sharpes[i]!]));
  return combos.map(({ cell }, i) => {
    let sum = sharpes[i]!;
    let count = 1;
    for (let axis = 0; axis < cell.length; axis++) {
      for (const step of [-1, 1]) {
        const neighbour = sharpeOf.get(cell.map((at, other) => (other === axis ? at + step : at)).join());
        if (neighbour === undefined) continue;
        sum += neighbour;
        count++;
      }
    }
    return sum / count;
  });
}
