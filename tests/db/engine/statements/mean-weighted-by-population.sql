-- /data/1.1.0/homicide-rate.csv?group=northern-triangle&by=area
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
            and s.area_id = any ($4::int[])
            and s.counterpart_id = any ($5::int[])
            and s.breakdown_id = any ($6::int[])
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
        f.numerator,
        f.denominator,
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
            rates f
          where
            f.series_id = s.id
            and f.since_release <= $1::int
            and f.until_release > $1::int
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
                origin_target.target as origin_target,
                breakdown_target.target as breakdown_target,
                breakdown_target.shared = 1 as shared,
                area_target.size * origin_target.size * breakdown_target.size as size,
                (
                  area_target.combined = 1
                  and not origin_target.combined = 1
                  and not breakdown_target.combined = 1
                ) as weighable
              from
                series s
                join unnest($7::int[], $8::int[], $9::int[], $10::int[], $11::date[], $12::date[], $13::int[]) as area_target (target, combined, shared, id, valid_from, valid_to, size) on area_target.id = s.area_id
                join unnest($14::int[], $15::int[], $16::int[], $17::int[], $18::date[], $19::date[], $20::int[]) as origin_target (target, combined, shared, id, valid_from, valid_to, size) on origin_target.id = s.counterpart_id
                join unnest($21::int[], $22::int[], $23::int[], $24::int[], $25::date[], $26::date[], $27::int[]) as breakdown_target (target, combined, shared, id, valid_from, valid_to, size) on breakdown_target.id = s.breakdown_id
              where
                s.indicator_id = $2::int
                and s.basis = any ($3::basis[])
                and (
                  area_target.combined = 1
                  or origin_target.combined = 1
                  or breakdown_target.combined = 1
                )
            ) s
          order by
            group_no
        ),
        member_rows as materialized (
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
            f.numerator as numerator,
            f.denominator as denominator,
            s.weighable,
            case
              when isfinite(f.period_end) then date_trunc('year', f.period_end::timestamp)::date
            end as year
          from
            members s
            cross join lateral (
              select
                *
              from
                rates f
              where
                f.series_id = s.id
                and f.since_release <= $1::int
                and f.until_release > $1::int
                and coalesce(f.low, f.value) is not null
              offset
                0
            ) f
        ),
        weights as materialized (
          select
            s.area_id,
            s.id as series_id,
            c.period_start as year,
            c.value as weight,
            c.edition_id
          from
            series s
            cross join lateral (
              select
                *
              from
                counts c
              where
                c.series_id = s.id
                and c.since_release <= $1::int
                and c.until_release > $1::int
                and c.value > 0
              offset
                0
            ) c
          where
            s.indicator_id = $30::int
            and (
              s.source_id = $29::int
              and s.area_id = any ($28::int[])
            )
            and s.basis = 'calendar-year'
            and s.counterpart_id = $31::int
            and s.breakdown_id = $32::int
            and s.definition = $33::text
        ),
        counted_rows as materialized (
          select
            *
          from
            (
              select
                f.*,
                weights.weight,
                weights.edition_id as weight_edition_id,
                bool_and(f.numerator is not null) over of_period as is_whole,
                bool_or(weights.weight is not null) over of_period as is_weighed
              from
                member_rows f
                left join weights on weights.area_id = f.area_id
                and weights.year = f.year
              window
                of_period as (
                  partition by
                    f.group_no,
                    f.period_start,
                    f.period_end
                )
            ) f
          where
            f.is_whole
            or f.weight is not null
            or not f.is_weighed
            or not f.weighable
        ),
        weight_years as materialized (
          select distinct
            year
          from
            weights
        ),
        expected_weights as materialized (
          select
            t.target as area_target,
            years.year,
            sum(
              weights.weight
              order by
                weights.series_id
            ) as weight,
            array_agg(
              t.id
              order by
                t.id
            ) filter (
              where
                weights.weight is null
            ) as unweighted
          from
            weight_years years
            cross join unnest($34::int[], $35::int[]) as t (target, id)
            left join weights on weights.area_id = t.id
            and weights.year = years.year
          group by
            1,
            2
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
                f.value * f.weight
                order by
                  f.series_id
              )
            end as value,
            sum(
              f.low * f.weight
              order by
                f.series_id
            ) as low,
            sum(
              f.high * f.weight
              order by
                f.series_id
            ) as high,
            bit_or(f.kind_bit) as kinds,
            case
              when bool_and(f.is_whole) then sum(
                f.numerator
                order by
                  f.series_id
              )
            end as numerator,
            case
              when bool_and(f.is_whole) then sum(
                f.denominator
                order by
                  f.series_id
              )
            end as denominator,
            case
              when min(f.edition_id) = max(f.edition_id) then array[min(f.edition_id)]
              else array_agg(f.edition_id)
            end || case
              when min(f.weight_edition_id) filter (
                where
                  f.weight is not null
              ) = max(f.weight_edition_id) filter (
                where
                  f.weight is not null
              ) then array[
                min(f.weight_edition_id) filter (
                  where
                    f.weight is not null
                )
              ]
              else array_agg(f.weight_edition_id) filter (
                where
                  f.weight is not null
              )
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
            coalesce(
              min(expected_weights.unweighted),
              array_agg(f.area_id) filter (
                where
                  f.weight is null
              )
            ) as unweighted,
            sum(
              f.weight
              order by
                f.series_id
            ) as weight,
            max(expected_weights.weight) as weight_expected
          from
            counted_rows f
            left join expected_weights on expected_weights.area_target = f.area_target
            and expected_weights.year = f.year
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
  ) q;
