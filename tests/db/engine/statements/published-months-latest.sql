-- /data/1.1.0/border-encounters.csv?origin=HND&basis=month&time=latest
select
  group_key,
  period_start,
  period_end,
  bits,
  edition,
  other_edition,
  count,
  value,
  low,
  high,
  numerator,
  denominator,
  gap,
  weight,
  weight_expected,
  attributed_to,
  locator,
  printed,
  overflow
from
  (
    select
      answer_rows.*,
      coalesce(
        max(period_end) filter (
          where
            isfinite(period_end)
        ) over (
          partition by
            group_key
        ),
        'infinity'
      ) as only_end
    from
      (
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
                    and s.counterpart_id = any ($4::int[])
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
          ) q
      ) answer_rows
  ) answer_rows
where
  period_end = only_end;
