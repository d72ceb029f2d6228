-- Nothing has ever written to "coins": there are no rows without an exchange.
ALTER TABLE "coins" DROP CONSTRAINT "coins_pkey";--> statement-breakpoint
ALTER TABLE "coins" ALTER COLUMN "max_leverage" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "coins" ADD COLUMN "exchange" text NOT NULL;--> statement-breakpoint
ALTER TABLE "coins" ADD CONSTRAINT "coins_exchange_coin_pk" PRIMARY KEY("exchange","coin");--> statement-breakpoint
ALTER TABLE "coins" DROP COLUMN "source";--> statement-breakpoint
ALTER TABLE "coins" DROP COLUMN "day_volume_usd";--> statement-breakpoint
ALTER TABLE "strategies" ADD COLUMN "exchange" text;
