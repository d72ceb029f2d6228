import { type Exit, grossProfit, type Position, unitProceeds } from "./position.ts";

/** The cash of one account, in USD: capital plus what is realised, margins included, since they are only held aside. */
export type Ledger = { cash: number };

/** Whatever a desk keeps beside a position (its coin, its orders), the sums below read only this. */
type Holding = { readonly position: Position };

/** Cash and all positions at their coins' last closes, summed in the order given: the universe's. */
export function equityOf(ledger: Ledger, held: readonly Holding[]): number {
  let unrealised = 0;
  for (let i = 0; i < held.length; i++) {
    const { position } = held[i]!;
    unrealised += grossProfit(position, position.lastClose);
  }
  return ledger.cash + unrealised;
}

/** Cash that no open position holds as margin. Open profit is no margin. */
export function freeMarginOf(ledger: Ledger, held: readonly Holding[]): number {
  let margins = 0;
  for (let i = 0; i < held.length; i++) margins += held[i]!.position.margin;
  return ledger.cash - margins;
}

/** Books the closing fill: the profit of the position and the fee of the exit. */
export function settleExit(ledger: Ledger, position: Position, exit: Exit, fee: number): void {
  ledger.cash += position.qty * unitProceeds(position.side, position.entryPrice, exit, fee);
}
