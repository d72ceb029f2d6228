import { beforeAll, beforeEach, expect, test } from "bun:test";
import type postgres from "postgres";
import type { Database } from "../../../core/db/database.ts";
import { type DeskAccount, readDeskAccounts } from "../../../core/db/desk-accounts.ts";
import { insertStrategies } from "../../../core/db/insert-strategies.ts";
import { type DeskAdvance, saveDesk } from "../../../core/db/save-desk.ts";
import type { HeldPosition } from "../../../core/kernel/desk.ts";
import type { Trade } from "../../../core/kernel/position.ts";
import { type Random, randomFrom } from "../../../core/kernel/random.ts";
import { testDatabase } from "../../support/database.ts";
import { newStrategy } from "../../support/strategies.ts";

const database = testDatabase();
let db: Database;
let sql: postgres.Sql;

beforeAll(() => {
  db = database.open();
  sql = database.client();
});

const COINS = ["CCC", "AAA", "BBB"];
const T = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;

beforeEach(async () => {
  await sql`delete from trades`;
  await sql`delete from positions`;
  await sql`delete from subaccounts`;
  await sql`delete from strategies`;
  const { inserted } = await insertStrategies(db, [newStrategy()], { stage: "generate", process: "test" });
  const id = inserted[0]!.id;
  await sql`update strategies set status = 'LIVE', universe = ${sql.json(COINS)} where id = ${id}`;
  await sql`insert into subaccounts (name, is_paper, strategy_id, capital_usd, cash_usd, equity_usd, peak_equity_usd)
    values ('paper-01', true, ${id}, 10000, 10000, 10000, 10000)`;
});

const readOne = async (): Promise<DeskAccount> => (await readDeskAccounts(db))[0]!;
const advanceTo = (actedUntil: number, more: Partial<DeskAdvance> = {}): DeskAdvance => ({
  ...{ actedUntil, desk: { cash: 10_000, held: [], orders: [] }, equityUsd: 10_000, peakEquityUsd: 10_000 },
  ...{ fault: null, closed: [], open: [], events: [], ...more },
});

/** Numbers as arithmetic leaves them, of all sizes. */
const wild = (random: Random) => (random.next() + 0.1) * 10 ** random.int(-9, 9) * (1 / 3);

function randomHeld(random: Random, coin: string): HeldPosition {
  const number = () => wild(random);
  return {
    coin,
    fundedUntil: T + HOUR * random.int(0, 9),
    markedAt: T + HOUR * random.int(0, 9),
    position: {
      ...{ side: random.pick([1, -1] as const), entryTime: T, entryPrice: number(), qty: number(), notional: number() },
      ...{ margin: number(), stopDistance: number(), targetPrice: random.pick([Number.NaN, number()]) },
      ...{ liquidationPrice: number(), bankruptcyPrice: number(), best: number(), lastClose: number() },
      funding: -number(),
    },
  };
}

test("save desk: what is read is what was written, to the bit and in universe order", async () => {
  const random = randomFrom("save desk");
  for (let round = 1; round <= 20; round++) {
    const held = COINS.filter(() => random.next() < 0.7).map((coin) => randomHeld(random, coin));
    const orders = [
      { kind: "exit", coin: "AAA" },
      { kind: "enter", coin: "BBB", side: -1, time: T, stopMeasured: wild(random), targetMeasured: null },
    ] as const;
    const desk = { cash: wild(random), held, orders: [...orders] };
    const open = held.toReversed().map((one) => ({ ...one, stopPrice: 1, leverage: 2 }));
    const advance = advanceTo(T + round, { desk, open, fault: "it threw" });
    expect(await saveDesk(db, await readOne(), advance)).toBe(true);
    const read = await readOne();
    expect(read.desk).toEqual(desk);
    expect(read).toMatchObject({ actedUntil: T + round, fault: "it threw" });
    // The next round's positions are others: an entry price is never changed.
    await sql`delete from positions`;
  }
});

test("save desk: what moves while a position is open is written anew, its entry stays", async () => {
  const random = randomFrom("moves");
  const held = randomHeld(random, "AAA");
  const save = async (until: number, one: HeldPosition) => {
    const open = [{ ...one, stopPrice: until, leverage: 3 }];
    await saveDesk(db, await readOne(), advanceTo(until, { desk: { cash: 1, held: [one], orders: [] }, open }));
  };
  await save(T, held);
  const { best, lastClose, funding } = randomHeld(random, "AAA").position;
  const moved = { ...held, fundedUntil: T + 77 * HOUR, markedAt: T + 78 * HOUR };
  moved.position = { ...held.position, best, lastClose, funding };
  await save(T + HOUR, moved);
  expect((await readOne()).desk.held).toEqual([moved]);
  expect(await sql`select stop_price::float8 from positions`).toMatchObject([{ stop_price: T + HOUR }]);
});

test("save desk: a position that closes becomes a trade, one entered anew on its coin is another row", async () => {
  const random = randomFrom(7);
  const first = randomHeld(random, "AAA");
  await saveDesk(
    db,
    await readOne(),
    advanceTo(T, {
      desk: { cash: 1, held: [first], orders: [] },
      open: [{ ...first, stopPrice: 1, leverage: 2 }],
    }),
  );
  const second = structuredClone(first);
  second.position.entryTime = T + HOUR;
  second.position.entryPrice = 77;
  const closed: Trade = {
    ...{ coin: "AAA", direction: "long", entryTime: T, exitTime: T + HOUR, entryPrice: 1, exitPrice: 2, quantity: 3 },
    ...{ notional: 3, fees: 0.1, funding: -0.2, pnl: 2.7, reason: "signal" },
  };
  const open = [{ ...second, stopPrice: 5, leverage: 2 }];
  const desk = { cash: 2, held: [second], orders: [] };
  await saveDesk(db, await readOne(), advanceTo(T + HOUR, { desk, open, closed: [closed] }));
  expect((await readOne()).desk.held).toEqual([second]);
  expect(await sql`select coin, pnl_usd::float8, reason from trades`).toMatchObject([
    { coin: "AAA", pnl_usd: 2.7, reason: "signal" },
  ]);
});

test("save desk: of two that read the same state one writes, and the other does nothing", async () => {
  const [one, other] = [await readOne(), await readOne()];
  const event = { kind: "position.opened", strategyName: "S" };
  const outcomes = await Promise.all([
    saveDesk(db, one, advanceTo(T + HOUR, { events: [event] })),
    saveDesk(db, other, advanceTo(T + 2 * HOUR, { events: [event] })),
  ]);
  expect(outcomes.filter(Boolean)).toHaveLength(1);
  expect((await sql`select 1 from events where kind = 'position.opened'`).length).toBe(1);
  await sql`update subaccounts set strategy_id = null`;
  const late = { ...one, actedUntil: T + (outcomes[0] ? 1 : 2) * HOUR };
  expect(await saveDesk(db, late, advanceTo(T + 5 * HOUR))).toBe(false);
});
