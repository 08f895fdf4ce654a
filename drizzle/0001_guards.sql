-- What a schema comparison cannot see: the rules of releases, and the views for readers.
-- Published rows are never changed or deleted, only closed, and only in the one draft. Publishing waits for
-- writers: `for share` on the draft row holds off the update that publishes it.
CREATE FUNCTION draft_release() RETURNS integer LANGUAGE sql VOLATILE SET search_path FROM CURRENT AS $$
  select id from releases where published_at is null for share
$$;--> statement-breakpoint
CREATE FUNCTION rows_are_only_closed() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
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
      into refused;
  end if;
  if refused then
    raise exception '%: a published row is never changed or deleted, only closed in the draft release', tg_table_name
      using errcode = 'restrict_violation';
  end if;
  return null;
end $$;--> statement-breakpoint
CREATE FUNCTION truncation_is_refused() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  raise exception '%: published rows are never deleted', tg_table_name using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
CREATE FUNCTION published_releases_are_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if old.published_at is not null then
    raise exception 'releases: %.%.% is published and never changes', old.major, old.minor, old.patch
      using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;--> statement-breakpoint
-- What series, editions and codes mean is pinned with the rows that point to them: other names are other rows.
CREATE FUNCTION keys_are_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  raise exception '%: what rows refer to never changes, it is pinned with them', tg_table_name using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
CREATE FUNCTION notes_are_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  raise exception 'notes: a note never changes, it is pinned with the rows that carry it' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
DO $$
declare name text;
begin
  foreach name in array array['rates', 'counts', 'estimates', 'shares'] loop
    execute format('create trigger %I after insert on %I referencing new table as entered for each statement execute function rows_are_only_closed()', name || '_enter', name);
    execute format('create trigger %I after update on %I referencing old table as gone new table as entered for each statement execute function rows_are_only_closed()', name || '_close', name);
    execute format('create trigger %I after delete on %I referencing old table as gone for each statement execute function rows_are_only_closed()', name || '_leave', name);
    execute format('create trigger %I before truncate on %I for each statement execute function truncation_is_refused()', name || '_keep', name);
    -- The planner's guess of distinct series in a sample is half of the truth.
    execute format('alter table %I alter series_id set (n_distinct = -0.03)', name);
  end loop;
end $$;--> statement-breakpoint
CREATE TRIGGER releases_frozen BEFORE UPDATE OR DELETE ON releases FOR EACH ROW EXECUTE FUNCTION published_releases_are_frozen();--> statement-breakpoint
CREATE TRIGGER releases_keep BEFORE TRUNCATE ON releases FOR EACH STATEMENT EXECUTE FUNCTION truncation_is_refused();--> statement-breakpoint
CREATE TRIGGER notes_frozen BEFORE UPDATE OR DELETE ON notes FOR EACH ROW EXECUTE FUNCTION notes_are_frozen();--> statement-breakpoint
CREATE TRIGGER series_frozen BEFORE UPDATE ON series FOR EACH ROW EXECUTE FUNCTION keys_are_frozen();--> statement-breakpoint
CREATE TRIGGER editions_frozen BEFORE UPDATE ON editions FOR EACH ROW EXECUTE FUNCTION keys_are_frozen();--> statement-breakpoint
CREATE TRIGGER breakdowns_frozen BEFORE UPDATE ON breakdowns FOR EACH ROW EXECUTE FUNCTION keys_are_frozen();--> statement-breakpoint
CREATE TRIGGER areas_code_frozen BEFORE UPDATE ON areas FOR EACH ROW WHEN (old.code <> new.code) EXECUTE FUNCTION keys_are_frozen();--> statement-breakpoint
CREATE TRIGGER sources_slug_frozen BEFORE UPDATE ON sources FOR EACH ROW WHEN (old.slug <> new.slug) EXECUTE FUNCTION keys_are_frozen();--> statement-breakpoint
CREATE TRIGGER indicators_slug_frozen BEFORE UPDATE ON indicators FOR EACH ROW WHEN ((old.slug, old.measure) <> (new.slug, new.measure)) EXECUTE FUNCTION keys_are_frozen();--> statement-breakpoint
-- A qualifier as one bit, so that a sum can say with one integer which words went into it.
CREATE FUNCTION hedge_bit(word qualifier) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  select case word when 'exact' then 1 when 'about' then 2 when 'more-than' then 4 when 'at-least' then 8
    when 'just-over' then 16 when 'less-than' then 32 when 'at-most' then 64 when 'nearly' then 128 else 256 end
$$;--> statement-breakpoint
-- The four tables as one, in readable columns, for people with psql or a BI tool. The measure is a constant in
-- each branch, so that asking for one measure reads one table. In force now: until_release = 2147483647.
CREATE VIEW observations AS
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
