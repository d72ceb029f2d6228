import { expect, test } from "bun:test";
import { readBacktestPace } from "../../../core/db/live-record.ts";
import type { StrategyStatus } from "../../../core/db/status.ts";
import { transition } from "../../../core/db/transition.ts";
import { insertTested } from "../../support/tested-strategies.ts";
import { busyChild } from "./busy-child.ts";
import { drain, hourStrategy, insertValidated, openWorker, SLOW } from "./gate-world.ts";
import { stageWorld } from "./stage-world.ts";

const PATIENCE_MS = 30_000;
const world = stageWorld();

const PARAMETERS = { exits: { stop: { kind: "percent", value: 0.05 }, maxBars: 6 }, leverage: 2 };
const HOLDS = hourStrategy({ hour: 0 });
const FAILS = hourStrategy({ hour: 12 });
const COINS = ["SOL", "BTC"];

/** A strategy whose last test, on candles up to April 2025, was so many days ago; the store's go on to November. */
async function tested(code: string, status: StrategyStatus, daysAgo = 8): Promise<{ id: number; name: string }> {
  const facts = { code, status, timeframe: "1h", direction: "long", universe: COINS, parameters: PARAMETERS } as const;
  const strategy = await insertTested(world.db, facts);
  const at = new Date(Date.now() - daysAgo * 86_400_000);
  await world.sql`update strategies set exchange = 'synthetic', tested_at = ${at}, selected_at = ${at}, live_at = ${at}
    where id = ${strategy.id}`;
  await world.sql`update backtests set at = ${at} where strategy_id = ${strategy.id}`;
  return strategy;
}

const rowOf = async (id: number) => (await world.sql`select * from strategies where id = ${id}`)[0];
const claimOf = async (id: number) => (await world.sql`select * from retests where strategy_id = ${id}`)[0];
const looksOf = async (name: string) =>
  (
    await world.sql`select kind, verdict from trials where strategy_name = ${name} and kind <> 'candidate' order by id`
  ).map(({ kind, verdict }) => `${kind} ${verdict}`);
const lastEventOf = async (name: string) =>
  (await world.sql`select * from events where strategy_name = ${name} order by id desc limit 1`)[0];

test(
  "retest: one that holds keeps its status, with new numbers, and a look that is counted",
  async () => {
    const { id, name } = await tested(HOLDS, "TESTED");
    const before = (await rowOf(id))!;
    expect(await drain(world.worker)).toEqual([{ verdict: "retested", strategy: name, retest: true }]);
    const row = (await rowOf(id))!;
    const { status, tested_at, parameters, universe, lease } = before;
    expect(row).toMatchObject({ status, tested_at, parameters, universe, lease, attempts: 0 });
    const runs = await world.sql`select * from backtests where strategy_id = ${id} and kind like 'retest%' order by id`;
    expect(runs.map(({ kind }) => kind)).toEqual(["retest-in", "retest-out"]);
    for (const run of runs) expect(run).toMatchObject({ coins: COINS, parameters: PARAMETERS });
    expect(runs[1]!["to_at"]).toEqual(new Date("2025-11-17"));
    const { inSample, outOfSample, scoreParts } = row["metrics"];
    expect(runs.map(({ metrics }) => metrics)).toEqual([inSample, outOfSample]);
    expect(outOfSample.sharpe).toBeGreaterThan(1);
    const points = Object.values<number>(scoreParts).reduce((sum, part) => sum + part, 0);
    expect(row["score"]).toBeCloseTo(points, 10);
    expect(await looksOf(name)).toEqual(["out-of-sample passed", "retest passed"]);
    expect(await lastEventOf(name)).toMatchObject({
      kind: "strategy.retested",
      stage: "backtest",
      to_status: "TESTED",
    });
    // Nothing is due any more: neither by its days nor by its candles.
    expect(await drain(world.worker)).toEqual([]);
    await world.sql`update backtests set at = at - interval '9 days'`;
    await world.sql`update retests set settled_at = settled_at - interval '9 days'`;
    expect(await drain(world.worker)).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  "retest: none before its time, nor on candles of another exchange",
  async () => {
    await tested(FAILS, "TESTED", 6);
    const { id } = await tested(hourStrategy({ hour: 12, maxBars: 5 }), "SELECTED");
    await world.sql`update strategies set exchange = 'binanceusdm' where id = ${id}`;
    expect(await drain(world.worker)).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  "retest: one that does not hold is deleted with its reason, unless the desk trades it",
  async () => {
    const others = [await tested(FAILS, "TESTED"), await tested(hourStrategy({ hour: 12, maxBars: 5 }), "SELECTED")];
    const live = await tested(hourStrategy({ hour: 12, maxBars: 4 }), "LIVE");
    const pace = await readBacktestPace(world.db, live.id);
    const reason = "out-of-sample: Sharpe below 1";
    const outcomes = await drain(world.worker);
    expect(outcomes.map(({ verdict, strategy, reason }) => [verdict, strategy, reason])).toEqual([
      ["weakened", live.name, reason],
      ["rejected", others[0]!.name, reason],
      ["rejected", others[1]!.name, reason],
    ]);
    for (const { id, name } of others) {
      expect(await rowOf(id)).toBeUndefined();
      expect(await claimOf(id)).toBeUndefined();
      expect(await looksOf(name)).toEqual(["out-of-sample rejected", "retest rejected"]);
      expect(await lastEventOf(name)).toMatchObject({ kind: "strategy.rejected", stage: "backtest", reason });
    }
    const row = (await rowOf(live.id))!;
    expect(row["status"]).toBe("LIVE");
    expect(row["metrics"].outOfSample.sharpe).toBeLessThan(1);
    const told = `would fail on newer candles: ${reason}`;
    expect(await lastEventOf(live.name)).toMatchObject({ kind: "strategy.weakened", to_status: "LIVE", reason: told });
    // What it has to keep up with on the desk is what it was chosen by.
    expect(await readBacktestPace(world.db, live.id)).toEqual(pace);
  },
  PATIENCE_MS,
);

test(
  "retest: a strategy that fails on new candles says nothing of LIVE ones but its event, once",
  async () => {
    const { id, name } = await tested(hourStrategy({ hour: 0, before: "let x; x.y = 1;" }), "LIVE");
    const { metrics } = (await rowOf(id))!;
    expect((await drain(world.worker)).map(({ verdict }) => verdict)).toEqual(["weakened"]);
    expect(await rowOf(id)).toMatchObject({ status: "LIVE", metrics });
    expect(await looksOf(name)).toEqual(["retest rejected"]);
  },
  PATIENCE_MS,
);

test(
  "retest: nobody who moves the strategy waits for it, and the status at the end decides",
  async () => {
    const { id, name } = await tested(hourStrategy({ hour: 12, before: SLOW }), "SELECTED");
    const ticking = world.worker.stage.tick(new AbortController().signal);
    await working(id);
    const actor = { stage: "deploy", process: "test" };
    expect(await transition(world.db, { id, from: "SELECTED", to: "LIVE", actor, reason: "test" })).toBe(true);
    expect(await ticking).toMatchObject({ outcome: { verdict: "weakened", strategy: name } });
    expect(await rowOf(id)).toMatchObject({ status: "LIVE" });
  },
  PATIENCE_MS,
);

test(
  "retest: one that was retired meanwhile stays retired, and the look is counted",
  async () => {
    const { id, name } = await tested(hourStrategy({ hour: 12, before: SLOW }), "LIVE");
    const ticking = world.worker.stage.tick(new AbortController().signal);
    await working(id);
    const actor = { stage: "deploy", process: "test" };
    await transition(world.db, { id, from: "LIVE", to: "RETIRED", actor, reason: "test" });
    expect(await ticking).toMatchObject({ outcome: { verdict: "overtaken", strategy: name } });
    expect(await rowOf(id)).toMatchObject({ status: "RETIRED", metrics: { degradation: 0 } });
    expect(await looksOf(name)).toEqual(["out-of-sample rejected", "retest rejected"]);
  },
  PATIENCE_MS,
);

test(
  "retest: a worker that was overtaken writes nothing",
  async () => {
    const { id, name } = await tested(hourStrategy({ hour: 12, before: SLOW }), "TESTED");
    const ticking = world.worker.stage.tick(new AbortController().signal);
    await working(id);
    await world.sql`update retests set lease = nextval('strategy_leases') where strategy_id = ${id}`;
    expect(await ticking).toMatchObject({ outcome: { verdict: "lost", strategy: name } });
    expect(await rowOf(id)).toMatchObject({ status: "TESTED", metrics: { degradation: 0 } });
    expect(await looksOf(name)).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  "retest: a stop gives it back, as if it had never begun",
  async () => {
    const { id } = await tested(hourStrategy({ hour: 12, before: SLOW }), "TESTED");
    const stop = new AbortController();
    const ticking = world.worker.stage.tick(stop.signal);
    await working(id);
    stop.abort();
    expect(ticking).rejects.toThrow();
    await ticking.catch(() => undefined);
    expect(await claimOf(id)).toMatchObject({ attempts: 0 });
    expect(await isClaimed(id)).toBe(false);
  },
  PATIENCE_MS,
);

test(
  "retest: three deaths end the tries until the next is due, and nothing else",
  async () => {
    const { id, name } = await tested(hourStrategy({ hour: 12, before: SLOW }), "LIVE");
    for (const attempts of [1, 2, 3]) {
      const ticking = world.worker.stage.tick(new AbortController().signal);
      await working(id);
      process.kill(await busyChild(), "SIGKILL");
      expect(await ticking).toMatchObject({ outcome: { verdict: "interrupted", strategy: name } });
      expect(await claimOf(id)).toMatchObject({ attempts });
      // Its worker may be alive, for all that anybody knows.
      expect(await drain(world.worker)).toEqual([]);
      await world.sql`update retests set lease_expires_at = now() - interval '1 second'`;
    }
    expect(await drain(world.worker)).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ status: "LIVE", attempts: 0, error: null });
    await world.sql`update retests set begun_at = begun_at - interval '8 days'`;
    expect((await drain(world.worker)).map(({ verdict }) => verdict)).toEqual(["weakened"]);
  },
  PATIENCE_MS,
);

test(
  "retest: what was never tested comes first, but for one tick in ten; two workers share what is due",
  async () => {
    const due = [];
    for (let i = 0; i < 6; i++) due.push((await tested(hourStrategy({ hour: i + 6, maxBars: 3 }), "TESTED")).name);
    const waiting = [];
    for (let i = 0; i < 12; i++)
      waiting.push(await insertValidated(world.db, hourStrategy({ hour: i + 6, maxBars: 2 })));
    const fresh = await openWorker({ ...world, name: "fresh" });
    const outcomes = await drain(fresh, 11);
    expect(outcomes.map(({ retest }) => retest === true)).toEqual(Array.from({ length: 11 }, (_, i) => i === 9));
    const done = (await Promise.all([drain(world.worker), drain(fresh)])).flat();
    await fresh.close();
    const names = [...outcomes, ...done].map(({ strategy }) => strategy);
    expect(names.toSorted()).toEqual([...due, ...waiting].toSorted());
  },
  PATIENCE_MS,
);

const isClaimed = async (id: number) =>
  (await world.sql`select 1 from retests where strategy_id = ${id} and lease_expires_at > now()`).length > 0;

/** Resolves once the test is claimed and its child has had time to begin. */
async function working(id: number): Promise<void> {
  while (!(await isClaimed(id))) await Bun.sleep(5);
  await Bun.sleep(250);
}
