CREATE TABLE "retests" (
	"strategy_id" bigint PRIMARY KEY NOT NULL,
	"processing_by" text NOT NULL,
	"lease" bigint NOT NULL,
	"lease_expires_at" timestamp (3) with time zone NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "retests" ADD CONSTRAINT "retests_strategy_id_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."strategies"("id") ON DELETE cascade ON UPDATE no action;