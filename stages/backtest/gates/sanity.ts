import type { Look } from "../looks/look.ts";
import type { GateSettings } from "../settings.ts";
import { atLeast, atMost, below, type Check, type Verdict, verdictOf } from "./verdict.ts";

type Window = Pick<Look, "metrics" | "profit">;

/** Whether it can be true: results as good as these come from errors in data or code, or from one event. */
export function judgeSanity(inSample: Window, outOfSample: Window, settings: GateSettings["sanity"]): Verdict {
  const first = checksOf("in sample", inSample, settings);
  const second = checksOf("out of sample", outOfSample, settings);
  return verdictOf([...first.checks, ...second.checks], {
    ...named("inSample", first.numbers),
    ...named("outOfSample", second.numbers),
  });
}

function checksOf(
  where: string,
  { metrics, profit }: Window,
  { maxSharpe, unbeatenTrades, maxProfitShare }: GateSettings["sanity"],
): { checks: Check[]; numbers: Record<string, number> } {
  const { sharpe, trades } = metrics;
  const { losing, bar, coin } = profit;
  const checks = [
    atMost(`Sharpe ${where}`, sharpe, maxSharpe),
    ...(trades < unbeatenTrades ? [] : [atLeast(`losing trades ${where}`, losing, 1)]),
    ...(bar === null ? [] : [below(`share of the profit ${where} made in one bar`, bar, maxProfitShare)]),
    ...(coin === null ? [] : [below(`share of the profit ${where} made by one coin`, coin, maxProfitShare)]),
  ];
  const shares = { ...(bar !== null && { BarShare: bar }), ...(coin !== null && { CoinShare: coin }) };
  return { checks, numbers: { Sharpe: sharpe, LosingTrades: losing, ...shares } };
}

function named(window: string, numbers: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [`${window}${name}`, value]));
}
