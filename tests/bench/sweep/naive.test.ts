import { expect, test } from "bun:test";
import { type Metrics, metrics } from "../../../core/kernel/metrics.ts";
import { prepareSignals } from "../../../core/kernel/prepare-signals.ts";
import { simulate } from "../../../core/kernel/simulate.ts";
import { randomScenario } from "../../core/kernel/random-scenario.ts";
import { marketOf, masksOf } from "../../core/kernel/run-market.ts";
import { firstDifference } from "./compare.ts";
import { naiveSweep } from "./naive.ts";

function bothOf(seed: number): { simulated: Metrics; naive: Metrics; reasons: string[] } {
  const { coins, rules, account } = randomScenario(seed, 1 + (seed % 5), seed % 90);
  const market = marketOf(coins, rules.timeframeMs);
  const prepared = prepareSignals(market, coins.map(masksOf), rules);
  const run = simulate(prepared, rules, account);
  const combo = { exits: rules.exits, leverage: rules.leverage, cell: [0, 0, 0, 0] } as const;
  // Behind a combination of other exits, of which nothing may be left.
  const other = { ...combo, exits: randomScenario(seed + 1, 1, 1).rules.exits };
  const [, naive] = naiveSweep(prepared, [other, combo], account);
  return {
    simulated: metrics(run, account.capital, rules.timeframeMs),
    naive: naive!,
    reasons: run.trades.map(({ reason, direction }) => `${direction} ${reason}`),
  };
}

test("naive walk: the metrics of random markets are those of the simulation", () => {
  const seen = new Map<string, number>();
  for (let seed = 0; seed < 600; seed++) {
    const { simulated, naive, reasons } = bothOf(seed);
    const difference = firstDifference(naive, simulated);
    if (difference) throw new Error(`seed ${seed}: ${difference}`);
    for (const reason of reasons) seen.set(reason, (seen.get(reason) ?? 0) + 1);
  }
  for (const reason of ["stop", "target", "signal", "maxBars", "liquidation", "end"]) {
    expect(seen.get(`long ${reason}`)).toBeGreaterThan(20);
    expect(seen.get(`short ${reason}`)).toBeGreaterThan(20);
  }
});
