-- The measure `level`, quarters and half years, and kinds of places within countries. New words are compared as texts here,
-- because a transaction that adds a word to an enumeration cannot use it.
ALTER TYPE "public"."area_kind" ADD VALUE 'territory';--> statement-breakpoint
ALTER TYPE "public"."area_kind" ADD VALUE 'state';--> statement-breakpoint
ALTER TYPE "public"."area_kind" ADD VALUE 'department';--> statement-breakpoint
ALTER TYPE "public"."area_kind" ADD VALUE 'municipality';--> statement-breakpoint
ALTER TYPE "public"."area_kind" ADD VALUE 'region';--> statement-breakpoint
ALTER TYPE "public"."basis" ADD VALUE 'quarter';--> statement-breakpoint
ALTER TYPE "public"."basis" ADD VALUE 'half-year';--> statement-breakpoint
ALTER TYPE "public"."measure" ADD VALUE 'level';--> statement-breakpoint
CREATE TABLE "levels" (
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
	CONSTRAINT "levels_pk" PRIMARY KEY("series_id","period_start","period_end","until_release"),
	CONSTRAINT "levels_are_levels" CHECK ("levels"."measure"::text = 'level'),
	CONSTRAINT "levels_are_in_force_a_while" CHECK ("levels"."until_release" > "levels"."since_release"),
	CONSTRAINT "levels_period_fits_its_basis" CHECK (case "levels"."basis"::text
        when 'calendar-year' then isfinite("levels"."period_start") and extract(doy from "levels"."period_start") = 1
          and "levels"."period_end" = ("levels"."period_start" + interval '1 year - 1 day')::date
        when 'us-fiscal-year' then isfinite("levels"."period_start") and extract(day from "levels"."period_start") = 1
          and "levels"."period_end" = ("levels"."period_start" + interval '1 year - 1 day')::date
          and (extract(month from "levels"."period_start") = 10 or (extract(month from "levels"."period_start") = 7 and "levels"."period_end" < '1976-07-01'))
        when 'month' then isfinite("levels"."period_start") and extract(day from "levels"."period_start") = 1
          and "levels"."period_end" = ("levels"."period_start" + interval '1 month - 1 day')::date
        when 'quarter' then isfinite("levels"."period_start") and extract(day from "levels"."period_start") = 1
          and extract(month from "levels"."period_start") in (1, 4, 7, 10) and "levels"."period_end" = ("levels"."period_start" + interval '3 months - 1 day')::date
        when 'half-year' then isfinite("levels"."period_start") and extract(day from "levels"."period_start") = 1
          and extract(month from "levels"."period_start") in (1, 7) and "levels"."period_end" = ("levels"."period_start" + interval '6 months - 1 day')::date
        when 'day' then "levels"."period_end" = "levels"."period_start" and isfinite("levels"."period_start")
        when 'since' then isfinite("levels"."period_start") and "levels"."period_end" = 'infinity'
        when 'cumulative' then isfinite("levels"."period_end") and "levels"."period_start" = '-infinity'
        when 'interval' then "levels"."period_end" >= "levels"."period_start" and isfinite("levels"."period_start") and isfinite("levels"."period_end")
        else isfinite("levels"."period_start") and ("levels"."period_end" = "levels"."period_start" or (extract(day from "levels"."period_start") = 1
          and "levels"."period_end" = ("levels"."period_start" + interval '1 month - 1 day')::date)) end),
	CONSTRAINT "levels_period_is_of_our_era" CHECK (("levels"."period_start" = '-infinity' or "levels"."period_start" >= '0001-01-01')
        and ("levels"."period_end" = 'infinity' or "levels"."period_end" <= '9999-12-31')),
	CONSTRAINT "levels_part_of_a_year_is_an_interval" CHECK ("levels"."of_basis" is null or "levels"."basis" = 'interval'),
	CONSTRAINT "levels_is_a_figure_or_a_gap" CHECK (case when "levels"."gap" is null then "levels"."value" is not null or "levels"."low" is not null
        when "levels"."gap" = 'suppressed' then "levels"."value" is null else num_nonnulls("levels"."value", "levels"."low", "levels"."high") = 0 end),
	CONSTRAINT "levels_ends_are_ordered" CHECK (("levels"."low" is null) = ("levels"."high" is null) and ("levels"."low" is null) = ("levels"."interval_kind" = 'none')
        and ("levels"."low" is null or ("levels"."low" <= "levels"."high" and "levels"."low" < 'Infinity' and "levels"."high" > '-Infinity'
        and ("levels"."value" is null or "levels"."value" between "levels"."low" and "levels"."high")))),
	CONSTRAINT "levels_ends_fit_the_qualifier" CHECK ("levels"."gap" is not null or case
        when "levels"."qualifier" = 'exact' then "levels"."value" is not null
        when "levels"."qualifier" = 'about' then "levels"."value" is not null or (("levels"."low" > '-Infinity' and "levels"."low" < 'Infinity') and ("levels"."high" > '-Infinity' and "levels"."high" < 'Infinity'))
        when "levels"."qualifier" in ('more-than', 'at-least', 'just-over')
          then "levels"."value" is null and ("levels"."low" > '-Infinity' and "levels"."low" < 'Infinity') and "levels"."high" = 'Infinity'
        when "levels"."qualifier" in ('less-than', 'at-most')
          then "levels"."value" is null and ("levels"."high" > '-Infinity' and "levels"."high" < 'Infinity') and "levels"."low" in (0, '-Infinity')
        when "levels"."qualifier" = 'nearly' then "levels"."value" is null and ("levels"."high" > '-Infinity' and "levels"."high" < 'Infinity') and "levels"."low" = '-Infinity'
        else "levels"."value" is null and ("levels"."low" > '-Infinity' and "levels"."low" < 'Infinity') and ("levels"."high" > '-Infinity' and "levels"."high" < 'Infinity') end),
	CONSTRAINT "levels_are_plain_numbers" CHECK (("levels"."value" is null or "levels"."value" between -1e30 and 1e30)
      and ("levels"."low" is null or "levels"."low" = '-Infinity' or "levels"."low" between -1e30 and 1e30)
      and ("levels"."high" is null or "levels"."high" = 'Infinity' or "levels"."high" between -1e30 and 1e30))
);
--> statement-breakpoint
ALTER TABLE "areas" DROP CONSTRAINT "areas_only_cities_lie_within";--> statement-breakpoint
ALTER TABLE "counts" DROP CONSTRAINT "counts_are_not_negative";--> statement-breakpoint
ALTER TABLE "counts" DROP CONSTRAINT "counts_period_fits_its_basis";--> statement-breakpoint
ALTER TABLE "estimates" DROP CONSTRAINT "estimates_period_fits_its_basis";--> statement-breakpoint
ALTER TABLE "rates" DROP CONSTRAINT "rates_period_fits_its_basis";--> statement-breakpoint
ALTER TABLE "shares" DROP CONSTRAINT "shares_period_fits_its_basis";--> statement-breakpoint
CREATE FUNCTION basis_text(word basis) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ select word::text $$;--> statement-breakpoint
ALTER TABLE "rollup_rows" drop column "place";--> statement-breakpoint
ALTER TABLE "rollup_rows" ADD COLUMN "place" text GENERATED ALWAYS AS (area_id::text || ' ' || counterpart_id::text || ' ' || breakdown_id::text || ' ' || source_id::text || ' ' || basis_text(basis) || ' ' || definition) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "levels" ADD CONSTRAINT "levels_series_is_of_this_kind" FOREIGN KEY ("series_id","measure","basis") REFERENCES "public"."series"("id","measure","basis") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "levels" ADD CONSTRAINT "levels_since_fk" FOREIGN KEY ("since_release") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "levels" ADD CONSTRAINT "levels_edition_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "levels" ADD CONSTRAINT "levels_note_fk" FOREIGN KEY ("note_id") REFERENCES "public"."notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_only_places_lie_within" CHECK (("areas"."kind"::text in ('city', 'state', 'department', 'municipality', 'region')) = ("areas"."within_id" is not null));--> statement-breakpoint
ALTER TABLE "counts" ADD CONSTRAINT "counts_period_fits_its_basis" CHECK (case "counts"."basis"::text
        when 'calendar-year' then isfinite("counts"."period_start") and extract(doy from "counts"."period_start") = 1
          and "counts"."period_end" = ("counts"."period_start" + interval '1 year - 1 day')::date
        when 'us-fiscal-year' then isfinite("counts"."period_start") and extract(day from "counts"."period_start") = 1
          and "counts"."period_end" = ("counts"."period_start" + interval '1 year - 1 day')::date
          and (extract(month from "counts"."period_start") = 10 or (extract(month from "counts"."period_start") = 7 and "counts"."period_end" < '1976-07-01'))
        when 'month' then isfinite("counts"."period_start") and extract(day from "counts"."period_start") = 1
          and "counts"."period_end" = ("counts"."period_start" + interval '1 month - 1 day')::date
        when 'quarter' then isfinite("counts"."period_start") and extract(day from "counts"."period_start") = 1
          and extract(month from "counts"."period_start") in (1, 4, 7, 10) and "counts"."period_end" = ("counts"."period_start" + interval '3 months - 1 day')::date
        when 'half-year' then isfinite("counts"."period_start") and extract(day from "counts"."period_start") = 1
          and extract(month from "counts"."period_start") in (1, 7) and "counts"."period_end" = ("counts"."period_start" + interval '6 months - 1 day')::date
        when 'day' then "counts"."period_end" = "counts"."period_start" and isfinite("counts"."period_start")
        when 'since' then isfinite("counts"."period_start") and "counts"."period_end" = 'infinity'
        when 'cumulative' then isfinite("counts"."period_end") and "counts"."period_start" = '-infinity'
        when 'interval' then "counts"."period_end" >= "counts"."period_start" and isfinite("counts"."period_start") and isfinite("counts"."period_end")
        else isfinite("counts"."period_start") and ("counts"."period_end" = "counts"."period_start" or (extract(day from "counts"."period_start") = 1
          and "counts"."period_end" = ("counts"."period_start" + interval '1 month - 1 day')::date)) end);--> statement-breakpoint
ALTER TABLE "estimates" ADD CONSTRAINT "estimates_period_fits_its_basis" CHECK (case "estimates"."basis"::text
        when 'calendar-year' then isfinite("estimates"."period_start") and extract(doy from "estimates"."period_start") = 1
          and "estimates"."period_end" = ("estimates"."period_start" + interval '1 year - 1 day')::date
        when 'us-fiscal-year' then isfinite("estimates"."period_start") and extract(day from "estimates"."period_start") = 1
          and "estimates"."period_end" = ("estimates"."period_start" + interval '1 year - 1 day')::date
          and (extract(month from "estimates"."period_start") = 10 or (extract(month from "estimates"."period_start") = 7 and "estimates"."period_end" < '1976-07-01'))
        when 'month' then isfinite("estimates"."period_start") and extract(day from "estimates"."period_start") = 1
          and "estimates"."period_end" = ("estimates"."period_start" + interval '1 month - 1 day')::date
        when 'quarter' then isfinite("estimates"."period_start") and extract(day from "estimates"."period_start") = 1
          and extract(month from "estimates"."period_start") in (1, 4, 7, 10) and "estimates"."period_end" = ("estimates"."period_start" + interval '3 months - 1 day')::date
        when 'half-year' then isfinite("estimates"."period_start") and extract(day from "estimates"."period_start") = 1
          and extract(month from "estimates"."period_start") in (1, 7) and "estimates"."period_end" = ("estimates"."period_start" + interval '6 months - 1 day')::date
        when 'day' then "estimates"."period_end" = "estimates"."period_start" and isfinite("estimates"."period_start")
        when 'since' then isfinite("estimates"."period_start") and "estimates"."period_end" = 'infinity'
        when 'cumulative' then isfinite("estimates"."period_end") and "estimates"."period_start" = '-infinity'
        when 'interval' then "estimates"."period_end" >= "estimates"."period_start" and isfinite("estimates"."period_start") and isfinite("estimates"."period_end")
        else isfinite("estimates"."period_start") and ("estimates"."period_end" = "estimates"."period_start" or (extract(day from "estimates"."period_start") = 1
          and "estimates"."period_end" = ("estimates"."period_start" + interval '1 month - 1 day')::date)) end);--> statement-breakpoint
ALTER TABLE "rates" ADD CONSTRAINT "rates_period_fits_its_basis" CHECK (case "rates"."basis"::text
        when 'calendar-year' then isfinite("rates"."period_start") and extract(doy from "rates"."period_start") = 1
          and "rates"."period_end" = ("rates"."period_start" + interval '1 year - 1 day')::date
        when 'us-fiscal-year' then isfinite("rates"."period_start") and extract(day from "rates"."period_start") = 1
          and "rates"."period_end" = ("rates"."period_start" + interval '1 year - 1 day')::date
          and (extract(month from "rates"."period_start") = 10 or (extract(month from "rates"."period_start") = 7 and "rates"."period_end" < '1976-07-01'))
        when 'month' then isfinite("rates"."period_start") and extract(day from "rates"."period_start") = 1
          and "rates"."period_end" = ("rates"."period_start" + interval '1 month - 1 day')::date
        when 'quarter' then isfinite("rates"."period_start") and extract(day from "rates"."period_start") = 1
          and extract(month from "rates"."period_start") in (1, 4, 7, 10) and "rates"."period_end" = ("rates"."period_start" + interval '3 months - 1 day')::date
        when 'half-year' then isfinite("rates"."period_start") and extract(day from "rates"."period_start") = 1
          and extract(month from "rates"."period_start") in (1, 7) and "rates"."period_end" = ("rates"."period_start" + interval '6 months - 1 day')::date
        when 'day' then "rates"."period_end" = "rates"."period_start" and isfinite("rates"."period_start")
        when 'since' then isfinite("rates"."period_start") and "rates"."period_end" = 'infinity'
        when 'cumulative' then isfinite("rates"."period_end") and "rates"."period_start" = '-infinity'
        when 'interval' then "rates"."period_end" >= "rates"."period_start" and isfinite("rates"."period_start") and isfinite("rates"."period_end")
        else isfinite("rates"."period_start") and ("rates"."period_end" = "rates"."period_start" or (extract(day from "rates"."period_start") = 1
          and "rates"."period_end" = ("rates"."period_start" + interval '1 month - 1 day')::date)) end);--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_period_fits_its_basis" CHECK (case "shares"."basis"::text
        when 'calendar-year' then isfinite("shares"."period_start") and extract(doy from "shares"."period_start") = 1
          and "shares"."period_end" = ("shares"."period_start" + interval '1 year - 1 day')::date
        when 'us-fiscal-year' then isfinite("shares"."period_start") and extract(day from "shares"."period_start") = 1
          and "shares"."period_end" = ("shares"."period_start" + interval '1 year - 1 day')::date
          and (extract(month from "shares"."period_start") = 10 or (extract(month from "shares"."period_start") = 7 and "shares"."period_end" < '1976-07-01'))
        when 'month' then isfinite("shares"."period_start") and extract(day from "shares"."period_start") = 1
          and "shares"."period_end" = ("shares"."period_start" + interval '1 month - 1 day')::date
        when 'quarter' then isfinite("shares"."period_start") and extract(day from "shares"."period_start") = 1
          and extract(month from "shares"."period_start") in (1, 4, 7, 10) and "shares"."period_end" = ("shares"."period_start" + interval '3 months - 1 day')::date
        when 'half-year' then isfinite("shares"."period_start") and extract(day from "shares"."period_start") = 1
          and extract(month from "shares"."period_start") in (1, 7) and "shares"."period_end" = ("shares"."period_start" + interval '6 months - 1 day')::date
        when 'day' then "shares"."period_end" = "shares"."period_start" and isfinite("shares"."period_start")
        when 'since' then isfinite("shares"."period_start") and "shares"."period_end" = 'infinity'
        when 'cumulative' then isfinite("shares"."period_end") and "shares"."period_start" = '-infinity'
        when 'interval' then "shares"."period_end" >= "shares"."period_start" and isfinite("shares"."period_start") and isfinite("shares"."period_end")
        else isfinite("shares"."period_start") and ("shares"."period_end" = "shares"."period_start" or (extract(day from "shares"."period_start") = 1
          and "shares"."period_end" = ("shares"."period_start" + interval '1 month - 1 day')::date)) end);--> statement-breakpoint
CREATE TRIGGER levels_enter AFTER INSERT ON levels REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION rows_are_only_closed();--> statement-breakpoint
CREATE TRIGGER levels_close AFTER UPDATE ON levels REFERENCING OLD TABLE AS gone NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION rows_are_only_closed();--> statement-breakpoint
CREATE TRIGGER levels_leave AFTER DELETE ON levels REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION rows_are_only_closed();--> statement-breakpoint
CREATE TRIGGER levels_keep BEFORE TRUNCATE ON levels FOR EACH STATEMENT EXECUTE FUNCTION truncation_is_refused();--> statement-breakpoint
ALTER TABLE levels ALTER series_id SET (n_distinct = -0.03);--> statement-breakpoint
CREATE OR REPLACE VIEW observations AS
  select i.slug as indicator, v.measure, a.code as area, a.name_en as area_name, c.code as counterpart, b.code as breakdown,
    s.definition, s.basis, v.period_start, v.period_end, v.of_basis, v.period_status, v.qualifier, v.value, v.low, v.high,
    v.interval_kind, v.numerator, v.denominator, v.gap, i.unit, o.slug as source, e.slug as edition, v.attributed_to,
    v.locator, v.printed, n.en as note, v.since_release, v.until_release, v.series_id
  from (
    select 'rate'::measure as measure, series_id, period_start, period_end, since_release, until_release, of_basis, period_status,
      qualifier, interval_kind, gap, value, low, high, numerator, denominator, edition_id, attributed_to, locator, printed, note_id from rates
    union all
    select 'count'::measure, series_id, period_start, period_end, since_release, until_release, of_basis, period_status,
      qualifier, interval_kind, gap, value, low, high, null, null, edition_id, attributed_to, locator, printed, note_id from counts
    union all
    select 'estimate'::measure, series_id, period_start, period_end, since_release, until_release, of_basis, period_status,
      qualifier, interval_kind, gap, value, low, high, null, null, edition_id, attributed_to, locator, printed, note_id from estimates
    union all
    select 'share'::measure, series_id, period_start, period_end, since_release, until_release, of_basis, period_status,
      qualifier, interval_kind, gap, value, low, high, numerator, denominator, edition_id, attributed_to, locator, printed, note_id from shares
    union all
    select measure, series_id, period_start, period_end, since_release, until_release, of_basis, period_status,
      qualifier, interval_kind, gap, value, low, high, null, null, edition_id, attributed_to, locator, printed, note_id from levels
  ) v
  join series s on s.id = v.series_id
  join indicators i on i.id = s.indicator_id
  join areas a on a.id = s.area_id
  join areas c on c.id = s.counterpart_id
  join breakdowns b on b.id = s.breakdown_id
  join sources o on o.id = s.source_id
  join editions e on e.id = v.edition_id
  left join notes n on n.id = v.note_id
  join releases r on r.id = v.since_release and r.published_at is not null;
