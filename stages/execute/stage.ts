import type { Config } from "../../core/config/schema.ts";
import { coinLimits } from "../../core/db/coin-limits.ts";
import { readDeskAccounts } from "../../core/db/desk-accounts.ts";
import { SixbtcError } from "../../core/errors.ts";
import { DEFAULT_ACCOUNT, DEFAULT_MAX_LEVERAGE } from "../../core/kernel/rules.ts";
import { openCandleStore } from "../../core/market/store.ts";
import type { Tick } from "../../core/runtime/loop.ts";
import type { Outcome, Stage, StageContext } from "../stage.ts";
import { act, type Trading } from "./act.ts";
import { createSignalsPool } from "./signals.ts";
import { openTradedCoins } from "./traded-coins.ts";

/**
 * The paper desk: one pass a tick over every subaccount that has a strategy, each taken through the closed candles of
 * the store that it has not acted on. It follows the candles and no clock, so that it makes the same trades whenever
 * and in however many pieces it runs.
 */
export async function openStage({ config, db, actor, home }: StageContext): Promise<Stage> {
  refuseLive(config);
  const store = openCandleStore(home);
  const pool = createSignalsPool();
  return {
    async tick(signal): Promise<Tick<Outcome>> {
      const accounts = await readDeskAccounts(db);
      if (accounts.length === 0) return { did: "nothing" };
      const limits = await coinLimits(db);
      const maxLeverageOf = (coin: string) => limits.get(coin) ?? DEFAULT_MAX_LEVERAGE;
      const coins = await openTradedCoins(store, { ...config.market, maxLeverageOf });
      const trading: Trading = { db, actor, pool, coins, terms: { ...DEFAULT_ACCOUNT, ...config.backtest.account } };
      const outcomes: Outcome[] = [];
      for (const account of accounts) {
        if (signal.aborted) break;
        const facts = { strategy: account.strategy.name, subaccount: account.name };
        outcomes.push(
          ...(await act(trading, account, signal).catch((error: unknown) => [{ ...failed(error), ...facts }])),
        );
      }
      return outcomes.length === 0 ? { did: "nothing" } : { did: "pass", outcomes };
    },
    close: () => pool.close(),
  };
}

function refuseLive({ dryRun }: Config): void {
  if (dryRun) return;
  throw new SixbtcError("execute.paper-only", "dryRun is false, but this version trades on paper only", {
    hint: "Live trading is not built yet: set dryRun: true in the configuration.",
    exitCode: 3,
  });
}

/** One account whose candles or child cannot be used is no reason to leave the others alone; it is tried again. */
function failed(error: unknown): { verdict: string; reason: string } {
  if (error instanceof SixbtcError && /^(data|execute)\./.test(error.code)) {
    return { verdict: "failed", reason: error.message };
  }
  throw error;
}
