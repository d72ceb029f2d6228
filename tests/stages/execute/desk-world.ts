import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../../core/db/database.ts";
import { subaccounts } from "../../../core/db/schema.ts";
import { type Market, prepareMarket } from "../../../core/kernel/market.ts";
import { randomFrom } from "../../../core/kernel/random.ts";
import { DEFAULT_ACCOUNT, DEFAULT_MAX_LEVERAGE, type Exits, type TradingRules } from "../../../core/kernel/rules.ts";
import { type Simulation, simulate } from "../../../core/kernel/simulate.ts";
import { marketWindow, prepareWindow } from "../../../core/kernel/window.ts";
import { candlesOfColumns, columnsOfCandles, indexAtOrAfter, sliceCandles } from "../../../core/market/columns.ts";
import { openCandleStore } from "../../../core/market/store.ts";
import { type SyntheticCoin, synthesizeMarket } from "../../../core/market/synthetic.ts";
import { compileStrategy } from "../../../core/strategy/evaluate.ts";
import { createToolbox } from "../../../core/strategy/ta/toolbox.ts";
import { insertTested } from "../../support/tested-strategies.ts";

export const EXCHANGE = "testex";
export const TF = 900_000;
const START = Date.UTC(2026, 0, 5);
/** Not in the order of the alphabet, nor in that of the store. */
const UNIVERSE = ["SOL", "BTC", "ETH"];

/** Open time of bar `i` of a market without gaps. */
export const barTime = (i: number) => START + i * TF;

/** What a sweep would have chosen, in place of what the module says. */
const PARAMETERS: { exits: Exits; leverage: number } = {
  exits: {
    stop: { kind: "trailing", value: 0.006, activateAt: 0.002 },
    takeProfit: { kind: "atr", length: 5, multiple: 3 },
    maxBars: 9,
    breakEven: { activateAt: 0.004 },
  },
  leverage: 5,
};

/** A strategy that trades often, both ways, with exits by signal and turns. `extra` stands at the top of signals. */
function strategyText(name: string, extra = ""): string {
  return `import { strategy, ta } from "sixbtc";

export default strategy({
  name: "${name}",
  timeframe: "15m",
  direction: "both",
  warmup: 20,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 50 },
  leverage: 2,
  signals(c) {
    ${extra}
    const fast = ta.ema(c.close, 3);
    const slow = ta.ema(c.close, 9);
    const up = ta.crossAbove(fast, slow);
    const down = ta.crossBelow(fast, slow);
    return { enterLong: up, enterShort: down, exitLong: down, exitShort: up };
  },
});
`;
}

export type World = {
  home: string;
  coins: SyntheticCoin[];
  /**
   * Puts into the store what has closed by the close of bar `last`, of all coins or, by name, of one up to another; as
   * if that had been some minutes ago where it `isQuiet`.
   */
  reveal(last: number, other?: Record<string, number>, isQuiet?: boolean): Promise<void>;
};

/** A market of three coins with gaps here and there, of which a store in a temporary home shows as much as is said. */
export function makeWorld(seed: string, bars: number, { gaps = 0.03 } = {}): World {
  const folder = join(tmpdir(), `sixbtc-desk-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const home = mkdtempSync(join(folder, "home-"));
  const random = randomFrom(seed);
  const whole = synthesizeMarket({ seed, coins: UNIVERSE, timeframe: "15m", startMs: START, bars });
  const coins = whole.map(({ candles, ...coin }) => {
    const kept = Array.from(candles.time.keys()).filter((i) => i === bars - 1 || random.next() >= gaps);
    const columns = columnsOfCandles(candles).map((column) => Float64Array.from(kept, (i) => column[i]!));
    return { ...coin, candles: candlesOfColumns(columns) };
  });
  let agoMs = 0;
  const store = openCandleStore(home, () => Date.now() - agoMs);
  const origin = { source: "test", synthetic: false };
  return {
    home,
    coins,
    async reveal(last, other = {}, isQuiet = false) {
      agoMs = isQuiet ? 600_000 : 0;
      for (const { coin, candles, funding } of coins) {
        const name = { exchange: EXCHANGE, coin };
        const endMs = barTime((other[coin] ?? last) + 1);
        const shown = sliceCandles(candles, 0, indexAtOrAfter(candles.time, endMs));
        await store.write({ ...name, timeframe: "15m" }, origin, { candles: shown });
        const rows = indexAtOrAfter(funding.time, endMs + 1);
        const paid = { time: funding.time.subarray(0, rows), rate: funding.rate.subarray(0, rows) };
        await store.write({ ...name, timeframe: "funding" }, origin, { funding: paid });
      }
    },
  };
}

let made = 0;

/** A LIVE strategy on a subaccount of its own, as deploy leaves it. */
export async function deploy(
  db: Database,
  { extra = "", universe = UNIVERSE } = {},
): Promise<{ id: number; name: string; subaccountId: number }> {
  made += 1;
  const name = `Strategy_TRD_desk${process.pid}x${made}`;
  const code = strategyText(name, extra);
  const parameters = PARAMETERS;
  const strategy = await insertTested(db, { name, code, status: "LIVE", universe, parameters });
  const usd = DEFAULT_ACCOUNT.capital;
  const funds = { capitalUsd: usd, cashUsd: usd, equityUsd: usd, peakEquityUsd: usd };
  const account = { name: `paper-${made}`, isPaper: true, strategyId: strategy.id, assignedAt: new Date(), ...funds };
  const [row] = await db.orm.insert(subaccounts).values(account).returning({ id: subaccounts.id });
  return { ...strategy, subaccountId: row!.id };
}

/** What simulate makes of the same strategy on the bars from the open of bar `from` to the close of bar `last`. */
export function simulated(world: World, from: number, last: number): Simulation & { market: Market } {
  const strategy = compileStrategy(strategyText("Strategy_TRD_desk"), createToolbox());
  const { direction, warmup } = strategy.definition;
  const rules: TradingRules = { ...PARAMETERS, direction, warmup, timeframeMs: TF };
  const market = prepareMarket(
    world.coins.map((coin) => ({ ...coin, maxLeverage: DEFAULT_MAX_LEVERAGE })),
    TF,
  );
  const masks = market.coins.map(({ candles }) => {
    const outcome = strategy.signals(candles);
    if (outcome.kind === "failed") throw new Error(outcome.message);
    return outcome.masks;
  });
  const window = marketWindow(market, { fromMs: barTime(from), toMs: barTime(last + 1) });
  return { ...simulate(prepareWindow(window, masks, rules), rules, DEFAULT_ACCOUNT), market: window };
}
