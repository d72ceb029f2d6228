CREATE SEQUENCE "public"."strategy_leases" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "backtests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "backtests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"strategy_id" bigint,
	"strategy_name" text NOT NULL,
	"code_hash" text NOT NULL,
	"kind" text NOT NULL,
	"coins" jsonb NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	"parameters" jsonb NOT NULL,
	"metrics" jsonb NOT NULL,
	"snapshot_hash" text NOT NULL,
	"elapsed_ms" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coins" (
	"coin" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"max_leverage" integer NOT NULL,
	"day_volume_usd" numeric,
	"is_listed" boolean DEFAULT true NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"name" text NOT NULL,
	"day" date NOT NULL,
	"used" integer NOT NULL,
	CONSTRAINT "counters_name_day_pk" PRIMARY KEY("name","day"),
	CONSTRAINT "counters_used" CHECK ("used" >= 0)
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"stage" text,
	"process" text,
	"strategy_id" bigint,
	"strategy_name" text,
	"from_status" text,
	"to_status" text,
	"reason" text,
	"numbers" jsonb
);
--> statement-breakpoint
CREATE TABLE "pipeline_snapshots" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pipeline_snapshots_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"counts" jsonb NOT NULL,
	"stages" jsonb NOT NULL,
	"alerts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "positions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subaccount_id" bigint NOT NULL,
	"strategy_id" bigint NOT NULL,
	"coin" text NOT NULL,
	"direction" text NOT NULL,
	"entry_at" timestamp (3) with time zone NOT NULL,
	"entry_price" numeric NOT NULL,
	"qty" numeric NOT NULL,
	"leverage" double precision NOT NULL,
	"notional_usd" numeric NOT NULL,
	"margin_usd" numeric NOT NULL,
	"stop_distance" numeric NOT NULL,
	"stop_price" numeric NOT NULL,
	"target_price" numeric,
	"best_price" numeric NOT NULL,
	"funding_usd" numeric DEFAULT 0 NOT NULL,
	"mark_price" numeric NOT NULL,
	"marked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "processes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "processes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"stage" text NOT NULL,
	"host" text NOT NULL,
	"pid" integer NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"heartbeat_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "strategies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "strategies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"code" text NOT NULL,
	"code_hash" text NOT NULL,
	"type" text NOT NULL,
	"timeframe" text NOT NULL,
	"direction" text NOT NULL,
	"universe" jsonb,
	"parameters" jsonb,
	"source" text NOT NULL,
	"lineage" jsonb NOT NULL,
	"status" text NOT NULL,
	"processing_by" text,
	"processing_started_at" timestamp (3) with time zone,
	"lease" bigint,
	"lease_expires_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text,
	"metrics" jsonb,
	"score" double precision,
	"warmup_bars" integer NOT NULL,
	"generated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"validated_at" timestamp (3) with time zone,
	"tested_at" timestamp (3) with time zone,
	"selected_at" timestamp (3) with time zone,
	"live_at" timestamp (3) with time zone,
	"retired_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	CONSTRAINT "strategies_status_known" CHECK ("status" in ('GENERATED', 'VALIDATED', 'TESTED', 'SELECTED', 'LIVE', 'RETIRED', 'FAILED')),
	CONSTRAINT "strategies_claim_whole" CHECK (("processing_by" is null) = ("lease" is null))
);
--> statement-breakpoint
CREATE TABLE "subaccounts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "subaccounts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"is_paper" boolean NOT NULL,
	"strategy_id" bigint,
	"assigned_at" timestamp (3) with time zone,
	"capital_usd" numeric NOT NULL,
	"cash_usd" numeric NOT NULL,
	"equity_usd" numeric NOT NULL,
	"peak_equity_usd" numeric NOT NULL,
	"acted_until_at" timestamp (3) with time zone,
	"pending" jsonb
);
--> statement-breakpoint
CREATE TABLE "task_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "task_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"task" text NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"error" text,
	"numbers" jsonb
);
--> statement-breakpoint
CREATE TABLE "trades" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "trades_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subaccount_id" bigint NOT NULL,
	"strategy_id" bigint NOT NULL,
	"coin" text NOT NULL,
	"direction" text NOT NULL,
	"entry_at" timestamp (3) with time zone NOT NULL,
	"entry_price" numeric NOT NULL,
	"exit_at" timestamp (3) with time zone NOT NULL,
	"exit_price" numeric NOT NULL,
	"qty" numeric NOT NULL,
	"notional_usd" numeric NOT NULL,
	"fees_usd" numeric NOT NULL,
	"funding_usd" numeric NOT NULL,
	"pnl_usd" numeric NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trials" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "trials_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"strategy_name" text NOT NULL,
	"code_hash" text NOT NULL,
	"verdict" text,
	"reason" text,
	"numbers" jsonb,
	"cells" integer,
	"sharpe_mean" double precision,
	"sharpe_variance" double precision,
	"lineage" jsonb
);
--> statement-breakpoint
ALTER TABLE "backtests" ADD CONSTRAINT "backtests_strategy_id_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."strategies"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_subaccount_id_subaccounts_id_fk" FOREIGN KEY ("subaccount_id") REFERENCES "public"."subaccounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_strategy_id_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subaccounts" ADD CONSTRAINT "subaccounts_strategy_id_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trades" ADD CONSTRAINT "trades_subaccount_id_subaccounts_id_fk" FOREIGN KEY ("subaccount_id") REFERENCES "public"."subaccounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trades" ADD CONSTRAINT "trades_strategy_id_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "backtests_strategy" ON "backtests" USING btree ("strategy_name","id");--> statement-breakpoint
CREATE INDEX "backtests_id" ON "backtests" USING btree ("strategy_id");--> statement-breakpoint
CREATE INDEX "events_strategy" ON "events" USING btree ("strategy_name","id");--> statement-breakpoint
CREATE INDEX "events_stage" ON "events" USING btree ("stage","at");--> statement-breakpoint
CREATE INDEX "pipeline_snapshots_at" ON "pipeline_snapshots" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "positions_coin" ON "positions" USING btree ("subaccount_id","coin");--> statement-breakpoint
CREATE INDEX "positions_strategy" ON "positions" USING btree ("strategy_id");--> statement-breakpoint
CREATE INDEX "processes_stage" ON "processes" USING btree ("stage","heartbeat_at");--> statement-breakpoint
CREATE UNIQUE INDEX "strategies_name" ON "strategies" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "strategies_code_hash" ON "strategies" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "strategies_status" ON "strategies" USING btree ("status","id");--> statement-breakpoint
CREATE UNIQUE INDEX "subaccounts_name" ON "subaccounts" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "subaccounts_strategy" ON "subaccounts" USING btree ("strategy_id");--> statement-breakpoint
CREATE INDEX "task_runs_task" ON "task_runs" USING btree ("task","started_at");--> statement-breakpoint
CREATE INDEX "trades_strategy" ON "trades" USING btree ("strategy_id","exit_at");--> statement-breakpoint
CREATE UNIQUE INDEX "trades_once" ON "trades" USING btree ("subaccount_id","coin","entry_at");--> statement-breakpoint
CREATE UNIQUE INDEX "trials_candidate" ON "trials" USING btree ("code_hash") WHERE "kind" = 'candidate';--> statement-breakpoint
CREATE INDEX "trials_strategy" ON "trials" USING btree ("strategy_name","id");--> statement-breakpoint
CREATE INDEX "trials_kind" ON "trials" USING btree ("kind","at");