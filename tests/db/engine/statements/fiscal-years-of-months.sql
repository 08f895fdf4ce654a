-- /data/1.1.0/uac-apprehensions.csv?basis=us-fiscal-year&breakdown=border=southwest
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
            and s.breakdown_id = any ($4::int[])
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
            unnest($14::int[], $15::date[]) as months_of_source (source_id, month)
        ),
        zero_months_per_span as materialized (
          select
            zero_months.source_id,
            spans.span,
            case
              when zero_months.month >= '1976-10-01' then (date_trunc('year', zero_months.month::timestamp + interval '3 months') - interval '3 months')::date
              when zero_months.month < '1976-07-01' then (date_trunc('year', zero_months.month::timestamp + interval '6 months') - interval '6 months')::date
            end as span_start,
            count(*)::int as zeros
          from
            zero_months,
            unnest($12::basis[], $13::int[]) as spans (span, steps)
          where
            case
              when zero_months.month >= '1976-10-01' then (date_trunc('year', zero_months.month::timestamp + interval '3 months') - interval '3 months')::date
              when zero_months.month < '1976-07-01' then (date_trunc('year', zero_months.month::timestamp + interval '6 months') - interval '6 months')::date
            end is not null
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
                  or false
                  or breakdown_target.combined = 1
                ) as combined,
                s.area_id as area_target,
                s.counterpart_id as origin_target,
                breakdown_target.target as breakdown_target,
                breakdown_target.shared = 1 as shared,
                1 * 1 * breakdown_target.size as size,
                printed.id as printed_id
              from
                series s
                join unnest($5::int[], $6::int[], $7::int[], $8::int[], $9::date[], $10::date[], $11::int[]) as breakdown_target (target, combined, shared, id, valid_from, valid_to, size) on breakdown_target.id = s.breakdown_id
                join unnest($12::basis[], $13::int[]) as spans (span, steps) on s.basis = 'month'
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
                s.indicator_id = $16::int
                and s.basis = any ($17::basis[])
                and (
                  (
                    false
                    or false
                    or breakdown_target.combined = 1
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
              offset
                0
            ) f
            cross join lateral (
              select
                case
                  when s.span = 'us-fiscal-year'
                  and not s.monthly then f.period_start
                  else case
                    when f.period_start >= '1976-10-01' then (date_trunc('year', f.period_start::timestamp + interval '3 months') - interval '3 months')::date
                    when f.period_start < '1976-07-01' then (date_trunc('year', f.period_start::timestamp + interval '6 months') - interval '6 months')::date
                  end
                end as span_start,
                case
                  when s.span = 'us-fiscal-year'
                  and not s.monthly then f.period_end
                  else case
                    when f.period_start >= '1976-10-01' then (date_trunc('year', f.period_start::timestamp + interval '3 months') + interval '9 months - 1 day')::date
                    when f.period_start < '1976-07-01' then (date_trunc('year', f.period_start::timestamp + interval '6 months') + interval '6 months - 1 day')::date
                  end
                end as span_end
            ) span_bounds
          where
            span_bounds.span_start is not null
            and (
              (
                s.monthly
                and s.span <> 'month'
              )
              or (
                f.period_start = span_bounds.span_start
                and f.period_end = span_bounds.span_end
              )
            )
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
            case
              when zero_months_per_span.span_start >= '1976-10-01' then (
                date_trunc('year', zero_months_per_span.span_start::timestamp + interval '3 months') + interval '9 months - 1 day'
              )::date
              when zero_months_per_span.span_start < '1976-07-01' then (
                date_trunc('year', zero_months_per_span.span_start::timestamp + interval '6 months') + interval '6 months - 1 day'
              )::date
            end as span_end,
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
                  and printed.period_end = case
                    when zero_months_per_span.span_start >= '1976-10-01' then (
                      date_trunc('year', zero_months_per_span.span_start::timestamp + interval '3 months') + interval '9 months - 1 day'
                    )::date
                    when zero_months_per_span.span_start < '1976-07-01' then (
                      date_trunc('year', zero_months_per_span.span_start::timestamp + interval '6 months') + interval '6 months - 1 day'
                    )::date
                  end
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
                    jsonb_build_object('en', n.en, 'es', n.es, 'mandatory', n.mandatory)
                    order by
                      n.en collate "C",
                      n.es collate "C"
                  )
                from
                  notes n
                where
                  n.id = any (
                    array_agg(f.note_id) filter (
                      where
                        f.note_id is not null
                        and f.month is not null
                        and (
                          f.has_figure
                          or not f.combined
                        )
                    )
                  )
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
            null::int[] as origins,
            null::int[] as breakdowns,
            null::int[] as partial_areas,
            null::int[] as partial_origins,
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
  ) q;
