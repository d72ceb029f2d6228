ALTER TABLE "positions" ADD COLUMN "liquidation_price" numeric NOT NULL;--> statement-breakpoint
ALTER TABLE "positions" ADD COLUMN "bankruptcy_price" numeric NOT NULL;--> statement-breakpoint
ALTER TABLE "positions" ADD COLUMN "funded_until_at" timestamp (3) with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "subaccounts" ADD COLUMN "fault" text;