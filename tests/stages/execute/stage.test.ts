import { afterAll, afterEach, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type postgres from "postgres";
import type { Database } from "../../../core/db/database.ts";
import { readDeskAccounts } from "../../../core/db/desk-accounts.ts";
import { randomFrom } from "../../../core/kernel/random.ts";
import { openCandleStore } from "../../../core/market/store.ts";
import { openStage } from "../../../stages/execute/stage.ts";
import type { Outcome } from "../../../stages/stage.ts";
import { testDatabase } from "../../support/database.ts";
import { makePass } from "../../support/stage-pass.ts";
import { barTime, deploy, EXCHANGE, makeWorld, simulated, TF, type World } from "./desk-world.ts";

setDefaultTimeout(60_000);
const database = testDatabase();
let db: Database;
let sql: postgres.Sql;

beforeAll(() => {
  db = database.open();
  sql = database.client();
});
afterEach(async () => {
  for (const table of ["positions", "trades", "backtests", "subaccounts", "strategies"]) {
    await sql`delete from ${sql(table)}`;
  }
});
afterAll(() => rmSync(join(tmpdir(), `sixbtc-desk-${process.pid}`), { recursive: true, force: true }));

/** One bare call: a process of the stage from its start to its end, but for the process. */
const pass = (world: World, costs: { fee?: number } = {}): Promise<Outcome[]> =>
  makePass({
    ...{ stage: "execute", openStage, db, home: world.home },
    change: (config) => ({
      ...config,
      market: { ...config.market, sources: [EXCHANGE] },
      backtest: { ...config.backtest, account: { ...config.backtest.account, ...costs } },
    }),
  });
const verdicts = (outcomes: Outcome[]) => outcomes.map(({ verdict }) => verdict);
const deskOf = async (subaccountId: number) => (await readDeskAccounts(db)).find(({ id }) => id === subaccountId)!;

/** The trades of a subaccount in the order and with the fields of simulate. */
async function tradesOf(world: World, subaccountId: number) {
  const rows = await sql`
    select coin, direction, entry_at, entry_price::float8, exit_at, exit_price::float8, qty::float8,
      notional_usd::float8, fees_usd::float8, funding_usd::float8, pnl_usd::float8, reason
    from trades where subaccount_id = ${subaccountId}`;
  const order = (coin: string) => world.coins.findIndex((each) => each.coin === coin);
  return rows
    .map((row) => ({
      ...{ coin: row["coin"], direction: row["direction"], entryTime: row["entry_at"].getTime() },
      ...{ entryPrice: row["entry_price"], exitTime: row["exit_at"].getTime(), exitPrice: row["exit_price"] },
      ...{ quantity: row["qty"], notional: row["notional_usd"], fees: row["fees_usd"], funding: row["funding_usd"] },
      ...{ pnl: row["pnl_usd"], reason: row["reason"] },
    }))
    .sort((a, b) => a.entryTime - b.entryTime || order(a.coin) - order(b.coin));
}

/** Compares all that an account came to with a simulation from the close of bar `begun` to that of bar `last`. */
async function expectAsSimulated(world: World, subaccountId: number, begun: number, last: number) {
  const { trades, marks, gridTime } = simulated(world, begun + 1, last);
  const desk = await deskOf(subaccountId);
  expect(desk.actedUntil).toBe(barTime(last + 1));
  expect(await tradesOf(world, subaccountId)).toEqual(trades.filter(({ reason }) => reason !== "end") as never);
  const open = trades.filter(({ reason }) => reason === "end");
  expect(
    desk.desk.held.map(({ coin, position }) => [coin, position.entryTime, position.entryPrice, position.qty]),
  ).toEqual(
    open
      .map(({ coin, entryTime, entryPrice, quantity }) => [coin, entryTime, entryPrice, quantity])
      .sort((a, b) => orderOf(world, a[0]) - orderOf(world, b[0])),
  );
  return { trades, marks, gridTime };
}
const orderOf = (world: World, coin: unknown) => world.coins.findIndex((each) => each.coin === coin);

test("execute: in pieces of any size it makes the trades and marks of simulate, to the bit", async () => {
  const world = makeWorld("pieces", 280);
  const [begun, last] = [60, 279];
  await world.reveal(begun);
  const inPieces = await deploy(db);
  expect(verdicts(await pass(world))).toEqual(["begun"]);
  expect(await pass(world)).toEqual([]);

  const random = randomFrom("pieces");
  const equity = new Map<number, number>();
  let at = begun;
  while (at < last) {
    at = Math.min(last, at + random.pick([1, 2, 10, 40]));
    await world.reveal(at);
    await pass(world);
    const [row] = await sql`select acted_until_at, equity_usd::float8 from subaccounts`;
    equity.set(row!["acted_until_at"].getTime(), row!["equity_usd"]);
  }
  const { trades, marks, gridTime } = await expectAsSimulated(world, inPieces.subaccountId, begun, last);
  expect(trades.length).toBeGreaterThan(30);
  expect(new Set(trades.map(({ reason }) => reason)).size).toBeGreaterThan(3);
  expect(equity.size).toBeGreaterThan(10);
  const simulatedAt = new Map([...gridTime].map((time, i) => [time + TF, marks[i]!]));
  // Of the last grid time simulate has no mark like the desk's: there it closes what is open.
  for (const [end, usd] of equity) if (end < barTime(last + 1)) expect(usd).toBe(simulatedAt.get(end)!);
  const peak = Math.max(10_000, ...marks.slice(0, -1));
  const [row] = await sql`select peak_equity_usd::float8 as peak from subaccounts`;
  expect(row!["peak"]).toBeGreaterThanOrEqual(peak);
  const told =
    await sql`select kind, count(*)::int as n from events where strategy_id = ${inPieces.id} and stage = 'execute'
    group by kind order by kind`;
  const closed = trades.filter(({ reason }) => reason !== "end").length;
  expect([...told]).toEqual([
    { kind: "position.closed", n: closed },
    { kind: "position.opened", n: trades.length },
  ]);
});

test("execute: coins that come one after the other, bars at a time, trade as if they had come together", async () => {
  const world = makeWorld("in turn", 100, { gaps: 0 });
  const [begun, last] = [60, 99];
  await world.reveal(begun);
  const { subaccountId } = await deploy(db);
  await pass(world);
  for (let at = begun; at < last; at += 1) {
    const next = Math.min(last, at + 1 + (at % 4));
    await world.reveal(at, { SOL: next });
    await pass(world);
    await world.reveal(at, { SOL: next, BTC: next });
    await pass(world);
    await world.reveal(next);
    await pass(world);
    at = next - 1;
  }
  const { trades } = await expectAsSimulated(world, subaccountId, begun, last);
  expect(new Set(trades.map(({ coin }) => coin)).size).toBe(3);
});

test("execute: a coin that is late is waited for while anything comes, and is a gap for good afterwards", async () => {
  const world = makeWorld("late", 120, { gaps: 0 });
  await world.reveal(60);
  const { subaccountId } = await deploy(db);
  await pass(world);
  const actedBars = async () => (((await deskOf(subaccountId)).actedUntil ?? Number.NaN) - barTime(0)) / TF;
  expect(await actedBars()).toBe(61);

  await world.reveal(82, { ETH: 80 });
  await pass(world);
  expect(await actedBars()).toBe(81);
  await world.reveal(82, { ETH: 80 }, true);
  await pass(world);
  expect(await actedBars()).toBe(83);
  // What comes after its time is a gap: the desk never saw it close.
  await world.reveal(82);
  expect(await pass(world)).toEqual([]);
  await world.reveal(119);
  await pass(world);
  expect(await actedBars()).toBe(120);
  const late = (await tradesOf(world, subaccountId)).filter(({ coin }) => coin === "ETH");
  const missed = [barTime(81), barTime(82)];
  expect(late.filter(({ entryTime, exitTime }) => missed.includes(entryTime) || missed.includes(exitTime))).toEqual([]);
});

test("execute: what is held of a coin whose candles have ended leaves at its last close a day later", async () => {
  const world = makeWorld("ended", 300, { gaps: 0 });
  await world.reveal(60);
  const { subaccountId } = await deploy(db);
  await pass(world);
  let at = 70;
  const held = async () => (await deskOf(subaccountId)).desk.held.find(({ coin }) => coin === "ETH");
  do {
    at += 1;
    await world.reveal(at);
    await pass(world);
  } while ((await held()) === undefined);
  const { position } = (await held())!;

  await world.reveal(at + 95, { ETH: at }, true);
  await pass(world);
  expect((await held())?.position.entryTime).toBe(position.entryTime);
  await world.reveal(at + 96, { ETH: at }, true);
  await pass(world);
  expect(await held()).toBeUndefined();
  const trade = (await tradesOf(world, subaccountId)).filter(({ coin }) => coin === "ETH").at(-1)!;
  const exitPrice = position.lastClose * (1 - position.side * 0.0005);
  expect(trade).toMatchObject({ reason: "end", exitTime: barTime(at), exitPrice, entryTime: position.entryTime });
});

test("execute: trades on the exchange that the strategy was tested on, whatever else the store comes to have", async () => {
  const world = makeWorld("exchanges", 120, { gaps: 0 });
  await world.reveal(60);
  const { id, subaccountId } = await deploy(db);
  await sql`update strategies set exchange = ${EXCHANGE} where id = ${id}`;
  const passElsewhere = () =>
    makePass({
      ...{ stage: "execute", openStage, db, home: world.home },
      change: (config) => ({ ...config, market: { ...config.market, sources: ["dearex", EXCHANGE] } }),
    });
  await passElsewhere();
  const dear = openCandleStore(world.home);
  for (const { coin, candles } of world.coins) {
    const prices = { open: "open", high: "high", low: "low", close: "close" } as const;
    const times = Object.keys(prices).map((key) => [
      key,
      candles[key as keyof typeof prices].map((price) => price * 1000),
    ]);
    const rows = { candles: { ...candles, ...Object.fromEntries(times) } };
    await dear.write({ exchange: "dearex", coin, timeframe: "15m" }, { source: "test", synthetic: false }, rows);
  }
  await world.reveal(119);
  await passElsewhere();
  await expectAsSimulated(world, subaccountId, 60, 119);
});

test("execute: of a strategy that is retired everything is closed at the next open, and its subaccount is free", async () => {
  const world = makeWorld("retired", 200, { gaps: 0 });
  await world.reveal(60);
  const { id, subaccountId } = await deploy(db);
  await pass(world);
  let at = 90;
  do {
    at += 1;
    await world.reveal(at);
    await pass(world);
  } while ((await deskOf(subaccountId)).desk.held.length < 2);
  const { held, cash } = (await deskOf(subaccountId)).desk;
  await sql`update strategies set status = 'RETIRED' where id = ${id}`;
  expect(await pass(world)).toEqual([]);

  await world.reveal(at + 5);
  const outcomes = await pass(world);
  expect(verdicts(outcomes)).toEqual([...held.map(() => "closed"), "advanced", "freed"]);
  const closed = (await tradesOf(world, subaccountId)).filter(({ exitTime }) => exitTime === barTime(at + 1));
  expect(closed.map(({ coin }) => coin).sort()).toEqual(held.map(({ coin }) => coin).sort());
  expect(closed.every(({ reason }) => ["signal", "stop", "target"].includes(reason))).toBe(true);
  expect(closed.some(({ reason }) => reason === "signal")).toBe(true);
  expect(await sql`select 1 from positions`).toHaveLength(0);
  const [account] = await sql`select strategy_id, cash_usd::float8 as cash from subaccounts`;
  expect(account!["strategy_id"]).toBeNull();
  expect(account!["cash"]).not.toBe(cash);
});

test("execute: what a strategy held when it retired leaves at the first open after that, not before", async () => {
  const world = makeWorld("retired late", 200, { gaps: 0 });
  await world.reveal(60);
  const { id, subaccountId } = await deploy(db);
  await pass(world);
  await world.reveal(100);
  await pass(world);
  const retiredAt = new Date(barTime(150) + 1);
  await sql`update strategies set status = 'RETIRED', retired_at = ${retiredAt} where id = ${id}`;
  // One that holds nothing is free at once.
  expect((await deskOf(subaccountId)).desk.held.length).toBeGreaterThan(0);
  await world.reveal(199);
  expect(verdicts(await pass(world)).at(-1)).toBe("freed");
  const { trades } = simulated(world, 61, 199);
  const before = trades.filter(({ exitTime }) => exitTime <= barTime(150));
  const made = await tradesOf(world, subaccountId);
  expect(made.filter(({ exitTime }) => exitTime <= barTime(150))).toEqual(before as never);
  const rest = made.filter(({ exitTime }) => exitTime > barTime(150));
  expect(rest.length).toBeGreaterThan(0);
  expect(rest.filter(({ exitTime, entryTime }) => exitTime !== barTime(151) || entryTime > barTime(150))).toEqual([]);
});

test("execute: a strategy that faults enters nothing, is told once, and its positions keep their stops", async () => {
  const world = makeWorld("fault", 300, { gaps: 0 });
  await world.reveal(60);
  const faulting = "for (let i = 0; c.length > 150 && c.length < 250; i += 1) { }";
  const { id, name, subaccountId } = await deploy(db, { extra: faulting });
  const sound = await deploy(db);
  await pass(world);
  await world.reveal(149);
  await pass(world);
  const before = (await deskOf(subaccountId)).desk;
  expect(before.held.length).toBeGreaterThan(0);

  for (const last of [155, 200]) {
    await world.reveal(last);
    const mine = (await pass(world)).filter(({ strategy }) => strategy === name);
    // What the last sound bar asked for is on its way; after that, nothing.
    const opened = mine.filter(({ verdict }) => verdict === "opened");
    expect(opened.filter(({ entryTime }) => entryTime !== barTime(150))).toEqual([]);
    expect(mine.some(({ verdict }) => verdict === "faulted")).toBe(last === 155);
  }
  const after = await deskOf(subaccountId);
  expect(after.actedUntil).toBe(barTime(201));
  expect(after.fault).toContain("line ");
  expect(after.desk.held).toEqual([]);
  const left = (await tradesOf(world, subaccountId)).filter(({ exitTime }) => exitTime >= barTime(150));
  for (const { coin, position } of before.held) {
    expect(left.find((trade) => trade.coin === coin && trade.entryTime === position.entryTime)).toBeDefined();
  }

  await world.reveal(299);
  const outcomes = await pass(world);
  expect(verdicts(outcomes)).toContain("resumed");
  expect((await deskOf(subaccountId)).fault).toBeNull();
  const events = await sql`select kind, reason from events where strategy_id = ${id} and kind like 'strategy.%'
    and stage = 'execute' order by id`;
  expect(events.map(({ kind }) => kind)).toEqual(["strategy.faulted", "strategy.resumed"]);
  await expectAsSimulated(world, sound.subaccountId, 60, 299);
});

test("execute: an account whose candles are damaged fails, says why, and holds up no other", async () => {
  const world = makeWorld("damaged", 100, { gaps: 0 });
  await world.reveal(60);
  const hurt = await deploy(db);
  const sound = await deploy(db, { universe: ["BTC"] });
  await pass(world);
  await world.reveal(80);
  writeFileSync(openCandleStore(world.home).pathOf({ exchange: EXCHANGE, coin: "ETH", timeframe: "15m" }), "no arrow");
  const outcomes = await pass(world);
  expect(outcomes.find(({ strategy }) => strategy === hurt.name)).toMatchObject({ verdict: "failed" });
  expect((await deskOf(hurt.subaccountId)).actedUntil).toBe(barTime(61));
  expect((await deskOf(sound.subaccountId)).actedUntil).toBe(barTime(81));

  await world.reveal(99);
  await pass(world);
  await expectAsSimulated(world, hurt.subaccountId, 60, 99);
});

test("execute: trades by the account of the backtests, with the capital of the subaccount", async () => {
  const world = makeWorld("account", 120);
  await world.reveal(60);
  const { subaccountId } = await deploy(db);
  await sql`update subaccounts set capital_usd = 500, cash_usd = 500, equity_usd = 500, peak_equity_usd = 500`;
  await pass(world);
  await world.reveal(119);
  await pass(world, { fee: 0 });
  const trades = await tradesOf(world, subaccountId);
  expect(trades.length).toBeGreaterThan(5);
  expect(trades.filter(({ fees, notional }) => fees !== 0 || notional > 500)).toEqual([]);
});

test("execute: refuses to trade money", async () => {
  const live = makePass({ ...{ stage: "execute", openStage, db }, change: (config) => ({ ...config, dryRun: false }) });
  await expect(live).rejects.toMatchObject({ code: "execute.paper-only", exitCode: 3 });
});
