import { expect, test } from "bun:test";
import { measureAt, stopMeasure, targetMeasure } from "../../../core/kernel/distances.ts";
import { enterPosition } from "../../../core/kernel/enter-position.ts";
import { barFunding, hourlyFunding } from "../../../core/kernel/funding.ts";
import { equityOf, freeMarginOf, type Ledger } from "../../../core/kernel/ledger.ts";
import { closeTrade, type Exit, type Position, type Trade } from "../../../core/kernel/position.ts";
import { exitTerms } from "../../../core/kernel/protective-level.ts";
import type { Side } from "../../../core/kernel/rules.ts";
import { passBar, passOpen } from "../../../core/kernel/step-position.ts";
import { randomScenario, type Scenario } from "./random-scenario.ts";
import { candlesOf, masksOf, runMarket } from "./run-market.ts";

/**
 * A paper desk in small, on one coin: it learns of one bar after the other and keeps nothing but its ledger, its
 * position and what the last signal asked for.
 */
function runDesk({ coins: [coin], rules, account }: Scenario): { trades: Trade[]; marks: number[] } {
  const candles = candlesOf(coin!);
  const masks = masksOf(coin!);
  const { time, open, high, low, close } = candles;
  const rows = coin!.funding ?? [];
  const funding = barFunding(
    time,
    rules.timeframeMs,
    hourlyFunding(
      rows.map(([at]) => at),
      rows.map(([, rate]) => rate),
    ),
  );
  const terms = exitTerms(rules.exits, account, rules.timeframeMs);
  const ledger: Ledger = { cash: account.capital };
  let position: Position | null = null;
  let wanted: Side | null = null;
  const trades: Trade[] = [];
  const marks: number[] = [];

  for (let t = 0; t < candles.length; t++) {
    const finish = (exit: Exit | null) => {
      if (exit === null || position === null) return;
      trades.push(closeTrade(coin!.coin, position, exit, time[t]!, account.fee));
      position = null;
    };
    if (position !== null) {
      const mask = position.side > 0 ? masks.exitLong : masks.exitShort;
      finish(passOpen(ledger, position, terms, time[t]!, open[t]!, funding.overGap[t]!, mask[t - 1] === 1));
    }
    if (wanted !== null && time[t] === time[t - 1]! + rules.timeframeMs) {
      const measured = (measure: ReturnType<typeof stopMeasure>) =>
        measure === null ? Number.NaN : measureAt(measure, candles, [t - 1], [wanted!])[0]!;
      const entered = enterPosition(
        ledger,
        {
          side: wanted,
          time: time[t]!,
          open: open[t]!,
          leverage: rules.leverage,
          maxLeverage: coin!.maxLeverage,
          exits: rules.exits,
          stopMeasured: measured(stopMeasure(rules.exits.stop)),
          targetMeasured: measured(targetMeasure(rules.exits.takeProfit)),
          equity: equityOf(ledger, []),
          freeMargin: freeMarginOf(ledger, []),
        },
        account,
      );
      if (entered.kind === "enter") position = entered.position;
    }
    if (position !== null) {
      const isLast = t === candles.length - 1;
      const rate = funding.atClose[t]!;
      finish(passBar(ledger, position, terms, open[t]!, high[t]!, low[t]!, close[t]!, rate, isLast));
    }
    marks.push(equityOf(ledger, position === null ? [] : [{ position }]));

    wanted = null;
    if (t < rules.warmup || masks.enterLong[t] === masks.enterShort[t]) continue;
    const side: Side = masks.enterLong[t] === 1 ? 1 : -1;
    const held: Side | null = position === null ? null : (position as Position).side;
    const leaves = held !== null && (held > 0 ? masks.exitLong : masks.exitShort)[t] === 1;
    if (held === null || (held !== side && leaves)) wanted = side;
  }
  return { trades, marks };
}

test("kernel: a desk that learns of one bar after the other trades as simulate does, to the bit", () => {
  let trades = 0;
  for (let seed = 0; seed < 200; seed++) {
    const scenario = randomScenario(seed, 1, 100);
    const desk = runDesk(scenario);
    const run = runMarket(scenario.coins, scenario.rules, scenario.account);
    expect(desk.trades).toEqual(run.trades);
    expect(desk.marks).toEqual([...run.marks]);
    trades += desk.trades.length;
  }
  expect(trades).toBeGreaterThan(1000);
});
