import { expect, test } from "bun:test";
import { sharpe } from "../../../core/kernel/sharpe.ts";
import { openCandleStore } from "../../../core/market/store.ts";
import { busyChild } from "./busy-child.ts";
import { DAYS, drain, hourStrategy, insertValidated, openWorker, SLOW } from "./gate-world.ts";
import { stageWorld } from "./stage-world.ts";

const PATIENCE_MS = 30_000;
const world = stageWorld();

const rowOf = async (name: string) => (await world.sql`select * from strategies where name = ${name}`)[0];
const trialsOf = (name: string) => world.sql`select * from trials where strategy_name = ${name} order by id`;
const lastEventOf = async (name: string) =>
  (await world.sql`select * from events where strategy_name = ${name} order by id desc limit 1`)[0];

test(
  "backtest: a verdict of no leaves its looks, the reason and the event, and no row",
  async () => {
    const name = await insertValidated(world.db, hourStrategy({ hour: 12 }));
    const [outcome, ...others] = await drain(world.worker);
    expect(others).toEqual([]);
    expect(outcome).toMatchObject({ verdict: "rejected", strategy: name, reason: "in-sample: Sharpe below 1" });
    expect(outcome).toHaveProperty("warnings");
    expect(await rowOf(name)).toBeUndefined();
    const trials = await trialsOf(name);
    expect(trials.map(({ kind, verdict, reason }) => [kind, verdict, reason])).toEqual([
      ["candidate", "generated", null],
      ["in-sample", "rejected", "Sharpe below 1"],
      ["backtest", "rejected", "in-sample: Sharpe below 1"],
    ]);
    expect(trials[1]!["cells"]).toBe(140);
    expect(trials[1]!["sharpe_mean"]).toBeLessThan(1);
    expect(trials[1]!["sharpe_variance"]).toBeGreaterThan(0);
    // Stops beyond the liquidation price at ten times leverage are left out.
    expect(trials[1]!["numbers"]).toMatchObject({ cells: 140, leftOut: 10 });
    expect(trials[1]!["numbers"].trades).toBeWithin(715, 721);
    expect(trials[1]!["sharpe"]).toBe(trials[1]!["numbers"].sharpe);
    const event = await lastEventOf(name);
    expect(event).toMatchObject({ kind: "strategy.rejected", stage: "backtest", reason: "in-sample: Sharpe below 1" });
    expect(event!["numbers"]["in-sample"].sharpe).toBeLessThan(1);
    expect(await world.sql`select id from backtests`).toHaveLength(0);
  },
  PATIENCE_MS,
);

test(
  "backtest: one that passes every shipped gate is TESTED, with all that later stages read",
  async () => {
    const name = await insertValidated(world.db, hourStrategy({ hour: 0 }));
    const [outcome] = await drain(world.worker);
    const row = (await rowOf(name))!;
    expect(outcome).toMatchObject({ verdict: "passed", strategy: name, score: row["score"] });
    expect(row).toMatchObject({ status: "TESTED", lease: null, processing_by: null, attempts: 0 });
    expect(row["tested_at"]).toBeInstanceOf(Date);
    expect(row["universe"].toSorted()).toEqual(["BTC", "ETH", "SOL"]);
    expect(row["exchange"]).toBe("synthetic");
    expect(row["parameters"]).toEqual({
      ...{ exits: { stop: { kind: "percent", value: expect.any(Number) }, maxBars: expect.any(Number) } },
      leverage: expect.any(Number),
    });
    const { inSample, outOfSample, degradation, scoreParts } = row["metrics"];
    expect(degradation).toBeCloseTo(1 - outOfSample.sharpe / inSample.sharpe, 12);
    const points = Object.values<number>(scoreParts).reduce((sum, part) => sum + part, 0);
    expect(row["score"]).toBeCloseTo(points, 10);

    const runs = await world.sql`select * from backtests order by id`;
    expect(runs.map(({ kind }) => kind)).toEqual(["in-sample", "out-of-sample"]);
    expect(runs.map(({ metrics }) => metrics)).toEqual([inSample, outOfSample]);
    for (const run of runs) {
      const { from_at: from, to_at: to, daily_returns: daily } = run;
      expect(run).toMatchObject({ strategy_name: name, parameters: row["parameters"], coins: row["universe"] });
      expect(Number(run["strategy_id"])).toBe(Number(row["id"]));
      expect(run["snapshot_hash"]).toMatch(/^[0-9a-f]{64}$/);
      expect(daily.firstDayMs).toBe(from.getTime());
      expect(daily.returns).toHaveLength((to - from) / 86_400_000);
      expect(sharpe(Float64Array.from(daily.returns))).toBe(run["metrics"].sharpe);
    }
    expect(runs[1]!["from_at"]).toEqual(runs[0]!["to_at"]);
    expect((runs[1]!["to_at"] - runs[0]!["from_at"]) / 86_400_000).toBe(DAYS);
    expect((await trialsOf(name)).map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ["candidate", "generated"],
      ["in-sample", "passed"],
      ["out-of-sample", "passed"],
      ["walk-forward", "passed"],
      ["backtest", "passed"],
    ]);
    expect((await trialsOf(name))[3]!["cells"]).toBe(5 * 140);
    const event = await lastEventOf(name);
    expect(event).toMatchObject({ kind: "strategy.tested", from_status: "VALIDATED", to_status: "TESTED" });
    expect(Object.keys(event!["numbers"]).toSorted()).toEqual([
      ...["consistency", "deflated", "exchange", "in-sample", "out-of-sample", "permutation", "random-entry"],
      ...["robustness", "sanity", "score", "snapshotHash", "synthetic", "walk-forward"],
    ]);
    // The count of looks that came before is at most a minute old.
    expect(event!["numbers"].deflated.trials).toBeGreaterThan(0);
    expect(event!["numbers"]).toMatchObject({ exchange: "synthetic", synthetic: true });
  },
  PATIENCE_MS,
);

test(
  "backtest: the same strategy and data give the same bytes, in a child that is warm and in one that is new",
  async () => {
    const name = await insertValidated(world.db, hourStrategy({ hour: 0, maxBars: 5 }));
    const facts = () => world.sql`
    select s.metrics::text as metrics, s.parameters::text as parameters, s.score::text as score,
      (select concat(e.numbers -> 'random-entry', e.numbers -> 'permutation', e.numbers -> 'walk-forward')
        from events e where e.strategy_name = s.name order by e.id desc limit 1) as luck,
      (select string_agg(b.daily_returns::text || b.snapshot_hash, ' ' order by b.id) from backtests b) as runs
    from strategies s where name = ${name}`;
    await drain(world.worker);
    const first = [...(await facts())];
    const other = await openWorker({ ...world, name: "other" });
    for (const again of [world.worker, other]) {
      await world.sql`delete from backtests`;
      await world.sql`update strategies set status = 'VALIDATED', metrics = null, score = null, parameters = null`;
      await drain(again);
      expect([...(await facts())]).toEqual(first);
    }
    await other.close();
  },
  PATIENCE_MS,
);

test(
  "backtest: a strategy that fails on real candles has the verdict no, and harms no other",
  async () => {
    const broken = await insertValidated(world.db, hourStrategy({ hour: 0, before: "let x; x.y = 1;", maxBars: 4 }));
    const endless = await insertValidated(world.db, hourStrategy({ hour: 0, before: "while (true) {}", maxBars: 4 }));
    const sound = await insertValidated(world.db, hourStrategy({ hour: 0, maxBars: 4 }));
    const outcomes = await drain(world.worker);
    expect(outcomes.map(({ strategy, verdict }) => [strategy, verdict])).toEqual([
      [broken, "rejected"],
      [endless, "rejected"],
      [sound, "passed"],
    ]);
    for (const { reason } of outcomes.slice(0, 2)) expect(reason).toMatch(/^signals: /);
    expect((await trialsOf(broken)).map(({ kind }) => kind)).toEqual(["candidate", "backtest"]);
  },
  PATIENCE_MS,
);

test(
  "backtest: a stop gives back what is claimed, as if it had never been",
  async () => {
    const name = await insertValidated(world.db, hourStrategy({ hour: 0, before: SLOW }));
    const stop = new AbortController();
    const ticking = world.worker.stage.tick(stop.signal);
    await working(name);
    stop.abort();
    expect(ticking).rejects.toThrow();
    await ticking.catch(() => undefined);
    expect(await rowOf(name)).toMatchObject({ status: "VALIDATED", lease: null, processing_by: null, attempts: 0 });
    expect(await trialsOf(name)).toHaveLength(1);
  },
  PATIENCE_MS,
);

test(
  "backtest: a child that is killed from outside costs an attempt, not the strategy",
  async () => {
    const name = await insertValidated(world.db, hourStrategy({ hour: 0, before: SLOW }));
    const ticking = world.worker.stage.tick(new AbortController().signal);
    await working(name);
    const child = await busyChild();
    process.kill(child, "SIGKILL");
    expect(await ticking).toMatchObject({ did: "work", outcome: { verdict: "interrupted", strategy: name } });
    expect(await rowOf(name)).toMatchObject({ status: "VALIDATED", attempts: 1, processing_by: "test" });
    expect(await trialsOf(name)).toHaveLength(1);
  },
  PATIENCE_MS,
);

test(
  "backtest: two workers share the work, each strategy once",
  async () => {
    const names: string[] = [];
    for (let i = 0; i < 24; i++) {
      const code = hourStrategy({ hour: i % 12, maxBars: i < 12 ? 2 : 3 });
      names.push(await insertValidated(world.db, code));
    }
    const other = await openWorker({ ...world, name: "other" });
    const done = (await Promise.all([drain(world.worker), drain(other)])).map((outcomes) => outcomes.length);
    await other.close();
    expect(done[0]! + done[1]!).toBe(24);
    const trials = await world.sql`select strategy_name, count(*)::int as n from trials
    where kind = 'backtest' and strategy_name in ${world.sql(names)} group by 1`;
    expect(trials.map(({ n }) => n)).toEqual(Array(24).fill(1));
    const workers = await world.sql`select distinct process from events
    where stage = 'backtest' and strategy_name in ${world.sql(names)}`;
    expect(workers).toHaveLength(2);
  },
  PATIENCE_MS,
);

test(
  "backtest: strategies without candles stay; a bare run says so after the others, a watch waits",
  async () => {
    const stuck = await insertValidated(world.db, hourStrategy({ hour: 0, timeframe: "15m" }), "15m");
    const other = await insertValidated(world.db, hourStrategy({ hour: 13 }));
    expect((await world.worker.stage.tick(new AbortController().signal)).did).toBe("work");
    expect(await rowOf(other)).toBeUndefined();
    expect(drain(world.worker)).rejects.toMatchObject({
      ...{ code: "data.notReady", exitCode: 3, message: "Strategies wait for data: there are no 15m candles" },
    });
    await drain(world.worker).catch(() => undefined);
    expect(await rowOf(stuck)).toMatchObject({ status: "VALIDATED", lease: null, attempts: 0 });
    const watching = await openWorker({ ...world, watch: true });
    expect(await drain(watching)).toEqual([]);
    await watching.close();
  },
  PATIENCE_MS,
);

test(
  "backtest: a timeframe that the configuration does not name is made of a shorter one",
  async () => {
    const name = await insertValidated(world.db, hourStrategy({ hour: 0, timeframe: "2h" }), "2h");
    const [outcome] = await drain(world.worker);
    expect(outcome).toMatchObject({ strategy: name, verdict: "rejected" });
    expect(
      openCandleStore(world.home).info({ exchange: "synthetic", coin: "BTC", timeframe: "2h" })?.source,
    ).toStartWith("resampled 1h");
  },
  PATIENCE_MS,
);

test(
  "backtest: what the factory tried before raises the bar for all that come after",
  async () => {
    // Sharpes of which a seventh is above 9; trials stay, so this test is the last.
    await world.sql`insert into trials (kind, strategy_name, code_hash, numbers)
      select 'in-sample', 'other', 'other', jsonb_build_object('sharpe', n % 13 - 3) from generate_series(1, 20000) n`;
    const name = await insertValidated(world.db, hourStrategy({ hour: 0, maxBars: 7 }));
    const later = await openWorker({ ...world, name: "later" });
    const [outcome] = await drain(later);
    await later.close();
    expect(outcome).toMatchObject({ verdict: "rejected", reason: "deflated: deflated Sharpe below 0.95" });
    const { deflated, sanity } = (await lastEventOf(name))!["numbers"];
    expect(deflated.trials).toBeGreaterThan(20_000);
    expect(deflated.benchmark).toBeGreaterThan(15);
    expect(sanity).toBeUndefined();
    expect((await trialsOf(name)).map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ["candidate", "generated"],
      ["in-sample", "passed"],
      ["out-of-sample", "passed"],
      ["walk-forward", "passed"],
      ["backtest", "rejected"],
    ]);
  },
  PATIENCE_MS,
);

/** Resolves once the strategy is claimed and its child has had time to begin. */
async function working(name: string): Promise<void> {
  while ((await rowOf(name))?.["processing_by"] == null) await Bun.sleep(5);
  await Bun.sleep(250);
}
