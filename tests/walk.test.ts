/**
 * Read this first. It follows one number through Cotejo, in the order of the folders: from the row that was
 * transcribed from a document to the line of a download and the mark on a chart. The number is "more than
 * 20,000" migrants kidnapped in Mexico a year. Along the way it must never become 20,000.
 */
import { describe, expect, test } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import { siteData } from '#app/_data/data.ts';
import { chartModel } from '#app/_charts/chart.ts';
import { formatCsv } from '#app/_downloads/csv.ts';
import { compileSources } from '#sources/compile/compile.ts';
import { readReleases, committedRows } from '#sources/releases/committed.ts';
import { canonicalRow } from '#stats/model/canonical-row.ts';
import { figureText } from '#stats/format/figure.ts';
import { hedgeOf } from '#stats/uncertainty/hedge.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { defaultQuery } from '#stats/query/query.ts';
import { testDatabase } from './setup/database.ts';

const { sql } = await testDatabase();

/** Requests the site as a browser would. */
async function ask(path: string): Promise<string> {
  const headers = new Headers();
  const answered = await createAnswers().answer({
    method: 'GET',
    path,
    search: '',
    headers,
    origin: 'http://localhost',
  });
  return String(answered?.body);
}

describe('one number, from the page of a report to the pages of ours', () => {
  const { observations } = compileSources('sources');
  const observation = observations.find(({ indicator }) => indicator === 'migrant-kidnappings')!;

  test('sources/ holds it as the document printed it, with its place', () => {
    expect(observation.stated).toEqual({ qualifier: 'more-than', value: null, low: 20_000, high: null });
    expect(observation.source).toBe('migrant-crisis-2015');
    expect(observation.locator).toBe('paragraph 13');
    expect(observation.attributedTo).toBe('CNDH special report 2011 (note 4)');
  });

  test('stats/ knows what it means: an interval open above, of a year that is not given', () => {
    const hedge = hedgeOf(observation.stated!, 0);
    expect([hedge.low, hedge.high, hedge.central]).toEqual([20_000, Infinity, null]);
    expect(formatPeriod(observation.period)).toBe('annual@2015-11');
  });

  const row = canonicalRow(observation, false);

  test('a release freezes it, as a row that the content hash is taken over', async () => {
    const release = readReleases('.').find(({ version }) => version === '1.0.0');
    expect(await committedRows(release!.read('added'))).toContainEqual(row);
    expect([row.qualifier, row.value, row.low, row.high]).toEqual(['more-than', '', '20000', 'Infinity']);
  });

  test('db/ keeps it in the table of its measure, and shows it to people with psql', async () => {
    const [kept] = await sql`
      select e.qualifier, e.value, e.low, e.high, e.since_release
      from estimates e join series s on s.id = e.series_id join indicators i on i.id = s.indicator_id
      where i.slug = 'migrant-kidnappings'`;
    expect(kept).toMatchObject({ qualifier: 'more-than', value: null, low: 20_000, high: Infinity });
    const [seen] = await sql`select area, low, high, locator from indicator.migrant_kidnappings`;
    expect(seen).toEqual({ area: 'MEX', low: 20_000, high: Infinity, locator: 'paragraph 13' });
  });

  test('a query makes it a cell of a Comparison, with its word', async () => {
    const comparison = await loadKidnappings();
    const [cell, ...others] = comparison.cells;
    expect(others).toEqual([]);
    expect(figureText(cell!, comparison.indicator, 'en')).toBe('more than 20,000');
    expect(figureText(cell!, comparison.indicator, 'es')).toBe('más de 20\u202f000');
  });

  test('the download says it in columns: a strict low end, and no value', async () => {
    const csv = formatCsv(await loadKidnappings());
    expect(await ask('/data/1.0.0/migrant-kidnappings.csv')).toBe(csv);
    const [header, line] = csv.split('\n').map((text) => text.split(','));
    const column = (name: string): string | undefined => line?.[header?.indexOf(name) ?? -1];
    expect(['Code', 'value', 'low', 'high', 'low_inclusive', 'qualifier'].map(column)).toEqual([
      'MEX',
      '',
      '20000',
      '',
      'false',
      'more-than',
    ]);
  });

  test('the chart draws it as an open ring with an arrow, and says the word beside it', async () => {
    const model = chartModel(await loadKidnappings(), { width: 600, language: 'en' });
    const marks = model.marks.filter((mark) => mark.series !== '');
    expect(marks.map(({ values, lows, highs }) => [values, lows, highs])).toEqual([[[''], ['20000'], ['']]]);
    const svg = await ask('/data/1.0.0/migrant-kidnappings.svg');
    expect(svg).toContain('data-low="20000"');
    expect(svg).toContain('more than');
    expect(svg).not.toContain('data-value="20000"');
  });

  test('the embed carries the same words, the source and the release', async () => {
    const page = await ask('/embed/1.0.0/migrant-kidnappings');
    expect(page).toContain('more than 20,000');
    expect(page).toContain('1.0.0');
  });
});

async function loadKidnappings() {
  const query = defaultQuery({ id: 'migrant-kidnappings', bases: ['annual-level'] });
  return siteData.loadComparison({ version: '1.0.0', language: 'en', query });
}
