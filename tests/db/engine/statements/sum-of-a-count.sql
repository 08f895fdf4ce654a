-- /data/1.1.0/population.csv?group=northern-triangle&time=2000..2014
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
    ) << 15
  ) | (
    (
      case
        when q.span is null then 0
        when q.span = '{"summed":true}' then 1
        when q.span = '{"summed":false}' then 2
        else 3
      end
    ) << 17
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
          when 'disclosure' then 32
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
      with
        members as materialized (
          select
            s.*,
            dense_rank() over (
              order by
                s.area_target,
                s.origin_target,
                s.breakdown_target,
                s.source_id,
                s.basis,
                s.definition
            ) as group_no
          from
            (
              select
                s.id,
                s.area_id,
                s.counterpart_id,
                s.breakdown_id,
                s.source_id,
                s.basis,
                s.definition,
                area_target.target as area_target,
                s.counterpart_id as origin_target,
                s.breakdown_id as breakdown_target,
                false as shared,
                area_target.size * 1 * 1 as size
              from
                series s
                join unnest($7::int[], $8::int[], $9::int[], $10::int[], $11::date[], $12::date[], $13::int[]) as area_target (target, combined, shared, id, valid_from, valid_to, size) on area_target.id = s.area_id
              where
                s.indicator_id = $2::int
                and s.basis = any ($3::basis[])
                and (
                  area_target.combined = 1
                  or false
                  or false
                )
            ) s
          order by
            group_no
        ),
        member_rows as not materialized (
          select
            s.group_no,
            s.id as series_id,
            s.area_target,
            s.area_id,
            s.counterpart_id,
            s.breakdown_id,
            s.shared,
            s.size,
            f.period_start,
            f.period_end,
            f.period_status,
            hedge_bit (f.qualifier) as word_bit,
            case f.interval_kind
              when 'none' then 0
              when 'stated' then 2
              when 'confidence-95' then 4
              when 'suppression' then 8
              when 'rounding' then 16
              when 'disclosure' then 32
            end as kind_bit,
            f.edition_id,
            f.note_id,
            f.value,
            coalesce(f.low, f.value) as low,
            coalesce(f.high, f.value) as high,
            null::float8 as numerator,
            null::float8 as denominator
          from
            members s
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
                and coalesce(f.low, f.value) is not null
              offset
                0
            ) f
        ),
        totals as materialized (
          select
            f.group_no,
            f.period_start,
            f.period_end,
            max(f.period_status) as period_status,
            bit_or(f.word_bit) as words,
            case
              when count(f.value) = count(f.low) then sum(
                f.value
                order by
                  f.series_id
              )
            end as value,
            sum(
              f.low
              order by
                f.series_id
            ) as low,
            sum(
              f.high
              order by
                f.series_id
            ) as high,
            bit_or(f.kind_bit) as kinds,
            null::float8 as numerator,
            null::float8 as denominator,
            case
              when min(f.edition_id) = max(f.edition_id) then array[min(f.edition_id)]
              else array_agg(f.edition_id)
            end as editions,
            case
              when max(f.note_id) filter (
                where
                  f.note_id is not null
              ) is not null then (
                select
                  jsonb_agg(
                    jsonb_build_object('en', n.en, 'es', n.es, 'mandatory', n.mandatory) || jsonb_build_object('areas', m.areas)
                    order by
                      n.en collate "C",
                      n.es collate "C"
                  )
                from
                  (
                    select
                      u.note_id,
                      jsonb_agg(
                        u.areas
                        order by
                          u.areas
                      ) as areas
                    from
                      (
                        select distinct
                          *
                        from
                          unnest(
                            array_agg(f.note_id) filter (
                              where
                                f.note_id is not null
                            ),
                            array_agg(f.area_id) filter (
                              where
                                f.note_id is not null
                            )
                          ) u (note_id, areas)
                      ) u
                    group by
                      u.note_id
                  ) m
                  join notes n on n.id = m.note_id
              )
            end as notes,
            count(*)::int as count,
            case
              when count(*) < min(f.size) then array_agg(
                f.area_id
                order by
                  f.series_id
              )
            end as areas,
            null::int[] as origins,
            null::int[] as breakdowns,
            null::int[] as unweighted,
            null::float8 as weight,
            null::float8 as weight_expected
          from
            member_rows f
          group by
            f.group_no,
            f.period_start,
            f.period_end
        )
      select
        s.group_key,
        s.area_target as area,
        s.origin_target as origin,
        s.breakdown_target as breakdown,
        s.source_id,
        s.basis,
        s.definition,
        totals.period_start,
        totals.period_end,
        totals.period_status,
        totals.words,
        totals.value,
        totals.low,
        totals.high,
        totals.kinds,
        totals.numerator,
        totals.denominator,
        totals.editions,
        totals.notes,
        totals.count,
        totals.areas,
        totals.origins,
        totals.breakdowns,
        totals.unweighted,
        totals.weight,
        totals.weight_expected,
        null::jsonb as span,
        null::text as gap,
        null::text as attributed_to,
        null::text as locator,
        null::text as printed
      from
        (
          select distinct
            on (s.group_no) s.*,
            concat_ws(
              ' ',
              'combined -',
              s.area_target,
              s.origin_target,
              s.breakdown_target,
              s.source_id,
              s.basis,
              s.definition
            ) as group_key
          from
            members s
          order by
            s.group_no
        ) s
        join totals on totals.group_no = s.group_no
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
            join unnest($14::int[], $15::int[], $16::int[], $17::int[], $18::date[], $19::date[], $20::int[]) as area_target (target, combined, shared, id, valid_from, valid_to, size) on area_target.id = s.area_id
          where
            s.indicator_id = $21::int
            and s.basis = any ($22::basis[])
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
