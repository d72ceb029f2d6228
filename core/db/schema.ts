import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  numeric,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { DatedReturns } from "../kernel/daily-returns.ts";
import type { DeskOrder } from "../kernel/desk.ts";
import type { Direction } from "../kernel/rules.ts";
import type { StrategyType } from "../strategy/definition.ts";
import type { Timeframe } from "../timeframe.ts";
import type { Alert } from "./alert.ts";
import { STATUSES, type StrategyStatus } from "./status.ts";

/** Numbers behind a decision, by name; JSON, so that what is not finite becomes null. */
export type Numbers = Record<string, unknown>;

const id = () => bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity();
const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });
/** Decimal in the database, so that sums there are exact; any number of JavaScript comes back as it went in. */
const decimal = (name: string) => numeric(name, { mode: "number" });

/** Where lease numbers come from: no two claims ever have the same one. */
export const strategyLeases = pgSequence("strategy_leases");

export const strategies = pgTable(
  "strategies",
  {
    id: id(),
    name: text("name").notNull(),
    code: text("code").notNull(),
    /** SHA-256 of the text with the name's value emptied, in hex. */
    codeHash: text("code_hash").notNull(),
    type: text("type").$type<StrategyType>().notNull(),
    timeframe: text("timeframe").$type<Timeframe>().notNull(),
    direction: text("direction").$type<Direction>().notNull(),
    /** Base assets it trades, in the order of EXECUTION.md 1; null until it is backtested. */
    universe: jsonb("universe").$type<string[]>(),
    /** Whose candles it was backtested on, and so trades on; null until then. */
    exchange: text("exchange"),
    /** Exits and leverage that the sweep chose, in place of the module's own. */
    parameters: jsonb("parameters").$type<Numbers>(),
    /** Who made it. */
    source: text("source").notNull(),
    /** Parents, prompt, seed. */
    lineage: jsonb("lineage").$type<Numbers>().notNull(),
    status: text("status").$type<StrategyStatus>().notNull(),
    processingBy: text("processing_by"),
    processingStartedAt: at("processing_started_at"),
    lease: bigint("lease", { mode: "number" }),
    leaseExpiresAt: at("lease_expires_at"),
    /** How many workers began on it in this status and never settled it. */
    attempts: integer("attempts").notNull().default(0),
    error: text("error"),
    metrics: jsonb("metrics").$type<Numbers>(),
    score: doublePrecision("score"),
    warmupBars: integer("warmup_bars").notNull(),
    generatedAt: at("generated_at").notNull().defaultNow(),
    validatedAt: at("validated_at"),
    testedAt: at("tested_at"),
    selectedAt: at("selected_at"),
    liveAt: at("live_at"),
    retiredAt: at("retired_at"),
    failedAt: at("failed_at"),
  },
  (table) => [
    uniqueIndex("strategies_name").on(table.name),
    uniqueIndex("strategies_code_hash").on(table.codeHash),
    // What claims walk, oldest first. Heartbeats touch no indexed column, which keeps them cheap.
    index("strategies_status").on(table.status, table.id),
    check("strategies_status_known", sql.raw(`"status" in (${STATUSES.map((status) => `'${status}'`).join(", ")})`)),
    check("strategies_claim_whole", sql`("processing_by" is null) = ("lease" is null)`),
  ],
);

/** Append-only: every transition and decision, with its reason and the numbers behind it. */
export const events = pgTable(
  "events",
  {
    id: id(),
    at: at("at").notNull().defaultNow(),
    /** `noun.past`, stable. */
    kind: text("kind").notNull(),
    stage: text("stage"),
    process: text("process"),
    strategyId: bigint("strategy_id", { mode: "number" }),
    strategyName: text("strategy_name"),
    fromStatus: text("from_status").$type<StrategyStatus>(),
    toStatus: text("to_status").$type<StrategyStatus>(),
    reason: text("reason"),
    numbers: jsonb("numbers").$type<Numbers>(),
  },
  (table) => [
    index("events_strategy").on(table.strategyName, table.id),
    index("events_stage").on(table.stage, table.at),
  ],
);

/** Append-only: a row for every candidate and every look at data. The number of trials is a count of these. */
export const trials = pgTable(
  "trials",
  {
    id: id(),
    at: at("at").notNull().defaultNow(),
    /**
     * `candidate` when a strategy enters; a look: in-sample, out-of-sample, walk-forward; or a verdict: validation,
     * backtest, retest.
     */
    kind: text("kind").notNull(),
    strategyName: text("strategy_name").notNull(),
    codeHash: text("code_hash").notNull(),
    verdict: text("verdict"),
    reason: text("reason"),
    numbers: jsonb("numbers").$type<Numbers>(),
    /** Combinations that a sweep tried, and the moments of their Sharpes. */
    cells: integer("cells"),
    sharpeMean: doublePrecision("sharpe_mean"),
    sharpeVariance: doublePrecision("sharpe_variance"),
    lineage: jsonb("lineage").$type<Numbers>(),
    /** Annual Sharpe of a look, that of the combination that was chosen: a column, so that an index may hold it. */
    sharpe: doublePrecision("sharpe").generatedAlwaysAs(sql`("numbers" ->> 'sharpe')::double precision`),
  },
  (table) => [
    uniqueIndex("trials_candidate").on(table.codeHash).where(sql`"kind" = 'candidate'`),
    index("trials_strategy").on(table.strategyName, table.id),
    index("trials_kind").on(table.kind, table.at),
    // All that the count of looks and the moments of their Sharpes read.
    index("trials_in_sample").on(table.sharpe).where(sql`"kind" = 'in-sample'`),
  ],
);

/** What was used of each daily limit; days are UTC by the database's clock. */
export const counters = pgTable(
  "counters",
  {
    name: text("name").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    used: integer("used").notNull(),
  },
  (table) => [primaryKey({ columns: [table.name, table.day] }), check("counters_used", sql`"used" >= 0`)],
);

/** The perpetuals that an exchange trades, as it said when it was last asked for candles. */
export const coins = pgTable(
  "coins",
  {
    exchange: text("exchange").notNull(),
    /** Base asset: BTC whatever a venue calls it. */
    coin: text("coin").notNull(),
    /** Null where the exchange does not say it to everybody. */
    maxLeverage: integer("max_leverage"),
    /** False once the exchange trades it no more. */
    isListed: boolean("is_listed").notNull().default(true),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.exchange, table.coin] })],
);

/** One run over one period; outlives the strategy, whose name and code hash it keeps. */
export const backtests = pgTable(
  "backtests",
  {
    id: id(),
    at: at("at").notNull().defaultNow(),
    strategyId: bigint("strategy_id", { mode: "number" }).references(() => strategies.id, { onDelete: "set null" }),
    strategyName: text("strategy_name").notNull(),
    codeHash: text("code_hash").notNull(),
    /** in-sample and out-of-sample; retest-in and retest-out of the same windows later, with the same parameters. */
    kind: text("kind").notNull(),
    coins: jsonb("coins").$type<string[]>().notNull(),
    fromAt: at("from_at").notNull(),
    toAt: at("to_at").notNull(),
    parameters: jsonb("parameters").$type<Numbers>().notNull(),
    metrics: jsonb("metrics").$type<Numbers>().notNull(),
    dailyReturns: jsonb("daily_returns").$type<DatedReturns>().notNull(),
    /** Names the exact candles. */
    snapshotHash: text("snapshot_hash").notNull(),
    elapsedMs: doublePrecision("elapsed_ms").notNull(),
  },
  (table) => [index("backtests_strategy").on(table.strategyName, table.id), index("backtests_id").on(table.strategyId)],
);

/**
 * Tests of strategies again, under way or settled. Their claims are of their own: whoever selects, deploys or retires a
 * strategy meanwhile does not wait for one, and none of them ends a strategy that killed its worker.
 */
export const retests = pgTable("retests", {
  strategyId: bigint("strategy_id", { mode: "number" })
    .primaryKey()
    .references(() => strategies.id, { onDelete: "cascade" }),
  processingBy: text("processing_by").notNull(),
  lease: bigint("lease", { mode: "number" }).notNull(),
  /** Until then it is that process's; in the past: it is nobody's. */
  leaseExpiresAt: at("lease_expires_at").notNull(),
  begunAt: at("begun_at").notNull(),
  /** How many workers began on it and never settled it. */
  attempts: integer("attempts").notNull(),
  settledAt: at("settled_at"),
});

/** An account of its own for each live strategy; paper until the desk trades money. */
export const subaccounts = pgTable(
  "subaccounts",
  {
    id: id(),
    name: text("name").notNull(),
    isPaper: boolean("is_paper").notNull(),
    strategyId: bigint("strategy_id", { mode: "number" }).references(() => strategies.id),
    assignedAt: at("assigned_at"),
    capitalUsd: decimal("capital_usd").notNull(),
    cashUsd: decimal("cash_usd").notNull(),
    equityUsd: decimal("equity_usd").notNull(),
    peakEquityUsd: decimal("peak_equity_usd").notNull(),
    /** Close of the last bar that the desk acted on. */
    actedUntilAt: at("acted_until_at"),
    /** Orders of that bar, to be filled at the next open. */
    pending: jsonb("pending").$type<DeskOrder[]>(),
    /** Why the strategy gives no signals at present, so that nothing is entered; null: it does. */
    fault: text("fault"),
  },
  (table) => [uniqueIndex("subaccounts_name").on(table.name), uniqueIndex("subaccounts_strategy").on(table.strategyId)],
);

/** What is open. A position that closes becomes a trade, in one transaction. */
export const positions = pgTable(
  "positions",
  {
    id: id(),
    subaccountId: bigint("subaccount_id", { mode: "number" })
      .notNull()
      .references(() => subaccounts.id),
    strategyId: bigint("strategy_id", { mode: "number" })
      .notNull()
      .references(() => strategies.id),
    coin: text("coin").notNull(),
    direction: text("direction").$type<"long" | "short">().notNull(),
    entryAt: at("entry_at").notNull(),
    entryPrice: decimal("entry_price").notNull(),
    qty: decimal("qty").notNull(),
    leverage: doublePrecision("leverage").notNull(),
    notionalUsd: decimal("notional_usd").notNull(),
    marginUsd: decimal("margin_usd").notNull(),
    stopDistance: decimal("stop_distance").notNull(),
    stopPrice: decimal("stop_price").notNull(),
    targetPrice: decimal("target_price"),
    liquidationPrice: decimal("liquidation_price").notNull(),
    bankruptcyPrice: decimal("bankruptcy_price").notNull(),
    bestPrice: decimal("best_price").notNull(),
    fundingUsd: decimal("funding_usd").notNull().default(0),
    /** Funding hours up to here are booked. */
    fundedUntilAt: at("funded_until_at").notNull(),
    markPrice: decimal("mark_price").notNull(),
    markedAt: at("marked_at").notNull(),
  },
  (table) => [
    uniqueIndex("positions_coin").on(table.subaccountId, table.coin),
    index("positions_strategy").on(table.strategyId),
  ],
);

/** Closed positions, with the fields of EXECUTION.md 7. */
export const trades = pgTable(
  "trades",
  {
    id: id(),
    subaccountId: bigint("subaccount_id", { mode: "number" })
      .notNull()
      .references(() => subaccounts.id),
    strategyId: bigint("strategy_id", { mode: "number" })
      .notNull()
      .references(() => strategies.id),
    coin: text("coin").notNull(),
    direction: text("direction").$type<"long" | "short">().notNull(),
    entryAt: at("entry_at").notNull(),
    entryPrice: decimal("entry_price").notNull(),
    exitAt: at("exit_at").notNull(),
    exitPrice: decimal("exit_price").notNull(),
    qty: decimal("qty").notNull(),
    notionalUsd: decimal("notional_usd").notNull(),
    feesUsd: decimal("fees_usd").notNull(),
    fundingUsd: decimal("funding_usd").notNull(),
    pnlUsd: decimal("pnl_usd").notNull(),
    reason: text("reason").notNull(),
  },
  (table) => [
    index("trades_strategy").on(table.strategyId, table.exitAt),
    // A bar that is acted on twice, after a crash, cannot book its trade twice.
    uniqueIndex("trades_once").on(table.subaccountId, table.coin, table.entryAt),
  ],
);

export const processes = pgTable(
  "processes",
  {
    id: id(),
    stage: text("stage").notNull(),
    host: text("host").notNull(),
    pid: integer("pid").notNull(),
    startedAt: at("started_at").notNull().defaultNow(),
    heartbeatAt: at("heartbeat_at").notNull().defaultNow(),
    endedAt: at("ended_at"),
  },
  (table) => [index("processes_stage").on(table.stage, table.heartbeatAt)],
);

/** Health of the factory, a row for each pass of the monitor. */
export const pipelineSnapshots = pgTable(
  "pipeline_snapshots",
  {
    id: id(),
    at: at("at").notNull().defaultNow(),
    counts: jsonb("counts").$type<Record<StrategyStatus, number>>().notNull(),
    stages: jsonb("stages").$type<Numbers[]>().notNull(),
    alerts: jsonb("alerts").$type<Alert[]>().notNull(),
  },
  (table) => [index("pipeline_snapshots_at").on(table.at)],
);

/** Runs of the scheduler's tasks; one without an end was cut short or goes on. */
export const taskRuns = pgTable(
  "task_runs",
  {
    id: id(),
    task: text("task").notNull(),
    startedAt: at("started_at").notNull().defaultNow(),
    endedAt: at("ended_at"),
    error: text("error"),
    numbers: jsonb("numbers").$type<Numbers>(),
  },
  (table) => [index("task_runs_task").on(table.task, table.startedAt)],
);
