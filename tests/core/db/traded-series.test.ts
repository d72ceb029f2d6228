import { expect, test } from "bun:test";
import { tradedSeries } from "../../../core/db/traded-series.ts";
import { testDatabase } from "../../support/database.ts";
import { insertTested } from "../../support/tested-strategies.ts";

const database = testDatabase();

test("tradedSeries: what is LIVE and what still holds positions, with its exchange, and nothing else", async () => {
  const db = database.open();
  const sql = database.client();
  expect(await tradedSeries(db)).toEqual([]);
  const live = await insertTested(db, { status: "LIVE", universe: ["BTC", "ETH"], timeframe: "1h" });
  const retired = await insertTested(db, { status: "LIVE", universe: ["SOL"] });
  const flat = await insertTested(db, { status: "LIVE", universe: ["XRP"] });
  await insertTested(db, { status: "SELECTED", universe: ["ADA"] });
  await sql`update strategies set status = 'RETIRED' where id in (${retired.id}, ${flat.id})`;
  await sql`update strategies set exchange = 'hyperliquid' where id = ${live.id}`;
  const [account] = await sql`
    insert into subaccounts (name, is_paper, capital_usd, cash_usd, equity_usd, peak_equity_usd)
    values ('paper-01', true, 1, 1, 1, 1) returning id`;
  for (const coin of ["SOL", "OP"]) {
    await sql`
      insert into positions (subaccount_id, strategy_id, coin, direction, entry_at, entry_price, qty, leverage,
        notional_usd, margin_usd, stop_distance, stop_price, liquidation_price, bankruptcy_price, best_price,
        funded_until_at, mark_price, marked_at)
      values (${account!["id"]}, ${retired.id}, ${coin}, 'long', now(), 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, now(), 1, now())`;
  }
  expect(await tradedSeries(db)).toEqual([
    { strategy: live.name, isLive: true, timeframe: "1h", coins: ["BTC", "ETH"], exchange: "hyperliquid" },
    { strategy: retired.name, isLive: false, timeframe: "15m", coins: ["SOL"], exchange: null },
  ]);
});
