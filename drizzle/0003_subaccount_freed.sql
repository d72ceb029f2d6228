-- A subaccount that was freed waits for the next strategy: whoever fills it waits for retirements.
CREATE FUNCTION "notify_subaccount_freed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('sixbtc_status', 'RETIRED');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "subaccounts_freed" AFTER UPDATE OF "strategy_id" ON "subaccounts" FOR EACH ROW
  WHEN (OLD."strategy_id" IS NOT NULL AND NEW."strategy_id" IS NULL)
  EXECUTE FUNCTION "notify_subaccount_freed"();
