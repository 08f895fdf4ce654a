CREATE TABLE "rollup_rows" (
	"rollup_id" integer NOT NULL,
	"area_id" integer NOT NULL,
	"counterpart_id" integer NOT NULL,
	"breakdown_id" integer NOT NULL,
	"source_id" integer NOT NULL,
	"basis" "basis" NOT NULL,
	"definition" text NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"of_months" boolean NOT NULL,
	"since_release" integer NOT NULL,
	"until_release" integer DEFAULT 2147483647 NOT NULL,
	"period_status" "period_status" NOT NULL,
	"words" integer NOT NULL,
	"value" double precision,
	"low" double precision,
	"high" double precision,
	"kinds" integer NOT NULL,
	"numerator" double precision,
	"denominator" double precision,
	"editions" integer[] NOT NULL,
	"notes" jsonb,
	"count" integer NOT NULL,
	"areas" integer[],
	"origins" integer[],
	"breakdowns" integer[],
	"unweighted" integer[],
	"weight" double precision,
	"weight_expected" double precision,
	"span" jsonb,
	CONSTRAINT "rollup_rows_pk" PRIMARY KEY("rollup_id","source_id","basis","of_months","area_id","counterpart_id","breakdown_id","definition","period_start","period_end","until_release"),
	CONSTRAINT "rollup_rows_are_in_force_a_while" CHECK ("rollup_rows"."until_release" > "rollup_rows"."since_release")
);
--> statement-breakpoint
CREATE TABLE "rollups" (
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "rollups_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"indicator_id" integer NOT NULL,
	"axis" text NOT NULL,
	"code" text NOT NULL,
	"since_release" integer NOT NULL,
	"until_release" integer DEFAULT 2147483647 NOT NULL,
	CONSTRAINT "rollups_pk" PRIMARY KEY("id"),
	CONSTRAINT "rollups_are_made_once" UNIQUE("indicator_id","axis","code","until_release"),
	CONSTRAINT "rollups_axis_is_known" CHECK ("rollups"."axis" in ('area', 'origin', 'breakdown', 'months')),
	CONSTRAINT "rollups_are_in_force_a_while" CHECK ("rollups"."until_release" > "rollups"."since_release")
);
--> statement-breakpoint
ALTER TABLE "rollup_rows" ADD CONSTRAINT "rollup_rows_rollup_fk" FOREIGN KEY ("rollup_id") REFERENCES "public"."rollups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollup_rows" ADD CONSTRAINT "rollup_rows_since_fk" FOREIGN KEY ("since_release") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollups" ADD CONSTRAINT "rollups_indicator_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollups" ADD CONSTRAINT "rollups_since_fk" FOREIGN KEY ("since_release") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;