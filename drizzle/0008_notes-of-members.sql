-- Notes of sums have the members that they belong to. Rollups with notes that were stored without them are taken out:
-- their sums are computed for each question, with the same answer, until a release changes their indicator.
ALTER TABLE "rollup_rows" DISABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "rollups" DISABLE TRIGGER USER;--> statement-breakpoint
CREATE TEMP TABLE "rollups_without_members" ON COMMIT DROP AS SELECT DISTINCT "rollup_id" AS "id" FROM "rollup_rows" WHERE "notes" IS NOT NULL;--> statement-breakpoint
DELETE FROM "rollup_rows" WHERE "rollup_id" IN (SELECT "id" FROM "rollups_without_members");--> statement-breakpoint
DELETE FROM "rollups" WHERE "id" IN (SELECT "id" FROM "rollups_without_members");--> statement-breakpoint
ALTER TABLE "rollups" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "rollup_rows" ENABLE TRIGGER USER;
