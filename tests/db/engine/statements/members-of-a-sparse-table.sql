-- /data/1.1.0/border-encounters.csv?origin=m49-013&time=2019-01..2019-12
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
            and s.counterpart_id = any ($6::int[])
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
        zero_months as materialized (
          select
            *
          from
            unnest($18::int[], $19::date[]) as months_of_source (source_id, month)
        ),
        zero_months_per_span as materialized (
          select
            zero_months.source_id,
            spans.span,
            zero_months.month as span_start,
            count(*)::int as zeros
          from
            zero_months,
            unnest($16::basis[], $17::int[]) as spans (span, steps)
          group by
            1,
            2,
            3
        ),
        members as materialized (
          select
            s.*,
            dense_rank() over (
              order by
                s.area_target,
                s.origin_target,
                s.breakdown_target,
                s.source_id,
                s.definition,
                s.span
            ) as group_no
          from
            (
              select
                exists (
                  select
                  from
                    counts f
                  where
                    f.series_id = s.id
                    and f.since_release <= $1::int
                    and f.until_release > $1::int
                ) as has_rows,
                s.id,
                s.area_id,
                s.counterpart_id,
                s.breakdown_id,
                s.source_id,
                s.definition,
                spans.span,
                s.basis = 'month' as monthly,
                case
                  when s.basis = spans.span then 1
                  else spans.steps
                end as needed,
                (
                  false
                  or origin_target.combined = 1
                  or false
                ) as combined,
                s.area_id as area_target,
                origin_target.target as origin_target,
                s.breakdown_id as breakdown_target,
                false as shared,
                1 * origin_target.size * 1 as size,
                printed.id as printed_id
              from
                series s
                join unnest($7::int[], $8::int[], $9::int[], $10::int[], $11::date[], $12::date[], $13::int[]) as origin_target (target, combined, shared, id, valid_from, valid_to, size) on origin_target.id = s.counterpart_id
                join unnest($16::basis[], $17::int[]) as spans (span, steps) on s.basis = 'month'
                or s.basis = spans.span
                left join series printed on s.basis <> spans.span
                and (
                  printed.indicator_id,
                  printed.source_id,
                  printed.basis,
                  printed.area_id,
                  printed.counterpart_id,
                  printed.breakdown_id,
                  printed.definition
                ) = (s.indicator_id, s.source_id, spans.span, s.area_id, s.counterpart_id, s.breakdown_id, s.definition)
              where
                s.indicator_id = $20::int
                and s.basis = any ($21::basis[])
                and (
                  (
                    false
                    or origin_target.combined = 1
                    or false
                  )
                  or s.basis <> spans.span
                )
            ) s
          order by
            group_no
        ),
        month_rows as (
          select
            s.id as series_id,
            s.group_no,
            s.combined,
            s.needed,
            s.monthly,
            s.source_id,
            s.span,
            s.area_id,
            s.counterpart_id,
            s.breakdown_id,
            s.shared,
            s.size,
            span_bounds.span_start,
            span_bounds.span_end,
            f.period_start as month,
            coalesce(f.low, f.value) is not null
            and (
              f.gap is null
              or not (
                s.monthly
                and s.span <> 'month'
              )
            ) as has_figure,
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
                and f.period_start >= $14::date
                and f.period_start <= $15::date
              offset
                0
            ) f
            cross join lateral (
              select
                f.period_start as span_start,
                (f.period_start::timestamp + interval '1 month - 1 day')::date as span_end
            ) span_bounds
          where
            (
              (
                s.monthly
                and s.span <> 'month'
              )
              or (
                f.period_start = span_bounds.span_start
                and f.period_end = span_bounds.span_end
              )
            )
            and span_bounds.span_start >= $14::date
            and span_bounds.span_end <= $15::date
            and (
              s.printed_id is null
              or not exists (
                select
                from
                  counts printed
                where
                  printed.series_id = s.printed_id
                  and printed.since_release <= $1::int
                  and printed.until_release > $1::int
                  and printed.period_start = span_bounds.span_start
                  and printed.period_end = span_bounds.span_end
              )
            )
          union all
          select
            s.id as series_id,
            s.group_no,
            s.combined,
            s.needed,
            s.monthly,
            s.source_id,
            s.span,
            s.area_id,
            s.counterpart_id,
            s.breakdown_id,
            s.shared,
            s.size,
            zero_months_per_span.span_start,
            (zero_months_per_span.span_start::timestamp + interval '1 month - 1 day')::date as span_end,
            null as month,
            false as has_figure,
            null as period_status,
            null as word_bit,
            null as kind_bit,
            null as edition_id,
            null as note_id,
            null as value,
            null as low,
            null as high,
            null as numerator,
            null as denominator
          from
            members s
            join zero_months_per_span on zero_months_per_span.source_id = s.source_id
            and zero_months_per_span.span = s.span
          where
            s.monthly
            and (
              s.combined
              or (
                s.monthly
                and s.span <> 'month'
              )
            )
            and s.has_rows
            and zero_months_per_span.span_start >= $14::date
            and (zero_months_per_span.span_start::timestamp + interval '1 month - 1 day')::date <= $15::date
            and (
              s.printed_id is null
              or not exists (
                select
                from
                  counts printed
                where
                  printed.series_id = s.printed_id
                  and printed.since_release <= $1::int
                  and printed.until_release > $1::int
                  and printed.period_start = zero_months_per_span.span_start
                  and printed.period_end = (zero_months_per_span.span_start::timestamp + interval '1 month - 1 day')::date
              )
            )
        ),
        figures as materialized (
          select
            month_rows.*,
            count(*) filter (
              where
                month_rows.has_figure
            ) over of_span = count(month_rows.month) over of_span
            and count(*) filter (
              where
                month_rows.has_figure
            ) over of_span + coalesce(zero_months_per_span.zeros, 0) - count(*) filter (
              where
                case
                  when month_rows.monthly
                  and month_rows.month is not null then (month_rows.source_id, month_rows.month) in (
                    select
                      zero_months.source_id,
                      zero_months.month
                    from
                      zero_months
                  )
                end
            ) over of_span = month_rows.needed as complete,
            coalesce(zero_months_per_span.zeros, 0) > count(*) filter (
              where
                case
                  when month_rows.monthly
                  and month_rows.month is not null then (month_rows.source_id, month_rows.month) in (
                    select
                      zero_months.source_id,
                      zero_months.month
                    from
                      zero_months
                  )
                end
            ) over of_span as has_zeros,
            row_number() over (
              partition by
                month_rows.group_no,
                month_rows.series_id,
                month_rows.span_start
              order by
                month_rows.month nulls last
            ) as row_no
          from
            month_rows
            left join zero_months_per_span on month_rows.monthly
            and zero_months_per_span.source_id = month_rows.source_id
            and zero_months_per_span.span = month_rows.span
            and zero_months_per_span.span_start = month_rows.span_start
          window
            of_span as (
              partition by
                month_rows.group_no,
                month_rows.series_id,
                month_rows.span_start
            )
        ),
        totals as materialized (
          select
            f.group_no,
            f.span_start,
            f.span_end,
            bool_or(
              (
                f.monthly
                and f.span <> 'month'
              )
            ) as summed,
            max(f.period_status) filter (
              where
                f.month is not null
                and (
                  f.has_figure
                  or not f.combined
                )
            ) as period_status,
            coalesce(
              bit_or(f.word_bit) filter (
                where
                  f.complete
              ),
              0
            ) as words,
            case
              when count(f.value) filter (
                where
                  f.complete
              ) = count(f.low) filter (
                where
                  f.complete
              ) then coalesce(
                sum(
                  f.value
                  order by
                    f.series_id,
                    f.month
                ) filter (
                  where
                    f.complete
                ),
                0
              )
            end as value,
            coalesce(
              sum(
                f.low
                order by
                  f.series_id,
                  f.month
              ) filter (
                where
                  f.complete
              ),
              0
            ) as low,
            coalesce(
              sum(
                f.high
                order by
                  f.series_id,
                  f.month
              ) filter (
                where
                  f.complete
              ),
              0
            ) as high,
            coalesce(
              bit_or(f.kind_bit) filter (
                where
                  f.complete
              ),
              0
            ) as kinds,
            null::float8 as numerator,
            null::float8 as denominator,
            coalesce(
              case
                when min(f.edition_id) filter (
                  where
                    f.month is not null
                    and (
                      f.has_figure
                      or not f.combined
                    )
                ) = max(f.edition_id) filter (
                  where
                    f.month is not null
                    and (
                      f.has_figure
                      or not f.combined
                    )
                ) then array[
                  min(f.edition_id) filter (
                    where
                      f.month is not null
                      and (
                        f.has_figure
                        or not f.combined
                      )
                  )
                ]
                else array_agg(f.edition_id) filter (
                  where
                    f.month is not null
                    and (
                      f.has_figure
                      or not f.combined
                    )
                )
              end,
              '{}'
            ) as editions,
            case
              when max(f.note_id) filter (
                where
                  f.note_id is not null
                  and f.month is not null
                  and (
                    f.has_figure
                    or not f.combined
                  )
              ) is not null then (
                select
                  jsonb_agg(
                    jsonb_build_object('en', n.en, 'es', n.es, 'mandatory', n.mandatory) || jsonb_build_object('origins', m.origins)
                    order by
                      n.en collate "C",
                      n.es collate "C"
                  )
                from
                  (
                    select
                      u.note_id,
                      jsonb_agg(
                        u.origins
                        order by
                          u.origins
                      ) as origins
                    from
                      (
                        select distinct
                          *
                        from
                          unnest(
                            array_agg(f.note_id) filter (
                              where
                                f.note_id is not null
                                and f.month is not null
                                and (
                                  f.has_figure
                                  or not f.combined
                                )
                            ),
                            array_agg(f.counterpart_id) filter (
                              where
                                f.note_id is not null
                                and f.month is not null
                                and (
                                  f.has_figure
                                  or not f.combined
                                )
                            )
                          ) u (note_id, origins)
                      ) u
                    group by
                      u.note_id
                  ) m
                  join notes n on n.id = m.note_id
              )
            end as notes,
            coalesce(
              sum(f.needed) filter (
                where
                  f.complete
                  and f.row_no = 1
                  and f.monthly
              ),
              0
            ) - count(f.low) filter (
              where
                f.complete
                and f.monthly
            ) as zero_months,
            count(*) filter (
              where
                f.complete
                and f.row_no = 1
            )::int as count,
            null::int[] as areas,
            case
              when count(*) filter (
                where
                  f.complete
                  and f.row_no = 1
              ) < min(f.size) then array_agg(
                f.counterpart_id
                order by
                  f.series_id
              ) filter (
                where
                  f.complete
                  and f.row_no = 1
              )
            end as origins,
            null::int[] as breakdowns,
            null::int[] as partial_areas,
            array_agg(
              f.counterpart_id
              order by
                f.series_id,
                f.month
            ) filter (
              where
                f.month is not null
                and not f.complete
            ) as partial_origins,
            null::int[] as partial_breakdowns,
            array_agg(
              to_char(f.month, 'YYYY-MM')
              order by
                f.series_id,
                f.month
            ) filter (
              where
                f.month is not null
                and not f.complete
            ) as partial_months,
            array_agg(
              f.has_figure
              order by
                f.series_id,
                f.month
            ) filter (
              where
                f.month is not null
                and not f.complete
            ) as partial_figures
          from
            figures f
          group by
            f.group_no,
            f.span_start,
            f.span_end
          having
            not bool_and(f.combined)
            or bool_or(
              f.has_figure
              or f.has_zeros
            )
        )
      select
        s.group_key,
        s.area_target as area,
        s.origin_target as origin,
        s.breakdown_target as breakdown,
        s.source_id,
        s.span as basis,
        s.definition,
        totals.span_start as period_start,
        totals.span_end as period_end,
        coalesce(totals.period_status, 'stated') as period_status,
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
        null::int[] as unweighted,
        null::float8 as weight,
        null::float8 as weight_expected,
        case
          when totals.zero_months = 0
          and totals.partial_figures is null then case
            when totals.summed then jsonb '{"summed":true}'
            else jsonb '{"summed":false}'
          end
          else jsonb_strip_nulls(
            jsonb_build_object(
              'summed',
              totals.summed,
              'areas',
              totals.partial_areas,
              'origins',
              totals.partial_origins,
              'breakdowns',
              totals.partial_breakdowns,
              'months',
              totals.partial_months,
              'figures',
              totals.partial_figures,
              'zeros',
              nullif(totals.zero_months, 0)
            )
          )
        end as span,
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
              'summed -',
              s.area_target,
              s.origin_target,
              s.breakdown_target,
              s.source_id,
              s.span,
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
            s.area_id as area_target,
            origin_target.target as origin_target,
            s.breakdown_id as breakdown_target
          from
            series s
            join unnest($22::int[], $23::int[], $24::int[], $25::int[], $26::date[], $27::date[], $28::int[]) as origin_target (target, combined, shared, id, valid_from, valid_to, size) on origin_target.id = s.counterpart_id
          where
            s.indicator_id = $29::int
            and s.basis = any ($30::basis[])
        ),
        last_rows as (
          select
            s.*,
            f.period_start,
            f.period_end,
            f.period_status,
            rank() over (
              partition by
                s.origin_target
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
