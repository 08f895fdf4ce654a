-- /data/1.1.0/population.csv?group=m49-013&time=2000..2014
select
  q.group_key,
  q.period_start,
  q.period_end,
  q.words | (q.kinds << 9) | (
    (
      case q.period_status
        when 'stated' then 0
        when 'inferred' then 1
        when 'assumed' then 2
      end
    ) << 14
  ) | (
    (
      case
        when q.span is null then 0
        when q.span = '{"summed":true}' then 1
        when q.span = '{"summed":false}' then 2
        else 3
      end
    ) << 16
  ) as bits,
  q.editions[1] as edition,
  q.editions[2] as other_edition,
  q.count,
  q.value,
  nullif(q.low, q.value) as low,
  nullif(q.high, q.value) as high,
  q.numerator,
  q.denominator,
  q.gap,
  q.weight,
  q.weight_expected,
  q.attributed_to,
  q.locator,
  q.printed,
  case
    when num_nonnulls (q.notes, q.areas, q.origins, q.breakdowns, q.unweighted) > 0
    or cardinality(q.editions) > 2
    or case
      when q.span is null then 0
      when q.span = '{"summed":true}' then 1
      when q.span = '{"summed":false}' then 2
      else 3
    end = 3 then jsonb_strip_nulls(
      jsonb_build_object(
        'notes',
        q.notes,
        'areas',
        q.areas,
        'origins',
        q.origins,
        'breakdowns',
        q.breakdowns,
        'unweighted',
        q.unweighted,
        'editions',
        case
          when cardinality(q.editions) > 2 then q.editions
        end,
        'span',
        q.span
      )
    )
  end as overflow
from
  (
    (
      with
        wanted_series as materialized (
          select
            s.*,
            concat_ws(' ', 'published -', s.area_id, s.counterpart_id, s.breakdown_id, s.source_id, s.basis, s.definition) as group_key
          from
            series s
          where
            s.indicator_id = $2::int
            and s.basis = any ($3::basis[])
            and s.area_id = any ($6::int[])
        )
      select
        s.group_key,
        s.area_id as area,
        s.counterpart_id as origin,
        s.breakdown_id as breakdown,
        s.source_id,
        s.basis,
        s.definition,
        f.period_start,
        f.period_end,
        f.period_status,
        hedge_bit (f.qualifier) as words,
        f.value,
        f.low,
        f.high,
        case f.interval_kind
          when 'none' then 0
          when 'stated' then 2
          when 'confidence-95' then 4
          when 'suppression' then 8
          when 'rounding' then 16
        end as kinds,
        null::float8 as numerator,
        null::float8 as denominator,
        array[f.edition_id] as editions,
        case
          when n.id is not null then jsonb_build_array(jsonb_build_object('en', n.en, 'es', n.es, 'mandatory', n.mandatory))
        end as notes,
        1 as count,
        null::int[] as areas,
        null::int[] as origins,
        null::int[] as breakdowns,
        null::int[] as unweighted,
        null::float8 as weight,
        null::float8 as weight_expected,
        null::jsonb as span,
        f.gap::text as gap,
        f.attributed_to,
        f.locator,
        f.printed
      from
        wanted_series s
        cross join lateral (
          select
            *
          from
            counts f
          where
            f.series_id = s.id
            and f.since_release <= $1::int
            and f.until_release > $1::int
            and f.period_start >= $4::date
            and f.period_start <= $5::date
            and f.period_end <= $5::date
          offset
            0
        ) f
        left join notes n on n.id = f.note_id
    )
    union all
    (
      select
        'combined ' || t.target || ' ' || s.place as group_key,
        s.area_id as area,
        s.counterpart_id as origin,
        s.breakdown_id as breakdown,
        s.source_id,
        s.basis,
        s.definition,
        s.period_start,
        s.period_end,
        s.period_status,
        s.words,
        s.value,
        s.low,
        s.high,
        s.kinds,
        s.numerator,
        s.denominator,
        s.editions,
        s.notes,
        s.count,
        s.areas,
        s.origins,
        s.breakdowns,
        s.unweighted,
        s.weight,
        s.weight_expected,
        s.span,
        null::text as gap,
        null::text as attributed_to,
        null::text as locator,
        null::text as printed
      from
        unnest($7::int[], $8::int[]) as t (target, id)
        cross join lateral (
          select
            *
          from
            rollup_rows s
          where
            s.rollup_id = t.id
            and s.of_months = false
            and s.since_release <= $1::int
            and s.until_release > $1::int
            and s.basis = any ($9::basis[])
            and s.period_start >= $10::date
            and s.period_start <= $11::date
            and s.period_end <= $11::date
          offset
            0
        ) s
    )
    union all
    (
      with
        named_series as materialized (
          select
            s.id,
            s.source_id,
            s.basis,
            s.definition,
            area_target.target as area_target,
            s.counterpart_id as origin_target,
            s.breakdown_id as breakdown_target
          from
            series s
            join unnest($12::int[], $13::int[], $14::int[], $15::int[], $16::date[], $17::date[], $18::int[]) as area_target (target, combined, shared, id, valid_from, valid_to, size) on area_target.id = s.area_id
          where
            s.indicator_id = $19::int
            and s.basis = any ($20::basis[])
        ),
        last_rows as (
          select
            s.*,
            f.period_start,
            f.period_end,
            f.period_status,
            rank() over (
              partition by
                s.area_target
              order by
                case
                  when isfinite(f.period_end) then f.period_end
                  else f.period_start
                end desc
            ) as place
          from
            named_series s
            cross join lateral (
              select
                f.period_start,
                f.period_end,
                f.period_status
              from
                counts f
              where
                f.series_id = s.id
                and f.since_release <= $1::int
                and f.until_release > $1::int
                and f.gap is null
              order by
                case
                  when isfinite(f.period_end) then f.period_end
                  else f.period_start
                end desc
              limit
                1
            ) f
        )
      select
        concat_ws(
          ' ',
          'on-file -',
          s.area_target,
          s.origin_target,
          s.breakdown_target,
          s.source_id,
          s.basis,
          s.definition
        ) as group_key,
        s.area_target as area,
        s.origin_target as origin,
        s.breakdown_target as breakdown,
        s.source_id,
        s.basis,
        s.definition,
        s.period_start,
        s.period_end,
        s.period_status,
        0 as words,
        null::float8 as value,
        null::float8 as low,
        null::float8 as high,
        0 as kinds,
        null::float8 as numerator,
        null::float8 as denominator,
        '{}'::int[] as editions,
        null::jsonb as notes,
        0 as count,
        null::int[] as areas,
        null::int[] as origins,
        null::int[] as breakdowns,
        null::int[] as unweighted,
        null::float8 as weight,
        null::float8 as weight_expected,
        null::jsonb as span,
        null::text as gap,
        null::text as attributed_to,
        null::text as locator,
        null::text as printed
      from
        last_rows s
      where
        s.place = 1
    )
  ) q;
