CREATE TYPE "public"."additivity" AS ENUM('flow', 'stock', 'none');--> statement-breakpoint
CREATE TYPE "public"."area_kind" AS ENUM('country', 'city', 'group', 'all', 'none', 'other', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."basis" AS ENUM('calendar-year', 'us-fiscal-year', 'month', 'day', 'interval', 'since', 'cumulative', 'annual-level', 'unstated');--> statement-breakpoint
CREATE TYPE "public"."gap" AS ENUM('not-published', 'suppressed', 'not-applicable', 'withdrawn', 'redacted');--> statement-breakpoint
CREATE TYPE "public"."interval_kind" AS ENUM('none', 'stated', 'confidence-95', 'suppression', 'rounding');--> statement-breakpoint
CREATE TYPE "public"."measure" AS ENUM('rate', 'count', 'estimate', 'share');--> statement-breakpoint
CREATE TYPE "public"."period_status" AS ENUM('stated', 'inferred', 'assumed');--> statement-breakpoint
CREATE TYPE "public"."qualifier" AS ENUM('exact', 'about', 'more-than', 'at-least', 'just-over', 'less-than', 'at-most', 'nearly', 'range');--> statement-breakpoint
CREATE TABLE "releases" (
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "releases_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"major" integer NOT NULL,
	"minor" integer NOT NULL,
	"patch" integer NOT NULL,
	"released_on" date NOT NULL,
	"note_en" text NOT NULL,
	"note_es" text NOT NULL,
	"content_hash" text,
	"catalogue" jsonb,
	"published_at" timestamp with time zone,
	CONSTRAINT "releases_pk" PRIMARY KEY("id"),
	CONSTRAINT "releases_version_is_unique" UNIQUE("major","minor","patch"),
	CONSTRAINT "releases_version_is_not_negative" CHECK (least("releases"."major", "releases"."minor", "releases"."patch") >= 0),
	CONSTRAINT "releases_published_are_complete" CHECK ("releases"."published_at" is null or ("releases"."content_hash" is not null and "releases"."catalogue" is not null)),
	CONSTRAINT "releases_hash_is_sha256" CHECK ("releases"."content_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "area_members" (
	"group_id" integer NOT NULL,
	"member_id" integer NOT NULL,
	"valid_from" date DEFAULT '-infinity' NOT NULL,
	"valid_to" date DEFAULT 'infinity' NOT NULL,
	"since_release" integer NOT NULL,
	"until_release" integer DEFAULT 2147483647 NOT NULL,
	CONSTRAINT "area_members_pk" PRIMARY KEY("group_id","member_id","valid_from","until_release"),
	CONSTRAINT "area_members_last_a_while" CHECK ("area_members"."valid_to" > "area_members"."valid_from"),
	CONSTRAINT "area_members_are_in_force_a_while" CHECK ("area_members"."until_release" > "area_members"."since_release"),
	CONSTRAINT "area_members_are_others" CHECK ("area_members"."group_id" <> "area_members"."member_id")
);
--> statement-breakpoint
CREATE TABLE "areas" (
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "areas_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"kind" "area_kind" NOT NULL,
	"name_en" text NOT NULL,
	"name_es" text NOT NULL,
	"within_id" integer,
	CONSTRAINT "areas_pk" PRIMARY KEY("id"),
	CONSTRAINT "areas_code_is_unique" UNIQUE("code"),
	CONSTRAINT "areas_only_cities_lie_within" CHECK (("areas"."kind" = 'city') = ("areas"."within_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "breakdown_codes" (
	"breakdown_id" integer NOT NULL,
	"dimension" text NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "breakdown_codes_pk" PRIMARY KEY("breakdown_id","dimension")
);
--> statement-breakpoint
CREATE TABLE "breakdowns" (
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "breakdowns_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	CONSTRAINT "breakdowns_pk" PRIMARY KEY("id"),
	CONSTRAINT "breakdowns_code_is_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "editions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"source_id" integer NOT NULL,
	"vintage" text NOT NULL,
	"accessed" date NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "editions_pk" PRIMARY KEY("id"),
	CONSTRAINT "editions_slug_is_unique" UNIQUE("slug"),
	CONSTRAINT "editions_file_is_unique" UNIQUE("source_id","sha256"),
	CONSTRAINT "editions_hash_is_sha256" CHECK ("editions"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "indicators_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"measure" "measure" NOT NULL,
	"additivity" "additivity" NOT NULL,
	"signed" boolean NOT NULL,
	"per" integer,
	"unit" text NOT NULL,
	"title_en" text NOT NULL,
	"title_es" text NOT NULL,
	CONSTRAINT "indicators_pk" PRIMARY KEY("id"),
	CONSTRAINT "indicators_slug_is_unique" UNIQUE("slug"),
	CONSTRAINT "indicators_id_with_measure" UNIQUE("id","measure"),
	CONSTRAINT "indicators_slug_is_kebab" CHECK ("indicators"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("indicators"."slug") <= 60),
	CONSTRAINT "indicators_rates_say_per_how_many" CHECK (("indicators"."measure" = 'rate') = ("indicators"."per" is not null))
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "notes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"en" text NOT NULL,
	"es" text NOT NULL,
	"mandatory" boolean NOT NULL,
	CONSTRAINT "notes_pk" PRIMARY KEY("id"),
	CONSTRAINT "notes_text_is_unique" UNIQUE("en","es","mandatory")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "sources_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"publisher" text NOT NULL,
	"title_en" text NOT NULL,
	"title_es" text NOT NULL,
	"licence" text NOT NULL,
	CONSTRAINT "sources_pk" PRIMARY KEY("id"),
	CONSTRAINT "sources_slug_is_unique" UNIQUE("slug"),
	CONSTRAINT "sources_kind_is_known" CHECK ("sources"."kind" in ('primary', 'secondary'))
);
--> statement-breakpoint
CREATE TABLE "parts" (
	"indicator_id" integer NOT NULL,
	"scheme" text NOT NULL,
	"axis" text NOT NULL,
	"code" text NOT NULL,
	"denominator" text,
	"since_release" integer NOT NULL,
	"until_release" integer DEFAULT 2147483647 NOT NULL,
	CONSTRAINT "parts_pk" PRIMARY KEY("indicator_id","scheme","code","until_release"),
	CONSTRAINT "parts_axis_is_known" CHECK ("parts"."axis" in ('origin', 'breakdown')),
	CONSTRAINT "parts_denominator_is_known" CHECK ("parts"."denominator" in ('shared', 'split')),
	CONSTRAINT "parts_never_hold_the_total" CHECK ("parts"."code" <> '_T'),
	CONSTRAINT "parts_are_in_force_a_while" CHECK ("parts"."until_release" > "parts"."since_release")
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "series_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"indicator_id" integer NOT NULL,
	"measure" "measure" NOT NULL,
	"source_id" integer NOT NULL,
	"basis" "basis" NOT NULL,
	"area_id" integer NOT NULL,
	"counterpart_id" integer NOT NULL,
	"breakdown_id" integer NOT NULL,
	"definition" text DEFAULT 'main' NOT NULL,
	CONSTRAINT "series_pk" PRIMARY KEY("id"),
	CONSTRAINT "series_key_is_unique" UNIQUE("indicator_id","source_id","basis","area_id","counterpart_id","breakdown_id","definition"),
	CONSTRAINT "series_id_with_kind" UNIQUE("id","measure","basis")
);
--> statement-breakpoint
CREATE TABLE "tabulations" (
	"indicator_id" integer NOT NULL,
	"source_id" integer NOT NULL,
	"basis" "basis" NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"absent_means" text NOT NULL,
	"provisional" boolean DEFAULT false NOT NULL,
	"since_release" integer NOT NULL,
	"until_release" integer DEFAULT 2147483647 NOT NULL,
	CONSTRAINT "tabulations_pk" PRIMARY KEY("indicator_id","source_id","basis","period_start","period_end","until_release"),
	CONSTRAINT "tabulations_absence_is_known" CHECK ("tabulations"."absent_means" in ('zero', 'not-published')),
	CONSTRAINT "tabulations_are_in_force_a_while" CHECK ("tabulations"."until_release" > "tabulations"."since_release")
);
--> statement-breakpoint
CREATE TABLE "counts" (
	"series_id" integer NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"since_release" integer NOT NULL,
	"until_release" integer DEFAULT 2147483647 NOT NULL,
	"measure" "measure" NOT NULL,
	"basis" "basis" NOT NULL,
	"of_basis" "basis",
	"period_status" "period_status" DEFAULT 'stated' NOT NULL,
	"qualifier" "qualifier" DEFAULT 'exact' NOT NULL,
	"interval_kind" interval_kind DEFAULT 'none' NOT NULL,
	"gap" "gap",
	"value" double precision,
	"low" double precision,
	"high" double precision,
	"edition_id" integer NOT NULL,
	"attributed_to" text,
	"locator" text,
	"printed" text,
	"note_id" integer,
	CONSTRAINT "counts_pk" PRIMARY KEY("series_id","period_start","period_end","until_release"),
	CONSTRAINT "counts_are_counts" CHECK ("counts"."measure" = 'count'),
	CONSTRAINT "counts_are_in_force_a_while" CHECK ("counts"."until_release" > "counts"."since_release"),
	CONSTRAINT "counts_period_fits_its_basis" CHECK (case "counts"."basis"
        when 'calendar-year' then isfinite("counts"."period_start") and extract(doy from "counts"."period_start") = 1
          and "counts"."period_end" = ("counts"."period_start" + interval '1 year - 1 day')::date
        when 'us-fiscal-year' then isfinite("counts"."period_start") and extract(month from "counts"."period_start") = 10 and extract(day from "counts"."period_start") = 1
          and "counts"."period_end" = ("counts"."period_start" + interval '1 year - 1 day')::date
        when 'month' then isfinite("counts"."period_start") and extract(day from "counts"."period_start") = 1
          and "counts"."period_end" = ("counts"."period_start" + interval '1 month - 1 day')::date
        when 'day' then "counts"."period_end" = "counts"."period_start" and isfinite("counts"."period_start")
        when 'since' then isfinite("counts"."period_start") and "counts"."period_end" = 'infinity'
        when 'cumulative' then isfinite("counts"."period_end") and "counts"."period_start" = '-infinity'
        when 'interval' then "counts"."period_end" >= "counts"."period_start" and isfinite("counts"."period_start") and isfinite("counts"."period_end")
        else isfinite("counts"."period_start") and ("counts"."period_end" = "counts"."period_start" or (extract(day from "counts"."period_start") = 1
          and "counts"."period_end" = ("counts"."period_start" + interval '1 month - 1 day')::date)) end),
	CONSTRAINT "counts_period_is_of_our_era" CHECK (("counts"."period_start" = '-infinity' or "counts"."period_start" >= '0001-01-01')
        and ("counts"."period_end" = 'infinity' or "counts"."period_end" <= '9999-12-31')),
	CONSTRAINT "counts_part_of_a_year_is_an_interval" CHECK ("counts"."of_basis" is null or "counts"."basis" = 'interval'),
	CONSTRAINT "counts_is_a_figure_or_a_gap" CHECK (case when "counts"."gap" is null then "counts"."value" is not null or "counts"."low" is not null
        when "counts"."gap" = 'suppressed' then "counts"."value" is null else num_nonnulls("counts"."value", "counts"."low", "counts"."high") = 0 end),
	CONSTRAINT "counts_ends_are_ordered" CHECK (("counts"."low" is null) = ("counts"."high" is null) and ("counts"."low" is null) = ("counts"."interval_kind" = 'none')
        and ("counts"."low" is null or ("counts"."low" <= "counts"."high" and "counts"."low" < 'Infinity' and "counts"."high" > '-Infinity'
        and ("counts"."value" is null or "counts"."value" between "counts"."low" and "counts"."high")))),
	CONSTRAINT "counts_ends_fit_the_qualifier" CHECK ("counts"."gap" is not null or case
        when "counts"."qualifier" = 'exact' then "counts"."value" is not null
        when "counts"."qualifier" = 'about' then "counts"."value" is not null or (("counts"."low" > '-Infinity' and "counts"."low" < 'Infinity') and ("counts"."high" > '-Infinity' and "counts"."high" < 'Infinity'))
        when "counts"."qualifier" in ('more-than', 'at-least', 'just-over')
          then "counts"."value" is null and ("counts"."low" > '-Infinity' and "counts"."low" < 'Infinity') and "counts"."high" = 'Infinity'
        when "counts"."qualifier" in ('less-than', 'at-most')
          then "counts"."value" is null and ("counts"."high" > '-Infinity' and "counts"."high" < 'Infinity') and "counts"."low" in (0, '-Infinity')
        when "counts"."qualifier" = 'nearly' then "counts"."value" is null and ("counts"."high" > '-Infinity' and "counts"."high" < 'Infinity') and "counts"."low" = '-Infinity'
        else "counts"."value" is null and ("counts"."low" > '-Infinity' and "counts"."low" < 'Infinity') and ("counts"."high" > '-Infinity' and "counts"."high" < 'Infinity') end),
	CONSTRAINT "counts_are_plain_numbers" CHECK (("counts"."value" is null or "counts"."value" between -1e30 and 1e30)
      and ("counts"."low" is null or "counts"."low" = '-Infinity' or "counts"."low" between -1e30 and 1e30)
      and ("counts"."high" is null or "counts"."high" = 'Infinity' or "counts"."high" between -1e30 and 1e30)),
	CONSTRAINT "counts_are_not_negative" CHECK (("counts"."value" is null or "counts"."value" >= 0) and ("counts"."low" is null or "counts"."low" >= 0 or "counts"."low" = '-Infinity')
    and ("counts"."high" is null or "counts"."high" >= 0))
);
--> statement-breakpoint
CREATE TABLE "estimates" (
	"series_id" integer NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"since_release" integer NOT NULL,
	"until_release" integer DEFAULT 2147483647 NOT NULL,
	"measure" "measure" NOT NULL,
	"basis" "basis" NOT NULL,
	"of_basis" "basis",
	"period_status" "period_status" DEFAULT 'stated' NOT NULL,
	"qualifier" "qualifier" DEFAULT 'exact' NOT NULL,
	"interval_kind" interval_kind DEFAULT 'none' NOT NULL,
	"gap" "gap",
	"value" double precision,
	"low" double precision,
	"high" double precision,
	"edition_id" integer NOT NULL,
	"attributed_to" text,
	"locator" text,
	"printed" text,
	"note_id" integer,
	CONSTRAINT "estimates_pk" PRIMARY KEY("series_id","period_start","period_end","until_release"),
	CONSTRAINT "estimates_are_estimates" CHECK ("estimates"."measure" = 'estimate'),
	CONSTRAINT "estimates_are_in_force_a_while" CHECK ("estimates"."until_release" > "estimates"."since_release"),
	CONSTRAINT "estimates_period_fits_its_basis" CHECK (case "estimates"."basis"
        when 'calendar-year' then isfinite("estimates"."period_start") and extract(doy from "estimates"."period_start") = 1
          and "estimates"."period_end" = ("estimates"."period_start" + interval '1 year - 1 day')::date
        when 'us-fiscal-year' then isfinite("estimates"."period_start") and extract(month from "estimates"."period_start") = 10 and extract(day from "estimates"."period_start") = 1
          and "estimates"."period_end" = ("estimates"."period_start" + interval '1 year - 1 day')::date
        when 'month' then isfinite("estimates"."period_start") and extract(day from "estimates"."period_start") = 1
          and "estimates"."period_end" = ("estimates"."period_start" + interval '1 month - 1 day')::date
        when 'day' then "estimates"."period_end" = "estimates"."period_start" and isfinite("estimates"."period_start")
        when 'since' then isfinite("estimates"."period_start") and "estimates"."period_end" = 'infinity'
        when 'cumulative' then isfinite("estimates"."period_end") and "estimates"."period_start" = '-infinity'
        when 'interval' then "estimates"."period_end" >= "estimates"."period_start" and isfinite("estimates"."period_start") and isfinite("estimates"."period_end")
        else isfinite("estimates"."period_start") and ("estimates"."period_end" = "estimates"."period_start" or (extract(day from "estimates"."period_start") = 1
          and "estimates"."period_end" = ("estimates"."period_start" + interval '1 month - 1 day')::date)) end),
	CONSTRAINT "estimates_period_is_of_our_era" CHECK (("estimates"."period_start" = '-infinity' or "estimates"."period_start" >= '0001-01-01')
        and ("estimates"."period_end" = 'infinity' or "estimates"."period_end" <= '9999-12-31')),
	CONSTRAINT "estimates_part_of_a_year_is_an_interval" CHECK ("estimates"."of_basis" is null or "estimates"."basis" = 'interval'),
	CONSTRAINT "estimates_is_a_figure_or_a_gap" CHECK (case when "estimates"."gap" is null then "estimates"."value" is not null or "estimates"."low" is not null
        when "estimates"."gap" = 'suppressed' then "estimates"."value" is null else num_nonnulls("estimates"."value", "estimates"."low", "estimates"."high") = 0 end),
	CONSTRAINT "estimates_ends_are_ordered" CHECK (("estimates"."low" is null) = ("estimates"."high" is null) and ("estimates"."low" is null) = ("estimates"."interval_kind" = 'none')
        and ("estimates"."low" is null or ("estimates"."low" <= "estimates"."high" and "estimates"."low" < 'Infinity' and "estimates"."high" > '-Infinity'
        and ("estimates"."value" is null or "estimates"."value" between "estimates"."low" and "estimates"."high")))),
	CONSTRAINT "estimates_ends_fit_the_qualifier" CHECK ("estimates"."gap" is not null or case
        when "estimates"."qualifier" = 'exact' then "estimates"."value" is not null
        when "estimates"."qualifier" = 'about' then "estimates"."value" is not null or (("estimates"."low" > '-Infinity' and "estimates"."low" < 'Infinity') and ("estimates"."high" > '-Infinity' and "estimates"."high" < 'Infinity'))
        when "estimates"."qualifier" in ('more-than', 'at-least', 'just-over')
          then "estimates"."value" is null and ("estimates"."low" > '-Infinity' and "estimates"."low" < 'Infinity') and "estimates"."high" = 'Infinity'
        when "estimates"."qualifier" in ('less-than', 'at-most')
          then "estimates"."value" is null and ("estimates"."high" > '-Infinity' and "estimates"."high" < 'Infinity') and "estimates"."low" in (0, '-Infinity')
        when "estimates"."qualifier" = 'nearly' then "estimates"."value" is null and ("estimates"."high" > '-Infinity' and "estimates"."high" < 'Infinity') and "estimates"."low" = '-Infinity'
        else "estimates"."value" is null and ("estimates"."low" > '-Infinity' and "estimates"."low" < 'Infinity') and ("estimates"."high" > '-Infinity' and "estimates"."high" < 'Infinity') end),
	CONSTRAINT "estimates_are_plain_numbers" CHECK (("estimates"."value" is null or "estimates"."value" between -1e30 and 1e30)
      and ("estimates"."low" is null or "estimates"."low" = '-Infinity' or "estimates"."low" between -1e30 and 1e30)
      and ("estimates"."high" is null or "estimates"."high" = 'Infinity' or "estimates"."high" between -1e30 and 1e30))
);
--> statement-breakpoint
CREATE TABLE "rates" (
	"series_id" integer NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"since_release" integer NOT NULL,
	"until_release" integer DEFAULT 2147483647 NOT NULL,
	"measure" "measure" NOT NULL,
	"basis" "basis" NOT NULL,
	"of_basis" "basis",
	"period_status" "period_status" DEFAULT 'stated' NOT NULL,
	"qualifier" "qualifier" DEFAULT 'exact' NOT NULL,
	"interval_kind" interval_kind DEFAULT 'none' NOT NULL,
	"gap" "gap",
	"value" double precision,
	"low" double precision,
	"high" double precision,
	"edition_id" integer NOT NULL,
	"attributed_to" text,
	"locator" text,
	"printed" text,
	"note_id" integer,
	"numerator" double precision,
	"denominator" double precision,
	CONSTRAINT "rates_pk" PRIMARY KEY("series_id","period_start","period_end","until_release"),
	CONSTRAINT "rates_are_rates" CHECK ("rates"."measure" = 'rate'),
	CONSTRAINT "rates_are_in_force_a_while" CHECK ("rates"."until_release" > "rates"."since_release"),
	CONSTRAINT "rates_period_fits_its_basis" CHECK (case "rates"."basis"
        when 'calendar-year' then isfinite("rates"."period_start") and extract(doy from "rates"."period_start") = 1
          and "rates"."period_end" = ("rates"."period_start" + interval '1 year - 1 day')::date
        when 'us-fiscal-year' then isfinite("rates"."period_start") and extract(month from "rates"."period_start") = 10 and extract(day from "rates"."period_start") = 1
          and "rates"."period_end" = ("rates"."period_start" + interval '1 year - 1 day')::date
        when 'month' then isfinite("rates"."period_start") and extract(day from "rates"."period_start") = 1
          and "rates"."period_end" = ("rates"."period_start" + interval '1 month - 1 day')::date
        when 'day' then "rates"."period_end" = "rates"."period_start" and isfinite("rates"."period_start")
        when 'since' then isfinite("rates"."period_start") and "rates"."period_end" = 'infinity'
        when 'cumulative' then isfinite("rates"."period_end") and "rates"."period_start" = '-infinity'
        when 'interval' then "rates"."period_end" >= "rates"."period_start" and isfinite("rates"."period_start") and isfinite("rates"."period_end")
        else isfinite("rates"."period_start") and ("rates"."period_end" = "rates"."period_start" or (extract(day from "rates"."period_start") = 1
          and "rates"."period_end" = ("rates"."period_start" + interval '1 month - 1 day')::date)) end),
	CONSTRAINT "rates_period_is_of_our_era" CHECK (("rates"."period_start" = '-infinity' or "rates"."period_start" >= '0001-01-01')
        and ("rates"."period_end" = 'infinity' or "rates"."period_end" <= '9999-12-31')),
	CONSTRAINT "rates_part_of_a_year_is_an_interval" CHECK ("rates"."of_basis" is null or "rates"."basis" = 'interval'),
	CONSTRAINT "rates_is_a_figure_or_a_gap" CHECK (case when "rates"."gap" is null then "rates"."value" is not null or "rates"."low" is not null
        when "rates"."gap" = 'suppressed' then "rates"."value" is null else num_nonnulls("rates"."value", "rates"."low", "rates"."high") = 0 end),
	CONSTRAINT "rates_ends_are_ordered" CHECK (("rates"."low" is null) = ("rates"."high" is null) and ("rates"."low" is null) = ("rates"."interval_kind" = 'none')
        and ("rates"."low" is null or ("rates"."low" <= "rates"."high" and "rates"."low" < 'Infinity' and "rates"."high" > '-Infinity'
        and ("rates"."value" is null or "rates"."value" between "rates"."low" and "rates"."high")))),
	CONSTRAINT "rates_ends_fit_the_qualifier" CHECK ("rates"."gap" is not null or case
        when "rates"."qualifier" = 'exact' then "rates"."value" is not null
        when "rates"."qualifier" = 'about' then "rates"."value" is not null or (("rates"."low" > '-Infinity' and "rates"."low" < 'Infinity') and ("rates"."high" > '-Infinity' and "rates"."high" < 'Infinity'))
        when "rates"."qualifier" in ('more-than', 'at-least', 'just-over')
          then "rates"."value" is null and ("rates"."low" > '-Infinity' and "rates"."low" < 'Infinity') and "rates"."high" = 'Infinity'
        when "rates"."qualifier" in ('less-than', 'at-most')
          then "rates"."value" is null and ("rates"."high" > '-Infinity' and "rates"."high" < 'Infinity') and "rates"."low" in (0, '-Infinity')
        when "rates"."qualifier" = 'nearly' then "rates"."value" is null and ("rates"."high" > '-Infinity' and "rates"."high" < 'Infinity') and "rates"."low" = '-Infinity'
        else "rates"."value" is null and ("rates"."low" > '-Infinity' and "rates"."low" < 'Infinity') and ("rates"."high" > '-Infinity' and "rates"."high" < 'Infinity') end),
	CONSTRAINT "rates_are_plain_numbers" CHECK (("rates"."value" is null or "rates"."value" between -1e30 and 1e30)
      and ("rates"."low" is null or "rates"."low" = '-Infinity' or "rates"."low" between -1e30 and 1e30)
      and ("rates"."high" is null or "rates"."high" = 'Infinity' or "rates"."high" between -1e30 and 1e30)),
	CONSTRAINT "rates_are_not_negative" CHECK (("rates"."value" is null or "rates"."value" >= 0) and ("rates"."low" is null or "rates"."low" >= 0 or "rates"."low" = '-Infinity')
    and ("rates"."high" is null or "rates"."high" >= 0)),
	CONSTRAINT "rates_parts_give_the_value" CHECK (("rates"."numerator" is null) = ("rates"."denominator" is null) and ("rates"."numerator" is null or ("rates"."numerator" between 0 and 1e30
      and "rates"."denominator" > 0 and "rates"."denominator" <= 1e30 )))
);
--> statement-breakpoint
CREATE TABLE "shares" (
	"series_id" integer NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"since_release" integer NOT NULL,
	"until_release" integer DEFAULT 2147483647 NOT NULL,
	"measure" "measure" NOT NULL,
	"basis" "basis" NOT NULL,
	"of_basis" "basis",
	"period_status" "period_status" DEFAULT 'stated' NOT NULL,
	"qualifier" "qualifier" DEFAULT 'exact' NOT NULL,
	"interval_kind" interval_kind DEFAULT 'none' NOT NULL,
	"gap" "gap",
	"value" double precision,
	"low" double precision,
	"high" double precision,
	"edition_id" integer NOT NULL,
	"attributed_to" text,
	"locator" text,
	"printed" text,
	"note_id" integer,
	"numerator" double precision,
	"denominator" double precision,
	CONSTRAINT "shares_pk" PRIMARY KEY("series_id","period_start","period_end","until_release"),
	CONSTRAINT "shares_are_shares" CHECK ("shares"."measure" = 'share'),
	CONSTRAINT "shares_are_in_force_a_while" CHECK ("shares"."until_release" > "shares"."since_release"),
	CONSTRAINT "shares_period_fits_its_basis" CHECK (case "shares"."basis"
        when 'calendar-year' then isfinite("shares"."period_start") and extract(doy from "shares"."period_start") = 1
          and "shares"."period_end" = ("shares"."period_start" + interval '1 year - 1 day')::date
        when 'us-fiscal-year' then isfinite("shares"."period_start") and extract(month from "shares"."period_start") = 10 and extract(day from "shares"."period_start") = 1
          and "shares"."period_end" = ("shares"."period_start" + interval '1 year - 1 day')::date
        when 'month' then isfinite("shares"."period_start") and extract(day from "shares"."period_start") = 1
          and "shares"."period_end" = ("shares"."period_start" + interval '1 month - 1 day')::date
        when 'day' then "shares"."period_end" = "shares"."period_start" and isfinite("shares"."period_start")
        when 'since' then isfinite("shares"."period_start") and "shares"."period_end" = 'infinity'
        when 'cumulative' then isfinite("shares"."period_end") and "shares"."period_start" = '-infinity'
        when 'interval' then "shares"."period_end" >= "shares"."period_start" and isfinite("shares"."period_start") and isfinite("shares"."period_end")
        else isfinite("shares"."period_start") and ("shares"."period_end" = "shares"."period_start" or (extract(day from "shares"."period_start") = 1
          and "shares"."period_end" = ("shares"."period_start" + interval '1 month - 1 day')::date)) end),
	CONSTRAINT "shares_period_is_of_our_era" CHECK (("shares"."period_start" = '-infinity' or "shares"."period_start" >= '0001-01-01')
        and ("shares"."period_end" = 'infinity' or "shares"."period_end" <= '9999-12-31')),
	CONSTRAINT "shares_part_of_a_year_is_an_interval" CHECK ("shares"."of_basis" is null or "shares"."basis" = 'interval'),
	CONSTRAINT "shares_is_a_figure_or_a_gap" CHECK (case when "shares"."gap" is null then "shares"."value" is not null or "shares"."low" is not null
        when "shares"."gap" = 'suppressed' then "shares"."value" is null else num_nonnulls("shares"."value", "shares"."low", "shares"."high") = 0 end),
	CONSTRAINT "shares_ends_are_ordered" CHECK (("shares"."low" is null) = ("shares"."high" is null) and ("shares"."low" is null) = ("shares"."interval_kind" = 'none')
        and ("shares"."low" is null or ("shares"."low" <= "shares"."high" and "shares"."low" < 'Infinity' and "shares"."high" > '-Infinity'
        and ("shares"."value" is null or "shares"."value" between "shares"."low" and "shares"."high")))),
	CONSTRAINT "shares_ends_fit_the_qualifier" CHECK ("shares"."gap" is not null or case
        when "shares"."qualifier" = 'exact' then "shares"."value" is not null
        when "shares"."qualifier" = 'about' then "shares"."value" is not null or (("shares"."low" > '-Infinity' and "shares"."low" < 'Infinity') and ("shares"."high" > '-Infinity' and "shares"."high" < 'Infinity'))
        when "shares"."qualifier" in ('more-than', 'at-least', 'just-over')
          then "shares"."value" is null and ("shares"."low" > '-Infinity' and "shares"."low" < 'Infinity') and "shares"."high" = 'Infinity'
        when "shares"."qualifier" in ('less-than', 'at-most')
          then "shares"."value" is null and ("shares"."high" > '-Infinity' and "shares"."high" < 'Infinity') and "shares"."low" in (0, '-Infinity')
        when "shares"."qualifier" = 'nearly' then "shares"."value" is null and ("shares"."high" > '-Infinity' and "shares"."high" < 'Infinity') and "shares"."low" = '-Infinity'
        else "shares"."value" is null and ("shares"."low" > '-Infinity' and "shares"."low" < 'Infinity') and ("shares"."high" > '-Infinity' and "shares"."high" < 'Infinity') end),
	CONSTRAINT "shares_are_not_negative" CHECK (("shares"."value" is null or "shares"."value" >= 0) and ("shares"."low" is null or "shares"."low" >= 0 or "shares"."low" = '-Infinity')
    and ("shares"."high" is null or "shares"."high" >= 0)),
	CONSTRAINT "shares_lie_between_0_and_1" CHECK (("shares"."value" is null or "shares"."value" <= 1) and ("shares"."low" is null or "shares"."low" <= 1) and ("shares"."high" is null or "shares"."high" <= 1 or "shares"."high" = 'Infinity')),
	CONSTRAINT "shares_parts_give_the_value" CHECK (("shares"."numerator" is null) = ("shares"."denominator" is null) and ("shares"."numerator" is null or ("shares"."numerator" between 0 and 1e30
      and "shares"."denominator" > 0 and "shares"."denominator" <= 1e30 and ("shares"."value" is null or abs("shares"."value" - "shares"."numerator" / "shares"."denominator") < 1e-9))))
);
--> statement-breakpoint
CREATE TABLE "claim_verdicts" (
	"claim_id" integer NOT NULL,
	"release_id" integer NOT NULL,
	"verdict" text NOT NULL,
	"reason_en" text NOT NULL,
	"reason_es" text NOT NULL,
	CONSTRAINT "claim_verdicts_pk" PRIMARY KEY("claim_id","release_id"),
	CONSTRAINT "claim_verdicts_are_known" CHECK ("claim_verdicts"."verdict" in ('holds', 'holds-after-rounding', 'fails', 'cannot-be-checked'))
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "claims_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"source_id" integer NOT NULL,
	"locator" text NOT NULL,
	"kind" text NOT NULL,
	"statement_en" text NOT NULL,
	"statement_es" text NOT NULL,
	"printed" text NOT NULL,
	"recomputation" text,
	CONSTRAINT "claims_pk" PRIMARY KEY("id"),
	CONSTRAINT "claims_slug_is_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "area_members" ADD CONSTRAINT "area_members_group_fk" FOREIGN KEY ("group_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_members" ADD CONSTRAINT "area_members_member_fk" FOREIGN KEY ("member_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_members" ADD CONSTRAINT "area_members_since_fk" FOREIGN KEY ("since_release") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_within_fk" FOREIGN KEY ("within_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breakdown_codes" ADD CONSTRAINT "breakdown_codes_breakdown_fk" FOREIGN KEY ("breakdown_id") REFERENCES "public"."breakdowns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_source_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parts" ADD CONSTRAINT "parts_indicator_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parts" ADD CONSTRAINT "parts_since_fk" FOREIGN KEY ("since_release") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_indicator_has_this_measure" FOREIGN KEY ("indicator_id","measure") REFERENCES "public"."indicators"("id","measure") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_source_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_area_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_counterpart_fk" FOREIGN KEY ("counterpart_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_breakdown_fk" FOREIGN KEY ("breakdown_id") REFERENCES "public"."breakdowns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tabulations" ADD CONSTRAINT "tabulations_indicator_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tabulations" ADD CONSTRAINT "tabulations_source_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tabulations" ADD CONSTRAINT "tabulations_since_fk" FOREIGN KEY ("since_release") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counts" ADD CONSTRAINT "counts_series_is_of_this_kind" FOREIGN KEY ("series_id","measure","basis") REFERENCES "public"."series"("id","measure","basis") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counts" ADD CONSTRAINT "counts_since_fk" FOREIGN KEY ("since_release") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counts" ADD CONSTRAINT "counts_edition_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counts" ADD CONSTRAINT "counts_note_fk" FOREIGN KEY ("note_id") REFERENCES "public"."notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimates" ADD CONSTRAINT "estimates_series_is_of_this_kind" FOREIGN KEY ("series_id","measure","basis") REFERENCES "public"."series"("id","measure","basis") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimates" ADD CONSTRAINT "estimates_since_fk" FOREIGN KEY ("since_release") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimates" ADD CONSTRAINT "estimates_edition_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimates" ADD CONSTRAINT "estimates_note_fk" FOREIGN KEY ("note_id") REFERENCES "public"."notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rates" ADD CONSTRAINT "rates_series_is_of_this_kind" FOREIGN KEY ("series_id","measure","basis") REFERENCES "public"."series"("id","measure","basis") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rates" ADD CONSTRAINT "rates_since_fk" FOREIGN KEY ("since_release") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rates" ADD CONSTRAINT "rates_edition_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rates" ADD CONSTRAINT "rates_note_fk" FOREIGN KEY ("note_id") REFERENCES "public"."notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_series_is_of_this_kind" FOREIGN KEY ("series_id","measure","basis") REFERENCES "public"."series"("id","measure","basis") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_since_fk" FOREIGN KEY ("since_release") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_edition_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_note_fk" FOREIGN KEY ("note_id") REFERENCES "public"."notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_verdicts" ADD CONSTRAINT "claim_verdicts_claim_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_verdicts" ADD CONSTRAINT "claim_verdicts_release_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_source_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "releases_one_draft" ON "releases" USING btree ((true)) WHERE "releases"."published_at" is null;