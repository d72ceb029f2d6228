import { afterAll, beforeAll, expect, test } from "bun:test";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type postgres from "postgres";
import { randomFrom } from "../../../core/kernel/random.ts";
import { testDatabase } from "../../support/database.ts";
import { barTime, deploy, makeWorld, simulated, type World } from "./desk-world.ts";

const database = testDatabase();
let sql: postgres.Sql;
let holder: postgres.Sql;

beforeAll(() => {
  sql = database.client();
  holder = database.client();
});
afterAll(() => rmSync(join(tmpdir(), `sixbtc-desk-${process.pid}`), { recursive: true, force: true }));

const start = ({ home }: World) =>
  Bun.spawn([process.execPath, join(import.meta.dir, "execute-fixture.ts"), home, database.url], {
    env: { PATH: process.env["PATH"] ?? "" },
    ...{ stdin: "ignore", stdout: "pipe", stderr: "inherit" },
  });

async function untilIt(is: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await is())) {
    if (performance.now() > deadline) throw new Error("waited in vain");
    await Bun.sleep(3);
  }
}

const actedBars = async () => {
  const [row] = await sql`select acted_until_at from subaccounts`;
  return (row!["acted_until_at"]?.getTime() - barTime(0)) / (barTime(1) - barTime(0));
};

test("execute: killed at any instant it loses nothing and does nothing twice", async () => {
  const world = makeWorld("kill", 200);
  const random = randomFrom("kill");
  await world.reveal(60);
  const { subaccountId } = await deploy(database.open());
  expect(await start(world).exited).toBe(0);
  expect(await actedBars()).toBe(61);

  let killed = 0;
  for (const last of [61, 90, 120, 150, 199]) {
    await world.reveal(last);
    // Half of them die while they write: their first statement waits for us, and ends with them.
    const isAtWrite = killed % 2 === 0;
    const child = start(world);
    if (isAtWrite) {
      const before = await actedBars();
      await holder.begin(async (tx) => {
        await tx`select 1 from subaccounts for update`;
        await untilIt(
          async () =>
            (await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)
              .length > 0,
        );
        child.kill("SIGKILL");
        await child.exited;
      });
      expect(await actedBars()).toBe(before);
    } else {
      await Bun.sleep(random.int(100, 600));
      child.kill("SIGKILL");
    }
    await child.exited;
    killed += 1;
  }
  expect(await start(world).exited).toBe(0);
  expect(await actedBars()).toBe(200);

  const { trades } = simulated(world, 61, 199);
  const booked = await sql`select coin, entry_at, exit_at, pnl_usd::float8 as pnl from trades
    where subaccount_id = ${subaccountId}`;
  const key = (coin: unknown, entry: number, exit: number, pnl: unknown) => `${coin} ${entry} ${exit} ${pnl}`;
  expect(booked.map((row) => key(row["coin"], +row["entry_at"], +row["exit_at"], row["pnl"])).sort()).toEqual(
    trades
      .filter(({ reason }) => reason !== "end")
      .map(({ coin, entryTime, exitTime, pnl }) => key(coin, entryTime, exitTime, pnl))
      .sort(),
  );
  const told = await sql`select count(*)::int as n from events where kind = 'position.opened'`;
  expect(told[0]!["n"]).toBe(trades.length);
}, 30_000);
