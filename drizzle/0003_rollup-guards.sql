-- Rollups are published with their release: from then on they are only closed, as the rows are that they sum.
DO $$
declare name text;
begin
  foreach name in array array['rollups', 'rollup_rows'] loop
    execute format('create trigger %I after insert on %I referencing new table as entered for each statement execute function rows_are_only_closed()', name || '_enter', name);
    execute format('create trigger %I after update on %I referencing old table as gone new table as entered for each statement execute function rows_are_only_closed()', name || '_close', name);
    execute format('create trigger %I after delete on %I referencing old table as gone for each statement execute function rows_are_only_closed()', name || '_leave', name);
    execute format('create trigger %I before truncate on %I for each statement execute function truncation_is_refused()', name || '_keep', name);
  end loop;
end $$;
