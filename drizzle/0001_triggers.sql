-- A strategy that may now be claimed wakes those who wait for its status, when the transaction commits.
CREATE FUNCTION "notify_status"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('sixbtc_status', NEW."status");
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "strategies_inserted" AFTER INSERT ON "strategies" FOR EACH ROW EXECUTE FUNCTION "notify_status"();
--> statement-breakpoint
-- Claims and heartbeats do not pass the condition, and cost nothing here.
CREATE TRIGGER "strategies_settled" AFTER UPDATE ON "strategies" FOR EACH ROW
  WHEN (NEW."status" <> OLD."status" OR (OLD."lease" IS NOT NULL AND NEW."lease" IS NULL))
  EXECUTE FUNCTION "notify_status"();
--> statement-breakpoint
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "events_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "events"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "trials_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "trials"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
