import { expect, test } from "bun:test";
import { advanceDesk, type Desk, type DeskBar } from "../../../core/kernel/desk.ts";
import { hourlyFunding } from "../../../core/kernel/funding.ts";
import { equityOf } from "../../../core/kernel/ledger.ts";
import type { MarketCoin } from "../../../core/kernel/market.ts";
import { prepareMarket } from "../../../core/kernel/market.ts";
import { type Asked, placeOrders } from "../../../core/kernel/place-orders.ts";
import type { Trade } from "../../../core/kernel/position.ts";
import { prepareSignals } from "../../../core/kernel/prepare-signals.ts";
import { randomFrom } from "../../../core/kernel/random.ts";
import { DEFAULT_ACCOUNT } from "../../../core/kernel/rules.ts";
import { simulate } from "../../../core/kernel/simulate.ts";
import { randomScenario, type Scenario } from "./random-scenario.ts";
import { candlesOf, masksOf } from "./run-market.ts";

function marketOf({ coins }: Scenario): MarketCoin[] {
  return coins.map(({ coin, funding, maxLeverage, ...rest }) => {
    const rows = funding ?? [];
    const [times, rates] = [rows.map(([time]) => time), rows.map(([, rate]) => rate)];
    return { coin, maxLeverage, candles: candlesOf(rest), funding: funding && hourlyFunding(times, rates) };
  });
}

/** The desk as it is written down between two bars, targets of NaN included. */
function rewritten(desk: Desk): Desk {
  const text = JSON.stringify(desk);
  const read: Desk = JSON.parse(text);
  for (const { position } of read.held) position.targetPrice ??= Number.NaN;
  return read;
}

type Run = { trades: Trade[]; marks: number[] };

/** Learns of one grid time after the other, and now and then of the desk only from what was written down. */
function runDesk(scenario: Scenario, rewrites: number): Run {
  const { rules, account } = scenario;
  const random = randomFrom(`desk ${rewrites}`);
  const coins = marketOf(scenario);
  const masks = scenario.coins.map(masksOf);
  const { gridTime } = prepareMarket(coins, rules.timeframeMs);
  const terms = { ...rules, universe: coins.map(({ coin }) => coin), account };
  let desk: Desk = { cash: account.capital, held: [], orders: [] };
  const run: Run = { trades: [], marks: [] };
  for (const time of gridTime) {
    const bars = new Map<string, DeskBar>();
    const asked: Asked[] = [];
    for (const [i, { coin, candles, funding, maxLeverage }] of coins.entries()) {
      const bar = candles.time.indexOf(time);
      if (bar < 0) continue;
      const { open, high, low, close } = candles;
      const prices = { open: open[bar]!, high: high[bar]!, low: low[bar]!, close: close[bar]! };
      bars.set(coin, { ...prices, funding, maxLeverage });
      const at = (mask: Uint8Array) => (mask[bar] === 1 ? 1 : 0);
      const { enterLong, enterShort, exitLong, exitShort } = masks[i]!;
      const asks = {
        enterLong: at(enterLong),
        enterShort: at(enterShort),
        exitLong: at(exitLong),
        exitShort: at(exitShort),
      } as const;
      asked.push({ coin, bar, candles, at: asks });
    }
    const step = advanceDesk(desk, time, bars, terms);
    placeOrders(desk, time, asked, rules);
    run.trades.push(...step.closed);
    run.marks.push(step.mark);
    expect(step.mark).toBe(equityOf(desk, desk.held));
    if (random.next() < rewrites) desk = rewritten(desk);
  }
  const order = (trade: Trade) => trade.entryTime * 100 + Number(trade.coin.slice(1));
  run.trades.sort((a, b) => order(a) - order(b));
  return run;
}

test("desk: taken up from what was written down, it trades as simulate does, to the bit", () => {
  let traded = 0;
  for (let seed = 0; seed < 400; seed++) {
    const scenario = randomScenario(seed, 1 + (seed % 4), 90);
    const { rules, account } = scenario;
    const market = prepareMarket(marketOf(scenario), rules.timeframeMs);
    const expected = simulate(prepareSignals(market, scenario.coins.map(masksOf), rules), rules, account);
    // A desk knows no last bar: where simulate closes a coin at it, the desk holds on, and they part.
    const endings = expected.trades.filter(({ reason }) => reason === "end");
    const partAt = Math.min(...endings.map(({ exitTime }) => exitTime), Number.POSITIVE_INFINITY);
    const bars = expected.gridTime.filter((time) => time < partAt).length;
    const isShared = (trade: Trade) => trade.exitTime < partAt;
    for (const rewrites of [0.3, 1]) {
      const run = runDesk(scenario, rewrites);
      expect(run.trades.filter(isShared)).toEqual(expected.trades.filter(isShared));
      expect(run.marks.slice(0, bars)).toEqual([...expected.marks.slice(0, bars)]);
      traded += run.trades.filter(isShared).length;
    }
  }
  expect(traded).toBeGreaterThan(4000);
});

test("desk: funding that comes after the candles of its hour is paid at the next price, and only once", () => {
  const hour = 3_600_000;
  const flat = { open: 100, high: 100, low: 100, close: 100, maxLeverage: 10 };
  const rate = 0.0001;
  const fundingUntil = (hours: number) =>
    hourlyFunding(
      Array.from({ length: hours }, (_, i) => (i + 1) * hour),
      Array.from({ length: hours }, () => rate),
    );
  const terms = {
    universe: ["AAA"],
    exits: { stop: { kind: "percent", value: 0.5 } },
    leverage: 1,
    timeframeMs: hour,
    account: { ...DEFAULT_ACCOUNT, slippage: 0 },
  } as const;
  const paidAfter = (fundingAt: number[]) => {
    const enter = { kind: "enter", coin: "AAA", side: 1, time: 0, stopMeasured: null, targetMeasured: null } as const;
    const desk: Desk = { cash: 10_000, held: [], orders: [enter] };
    for (const [i, hours] of fundingAt.entries()) {
      advanceDesk(desk, i * hour, new Map([["AAA", { ...flat, funding: fundingUntil(hours) }]]), terms);
    }
    const { qty, funding } = desk.held[0]!.position;
    return -funding / (qty * 100 * rate);
  };
  expect(paidAfter([1, 2, 3])).toBeCloseTo(3, 9);
  expect(paidAfter([0, 0, 3])).toBeCloseTo(3, 9);
  expect(paidAfter([1, 1, 2])).toBeCloseTo(2, 9);
});
