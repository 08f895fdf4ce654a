-- A release of a site's own data has an id above 1000000000 and no number of the product. A row is closed only on the line
-- on which it was published, so a release of the product never touches own data, nor the other way about.
ALTER TABLE "releases" ALTER COLUMN "major" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "releases" ALTER COLUMN "minor" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "releases" ALTER COLUMN "patch" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "publisher" jsonb;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "beside_release" integer;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_beside_fk" FOREIGN KEY ("beside_release") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_are_of_one_line" CHECK (case when "releases"."id" <= 1000000000 then num_nulls("releases"."major", "releases"."minor", "releases"."patch") = 0 and "releases"."publisher" is null and "releases"."beside_release" is null
        else num_nonnulls("releases"."major", "releases"."minor", "releases"."patch") = 0 and "releases"."publisher" ? 'id' and "releases"."beside_release" <= 1000000000 and "releases"."beside_release" is not null end);--> statement-breakpoint
CREATE OR REPLACE FUNCTION rows_are_only_closed() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
declare draft integer := draft_release(); refused boolean;
begin
  if draft is null then
    raise exception '%: no draft release is open, so nothing can be written', tg_table_name using errcode = 'restrict_violation';
  end if;
  if tg_op = 'INSERT' then
    select exists (select from entered where since_release <> draft or until_release <> 2147483647) into refused;
  elsif tg_op = 'DELETE' then
    select exists (select from gone where since_release <> draft) into refused;
  else
    -- Both directions: a row of an older release may change nothing but until_release, and a draft's own row
    -- may not be dated back into an older release.
    select exists (select to_jsonb(gone) - 'until_release' from gone where since_release <> draft
                   except all select to_jsonb(entered) - 'until_release' from entered where since_release <> draft)
        or exists (select to_jsonb(entered) - 'until_release' from entered where since_release <> draft
                   except all select to_jsonb(gone) - 'until_release' from gone where since_release <> draft)
        or exists (select from entered where until_release not in (draft, 2147483647))
        or exists (select from gone where since_release <> draft and until_release not in (draft, 2147483647))
        or exists (select from entered where until_release = draft and (since_release > 1000000000) <> (draft > 1000000000))
      into refused;
  end if;
  if refused then
    raise exception '%: a published row is never changed or deleted, only closed in the draft release', tg_table_name
      using errcode = 'restrict_violation';
  end if;
  return null;
end $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION published_releases_are_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if old.published_at is not null then
    raise exception 'releases: % is published and never changes',
      coalesce(old.major || '.' || old.minor || '.' || old.patch, (old.publisher ->> 'id') || '.' || (old.id - 1000000000))
      using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
