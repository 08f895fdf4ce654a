ALTER TABLE "counts" DROP CONSTRAINT "counts_period_fits_its_basis";--> statement-breakpoint
ALTER TABLE "estimates" DROP CONSTRAINT "estimates_period_fits_its_basis";--> statement-breakpoint
ALTER TABLE "rates" DROP CONSTRAINT "rates_period_fits_its_basis";--> statement-breakpoint
ALTER TABLE "shares" DROP CONSTRAINT "shares_period_fits_its_basis";--> statement-breakpoint
ALTER TABLE "counts" ADD CONSTRAINT "counts_period_fits_its_basis" CHECK (case "counts"."basis"
        when 'calendar-year' then isfinite("counts"."period_start") and extract(doy from "counts"."period_start") = 1
          and "counts"."period_end" = ("counts"."period_start" + interval '1 year - 1 day')::date
        when 'us-fiscal-year' then isfinite("counts"."period_start") and extract(day from "counts"."period_start") = 1
          and "counts"."period_end" = ("counts"."period_start" + interval '1 year - 1 day')::date
          and (extract(month from "counts"."period_start") = 10 or (extract(month from "counts"."period_start") = 7 and "counts"."period_end" < '1976-07-01'))
        when 'month' then isfinite("counts"."period_start") and extract(day from "counts"."period_start") = 1
          and "counts"."period_end" = ("counts"."period_start" + interval '1 month - 1 day')::date
        when 'day' then "counts"."period_end" = "counts"."period_start" and isfinite("counts"."period_start")
        when 'since' then isfinite("counts"."period_start") and "counts"."period_end" = 'infinity'
        when 'cumulative' then isfinite("counts"."period_end") and "counts"."period_start" = '-infinity'
        when 'interval' then "counts"."period_end" >= "counts"."period_start" and isfinite("counts"."period_start") and isfinite("counts"."period_end")
        else isfinite("counts"."period_start") and ("counts"."period_end" = "counts"."period_start" or (extract(day from "counts"."period_start") = 1
          and "counts"."period_end" = ("counts"."period_start" + interval '1 month - 1 day')::date)) end);--> statement-breakpoint
ALTER TABLE "estimates" ADD CONSTRAINT "estimates_period_fits_its_basis" CHECK (case "estimates"."basis"
        when 'calendar-year' then isfinite("estimates"."period_start") and extract(doy from "estimates"."period_start") = 1
          and "estimates"."period_end" = ("estimates"."period_start" + interval '1 year - 1 day')::date
        when 'us-fiscal-year' then isfinite("estimates"."period_start") and extract(day from "estimates"."period_start") = 1
          and "estimates"."period_end" = ("estimates"."period_start" + interval '1 year - 1 day')::date
          and (extract(month from "estimates"."period_start") = 10 or (extract(month from "estimates"."period_start") = 7 and "estimates"."period_end" < '1976-07-01'))
        when 'month' then isfinite("estimates"."period_start") and extract(day from "estimates"."period_start") = 1
          and "estimates"."period_end" = ("estimates"."period_start" + interval '1 month - 1 day')::date
        when 'day' then "estimates"."period_end" = "estimates"."period_start" and isfinite("estimates"."period_start")
        when 'since' then isfinite("estimates"."period_start") and "estimates"."period_end" = 'infinity'
        when 'cumulative' then isfinite("estimates"."period_end") and "estimates"."period_start" = '-infinity'
        when 'interval' then "estimates"."period_end" >= "estimates"."period_start" and isfinite("estimates"."period_start") and isfinite("estimates"."period_end")
        else isfinite("estimates"."period_start") and ("estimates"."period_end" = "estimates"."period_start" or (extract(day from "estimates"."period_start") = 1
          and "estimates"."period_end" = ("estimates"."period_start" + interval '1 month - 1 day')::date)) end);--> statement-breakpoint
ALTER TABLE "rates" ADD CONSTRAINT "rates_period_fits_its_basis" CHECK (case "rates"."basis"
        when 'calendar-year' then isfinite("rates"."period_start") and extract(doy from "rates"."period_start") = 1
          and "rates"."period_end" = ("rates"."period_start" + interval '1 year - 1 day')::date
        when 'us-fiscal-year' then isfinite("rates"."period_start") and extract(day from "rates"."period_start") = 1
          and "rates"."period_end" = ("rates"."period_start" + interval '1 year - 1 day')::date
          and (extract(month from "rates"."period_start") = 10 or (extract(month from "rates"."period_start") = 7 and "rates"."period_end" < '1976-07-01'))
        when 'month' then isfinite("rates"."period_start") and extract(day from "rates"."period_start") = 1
          and "rates"."period_end" = ("rates"."period_start" + interval '1 month - 1 day')::date
        when 'day' then "rates"."period_end" = "rates"."period_start" and isfinite("rates"."period_start")
        when 'since' then isfinite("rates"."period_start") and "rates"."period_end" = 'infinity'
        when 'cumulative' then isfinite("rates"."period_end") and "rates"."period_start" = '-infinity'
        when 'interval' then "rates"."period_end" >= "rates"."period_start" and isfinite("rates"."period_start") and isfinite("rates"."period_end")
        else isfinite("rates"."period_start") and ("rates"."period_end" = "rates"."period_start" or (extract(day from "rates"."period_start") = 1
          and "rates"."period_end" = ("rates"."period_start" + interval '1 month - 1 day')::date)) end);--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_period_fits_its_basis" CHECK (case "shares"."basis"
        when 'calendar-year' then isfinite("shares"."period_start") and extract(doy from "shares"."period_start") = 1
          and "shares"."period_end" = ("shares"."period_start" + interval '1 year - 1 day')::date
        when 'us-fiscal-year' then isfinite("shares"."period_start") and extract(day from "shares"."period_start") = 1
          and "shares"."period_end" = ("shares"."period_start" + interval '1 year - 1 day')::date
          and (extract(month from "shares"."period_start") = 10 or (extract(month from "shares"."period_start") = 7 and "shares"."period_end" < '1976-07-01'))
        when 'month' then isfinite("shares"."period_start") and extract(day from "shares"."period_start") = 1
          and "shares"."period_end" = ("shares"."period_start" + interval '1 month - 1 day')::date
        when 'day' then "shares"."period_end" = "shares"."period_start" and isfinite("shares"."period_start")
        when 'since' then isfinite("shares"."period_start") and "shares"."period_end" = 'infinity'
        when 'cumulative' then isfinite("shares"."period_end") and "shares"."period_start" = '-infinity'
        when 'interval' then "shares"."period_end" >= "shares"."period_start" and isfinite("shares"."period_start") and isfinite("shares"."period_end")
        else isfinite("shares"."period_start") and ("shares"."period_end" = "shares"."period_start" or (extract(day from "shares"."period_start") = 1
          and "shares"."period_end" = ("shares"."period_start" + interval '1 month - 1 day')::date)) end);