// The same numbers in a plain star schema: a fact table for each measure, integer keys, no series, hedges,
// releases or coverage. The difference is the cost of those features in our schema, and it is printed.

import type { GROUP_MEMBERS } from './world.ts';

/** The facts of an indicator, without hedges. */
const facts = (name: string, table: string, indicator: string, columns: string): string =>
  `create table star_${name} as
   select s.area_id, s.counterpart_id as origin_id, extract(year from f.period_end)::int as year, ${columns}
   from series s join indicators i on i.id = s.indicator_id and i.slug = '${indicator}'
   join ${table} f on f.series_id = s.id order by 1, 2, 3`;

const key = (name: string): string =>
  `alter table star_${name} add constraint star_${name}_pk primary key (area_id, origin_id, year)`;

const members = (group: keyof typeof GROUP_MEMBERS): string =>
  `(select m.member_id from area_members m join areas g on g.id = m.group_id where g.code = 'group-${group}')`;

/** How the tables are made, and the questions in their usual SQL. */
export const STAR = {
  tables: [
    facts('population', 'counts', 'synthetic-population', 'f.value'),
    facts('rate', 'rates', 'synthetic-rate', 'f.value'),
    facts('count', 'counts', 'synthetic-count', 'f.value'),
    facts('share', 'shares', 'synthetic-share', 'f.numerator, f.denominator'),
    ...['population', 'rate', 'count', 'share'].map(key),
    `create table star_months as
     select s.area_id, s.counterpart_id as origin_id, f.period_start as month, f.value
     from series s join indicators i on i.id = s.indicator_id and i.slug = 'synthetic-months'
     join counts f on f.series_id = s.id order by 1, 2, 3`,
    `alter table star_months add constraint star_months_pk primary key (area_id, origin_id, month)`,
  ],
  H: `select r.year, sum(r.value * p.value) / sum(p.value) as value
    from star_rate r join star_population p using (area_id, origin_id, year)
    where r.area_id = any(array${members('rate')}) group by r.year order by r.year`,
  U: `select origin_id, year, sum(value) as value from star_count
    where area_id = any(array${members('count')}) group by 1, 2 order by 1, 2`,
  A: `select origin_id, year, sum(numerator) / sum(denominator) as value from star_share
    where area_id = any(array${members('share')}) group by 1, 2 order by 1, 2`,
  M: `select origin_id, extract(year from month + interval '3 months')::int as year, sum(value) as value, count(*) as months
    from star_months where area_id = any(array${members('months')}) group by 1, 2 order by 1, 2`,
} as const;
