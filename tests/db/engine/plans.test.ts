import { beforeAll, describe, expect, test } from 'vitest';
import { csvLines } from '#app/_downloads/csv-lines.ts';
import { isLongerThan, publishedLines, publishedPlan } from '#db/engine/csv/stream.ts';
import { planQuery } from '#db/engine/plan/plan.ts';
import { joinedStatement, statementOf } from '#db/engine/sql/statement.ts';
import { queriesToRead } from '#db/engine/transforms.ts';
import { readReleaseIndex } from '#db/releases.ts';
import type { ReleaseIndex } from '#db/releases.ts';
import { TABLE_OF } from '#db/schema/tables.ts';
import type { Statements } from '#db/publish/catalogue.ts';
import { writeRollups } from '#db/publish/rollups.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { parseParameters } from '#stats/query-string.ts';
import { defaultQuery, parseQuery } from '#stats/query/query.ts';
import { testDatabase } from '../../setup/database.ts';
import { genericPlanNodes, relationsIn, repeatedSums } from './explain.ts';

const { sql } = await testDatabase();
const TABLES = [...Object.values(TABLE_OF), 'rollup_rows'];
/** The indicators that the synthetic rows are added to. */
const ENLARGED = ['homicide-rate', 'population', 'caravan-size', 'asylum-grant-share'];
const ROWS = 204_000;
let index: ReleaseIndex;

/**
 * Synthetic rows, labelled so: 850 areas with 60 years for each of four indicators, in place of a database
 * with many indicators. They are added in a separate release, because published ones are closed.
 */
beforeAll(async () => {
  await sql.begin(async (transaction) => {
    await transaction`insert into releases (major, minor, patch, released_on, note_en, note_es) values (9, 0, 0, '2026-11-22', 'Synthetic', 'Sintética')`;
    await transaction`insert into areas (code, kind, name_en, name_es) select 'S' || n, 'other', 'Synthetic ' || n, 'Sintética ' || n from generate_series(1, 850) n`;
    for (const slug of ENLARGED) {
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
    const [newest] = await transaction<{ catalogue: Catalogue }[]>`
      select catalogue from releases where published_at is not null order by id desc limit 1`;
    // Rollups are made of smaller sums than usual, so that there are as many as in a database with many
    // indicators.
    await transaction`analyze series, rates, counts, estimates, shares`;
    await writeRollups(transaction as unknown as Statements, newest!.catalogue, {
      threshold: { rows: 300, members: 2 },
      changed: { indicators: new Set(ENLARGED), groups: new Set() },
    });
    await transaction`update releases set published_at = now(), content_hash = repeat('a', 64),
      catalogue = ${transaction.json(newest!.catalogue as never)} where published_at is null`;
  });
  await sql`analyze`;
  const found = await readReleaseIndex(sql, '9.0.0');
  if (!found) throw new Error('the synthetic release is not there');
  index = found;
}, 120_000);

/**
 * The indicator tables that Postgres scans completely to answer, with the plan that serves all parameters.
 */
const readWhole = async (text: string, parameters: readonly unknown[]): Promise<string[]> =>
  (await genericPlanNodes(sql, { text, parameters }))
    .filter((node) => node['Node Type'] === 'Seq Scan' && TABLES.includes(node['Relation Name'] ?? ''))
    .map((node) => node['Relation Name'] ?? '');

/** A statement as it is, or as it would be without rollups. */
function ask(id: string, search: string, rolled = true): { text: string; parameters: readonly unknown[] } {
  const whole = rolled ? index : { ...index, rollups: new Map<string, number>() };
  const indicator = index.catalogue.indicators.find((entry) => entry.id === id) as Indicator;
  return statementOf(
    planQuery(parseQuery(parseParameters(search), indicator, index.catalogue), index),
    whole,
  );
}

describe(`with ${ROWS.toLocaleString('en')} synthetic rows no indicator table is read whole`, () => {
  test('there are that many', async () => {
    const [counted] = await sql`select count(*)::int as n from observations where definition = 'synthetic'`;
    expect(counted?.['n']).toBe(ROWS);
  });

  test.each([
    ['rows of some countries', 'homicide-rate', 'country=HND~SLV~GTM'],
    ['a group', 'homicide-rate', 'group=northern-triangle'],
    ['a group of one year', 'homicide-rate', 'group=central-america-7&time=2014&coverage=0.4'],
    ['groups as they are today', 'homicide-rate', 'group=northern-triangle~wb-umc&members=today'],
    ['countries together', 'homicide-rate', 'country=HND~SLV~GTM&by=source'],
    ['a sum of a count', 'population', 'group=northern-triangle&time=2000..2014'],
    ['the latest', 'population', 'country=HND&time=latest'],
    ['parts of an estimate', 'caravan-size', 'by=area~origin&country=MEX'],
    ['a ratio of sums', 'asylum-grant-share', 'origin=northern-triangle&country=USA&time=2014'],
    ['fiscal years of months', 'uac-apprehensions', 'basis=us-fiscal-year&breakdown=border=southwest'],
    ['years of months of some origins', 'border-encounters', 'basis=calendar-year&origin=HND~SLV~GTM'],
    ['months as one interval', 'border-encounters', 'origin=HND~SLV&time=2014-10/2015-04'],
    [
      'months of a group as one interval',
      'border-encounters',
      'origin=northern-triangle&time=2014-10/2015-04',
    ],
    ['fiscal years of months of a group', 'border-encounters', 'origin=m49-013&basis=us-fiscal-year'],
    [
      'months of a sparse table, members together',
      'border-encounters',
      'origin=m49-013&time=2019-01..2019-12',
    ],
    ['parts of months together', 'uac-apprehensions', 'basis=us-fiscal-year&by=area~origin&time=FY2014'],
  ])('for %s', async (_, id, search) => {
    for (const rolled of [true, false]) {
      const { text, parameters } = ask(id, search, rolled);
      expect(await readWhole(text, parameters), rolled ? 'with rollups' : 'without').toEqual([]);
    }
  });

  test.each([
    ['members', 'asylum-applications', 'group=not-mexican&members=today&time=2003..latest'],
    ['members with weights', 'homicide-rate', 'group=m49-019~wb-umc&members=today'],
    ['months', 'border-encounters', 'origin=m49-013&basis=us-fiscal-year&members=today'],
  ])('and sums of %s are added up once, not once for each group', async (_, id, search) => {
    const { text, parameters } = ask(id, search, false);
    expect(
      repeatedSums(await genericPlanNodes(sql, { text, parameters: [...parameters] as never[] })),
    ).toEqual([]);
  });

  test('for a question that reads years before, and one with its populations', async () => {
    for (const search of [
      'origin=HND~northern-triangle&time=2010..2014&transform=change',
      'origin=HND~northern-triangle&time=2010..2014&transform=per-capita:origin',
      'origin=HND~northern-triangle&time=2010..2014&transform=ratio:origin=SLV',
      'origin=HND~northern-triangle&time=2010..2014&transform=ratio:indicator=population~area=USA',
    ]) {
      const indicator = index.catalogue.indicators.find(
        (indicator) => indicator.id === 'asylum-applications',
      ) as Indicator;
      const query = parseQuery(parseParameters(search), indicator, index.catalogue);
      const { rows, people, divisors } = queriesToRead(query, index);
      const plans = [rows, people, divisors]
        .flatMap((read) => read ?? [])
        .map((part) => planQuery(part, index));
      const { text, parameters } = joinedStatement(plans, index);
      expect(await readWhole(text, parameters), search).toEqual([]);
    }
  });

  test('sums that were made beforehand are read by their key', async () => {
    const { text, parameters } = ask('homicide-rate', 'group=m49-013~m49-005');
    expect(relationsIn(await genericPlanNodes(sql, { text, parameters }))).toContain('rollup_rows');
    expect(await readWhole(text, parameters)).toEqual([]);
    expect(await readWhole('select sum(value) from rollup_rows where count = $1', [1])).toEqual([
      'rollup_rows',
    ]);
  });

  test('lines of a long file are read series by series', async () => {
    const sentStatements: [text: string, parameters: readonly unknown[]][] = [];
    const recording = new Proxy(sql, {
      get: (target, name) =>
        name === 'unsafe'
          ? (...given: Parameters<typeof sql.unsafe>) => {
              sentStatements.push([given[0], given[1] ?? []]);
              return sql.unsafe(...given);
            }
          : (Reflect.get(target, name) as unknown),
    });
    const indicator = index.catalogue.indicators.find((entry) => entry.id === 'homicide-rate') as Indicator;
    const query = defaultQuery(indicator);
    const plan = publishedPlan(query, index)!;
    const named = { areas: index.catalogue.areas, dimensions: [], sources: [], editions: [], breaks: [] };
    const answer = { release: index.release, language: 'en' as const, query, indicator, ...named, cells: [] };
    expect(await isLongerThan(recording, plan, index, 5_000)).toBe(true);
    let lines = 0;
    for await (const piece of publishedLines(recording, plan, index, csvLines(answer)))
      lines += Buffer.from(piece).toString().split('\n').length - 1;
    expect(lines).toBeGreaterThan(850 * 60);
    const read = await Promise.all(sentStatements.map(([text, parameters]) => readWhole(text, parameters)));
    expect(read.flat()).toEqual([]);
  });

  test('a question that no index serves is found to read one', async () => {
    expect(await readWhole('select sum(value) from rates where locator = $1', ['page 1'])).toEqual(['rates']);
  });
});
