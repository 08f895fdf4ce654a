import { beforeAll, describe, expect, test } from 'vitest';
import { planQuery } from '#db/engine/plan.ts';
import { statementOf } from '#db/engine/statement.ts';
import { readReleaseIndex } from '#db/releases.ts';
import type { ReleaseIndex } from '#db/releases.ts';
import { TABLE_OF } from '#db/publish/rows.ts';
import type { Indicator } from '#stats/catalogue.ts';
import { parseParameters } from '#stats/parameters.ts';
import { parseQuery } from '#stats/query.ts';
import { testDatabase } from '../setup/database.ts';

const { sql } = await testDatabase();
const TABLES = Object.values(TABLE_OF);
const ROWS = 204_000;
let index: ReleaseIndex;

/**
 * Synthetic rows, labelled so: 850 areas of 60 years for each of four indicators that stand in for a database
 * of many. They enter in a release of their own, because published ones are closed.
 */
beforeAll(async () => {
  await sql.begin(async (transaction) => {
    await transaction`insert into releases (major, minor, patch, released_on, note_en, note_es) values (9, 0, 0, '2026-11-22', 'Synthetic', 'Sintética')`;
    await transaction`insert into areas (code, kind, name_en, name_es) select 'S' || n, 'other', 'Synthetic ' || n, 'Sintética ' || n from generate_series(1, 850) n`;
    for (const slug of ['homicide-rate', 'population', 'caravan-size', 'asylum-grant-share']) {
      const [indicator] = await transaction<
        { id: number; measure: keyof typeof TABLE_OF }[]
      >`select id, measure from indicators where slug = ${slug}`;
      await transaction`
        insert into series (indicator_id, measure, source_id, basis, area_id, counterpart_id, breakdown_id, definition)
        select i.id, i.measure, (select min(id) from sources), 'calendar-year', a.id, (select id from areas where code = '_Z'),
          (select id from breakdowns where code = '_T'), 'synthetic'
        from indicators i, areas a where i.slug = ${slug} and a.code like 'S%' and a.name_en like 'Synthetic %'`;
      await transaction.unsafe(`
        insert into ${TABLE_OF[indicator!.measure]} (series_id, measure, basis, period_start, period_end, since_release, value, edition_id)
        select s.id, s.measure, s.basis, make_date(y, 1, 1), make_date(y, 12, 31), (select max(id) from releases), 0.5, (select min(id) from editions)
        from series s, generate_series(1960, 2019) y where s.definition = 'synthetic' and s.indicator_id = ${indicator!.id}`);
    }
    await transaction`update releases set published_at = now(), content_hash = repeat('a', 64),
      catalogue = (select catalogue from releases where published_at is not null order by id limit 1) where published_at is null`;
  });
  await sql`analyze`;
  const found = await readReleaseIndex(sql, '9.0.0');
  if (!found) throw new Error('the synthetic release is not there');
  index = found;
}, 60_000);

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Node[];
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** The indicator tables that Postgres reads from end to end to answer. */
async function readWhole(text: string, parameters: readonly unknown[]): Promise<string[]> {
  const [row] = await sql.unsafe<{ 'QUERY PLAN': { Plan: Node }[] }[]>(
    `explain (format json) ${text}`,
    parameters as never[],
  );
  return nodesOf(row!['QUERY PLAN'][0]!.Plan)
    .filter((node) => node['Node Type'] === 'Seq Scan' && TABLES.includes(node['Relation Name'] ?? ''))
    .map((node) => node['Relation Name'] ?? '');
}

function ask(id: string, search: string): { text: string; parameters: readonly unknown[] } {
  const indicator = index.catalogue.indicators.find((one) => one.id === id) as Indicator;
  return statementOf(
    planQuery(parseQuery(parseParameters(search), indicator, index.catalogue), index),
    index,
  );
}

describe(`with ${ROWS.toLocaleString('en')} synthetic rows no indicator table is read whole`, () => {
  test('there are that many', async () => {
    const [row] = await sql`select count(*)::int as n from observations where definition = 'synthetic'`;
    expect(row?.['n']).toBe(ROWS);
  });

  test.each([
    ['some countries', 'homicide-rate', 'country=HND~SLV~GTM'],
    ['a group', 'homicide-rate', 'group=northern-triangle'],
    ['a group of one year', 'homicide-rate', 'group=central-america-7&time=2014&coverage=0.4'],
    ['countries together', 'homicide-rate', 'country=HND~SLV~GTM&by=source'],
    ['a sum of a count', 'population', 'group=northern-triangle&time=2000..2014'],
    ['the latest', 'population', 'country=HND&time=latest'],
    ['parts of an estimate', 'caravan-size', 'by=area~origin&country=MEX'],
    ['a ratio of sums', 'asylum-grant-share', 'origin=northern-triangle&country=USA&time=2014'],
  ])('%s', async (_, id, search) => {
    const { text, parameters } = ask(id, search);
    expect(await readWhole(text, parameters)).toEqual([]);
  });

  test('and a question that no index serves is found to read one', async () => {
    expect(await readWhole('select sum(value) from rates where locator = $1', ['page 1'])).toEqual(['rates']);
  });
});
