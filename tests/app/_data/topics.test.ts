/** The charts of the topics, from the newest release. */
import { beforeAll, expect, test } from 'vitest';
import { chartOf } from '#app/_charts/chart.ts';
import { createData, type SiteData } from '#app/_data/data.ts';
import { reader } from '#app/_data/pool.ts';
import { TOPICS } from '#app/_views/topics/topics.ts';
import { readReleases } from '#sources/releases/committed.ts';
import { parseParameters } from '#stats/query-string.ts';
import { formatQuery, parseQuery } from '#stats/query/query.ts';
import { testDatabase } from '../../setup/database.ts';
import { LATEST } from '../../setup/releases.ts';

let data: SiteData;
const catalogue = readReleases('.').at(-1)!.catalogue;

beforeAll(async () => {
  await testDatabase();
  data = createData(reader);
});

test.each(TOPICS.flatMap(({ id, parts }) => parts.map((part) => [id, part.question.en, part] as const)))(
  '%s: %s is answered by a chart with figures, in few enough series to read',
  async (_id, _question, part) => {
    const indicator = catalogue.indicators.find((known) => known.id === part.indicator)!;
    const query = parseQuery(parseParameters(part.search), indicator, catalogue);
    // The link leads to the canonical address.
    expect(formatQuery(query, indicator)).toBe(part.search.split('&').sort().join('&'));
    const comparison = await data.loadComparison({ version: LATEST, language: 'en', query });
    expect(comparison.cells.some(({ stated }) => stated !== null)).toBe(true);
    const model = chartOf(comparison, { language: 'en' })(800);
    expect(model.marks.length).toBeGreaterThan(0);
    expect(model.height).toBeLessThan(1200);
  },
);

test('every topic has two questions or more, and an address of its own', () => {
  expect(new Set(TOPICS.map(({ id }) => id)).size).toBe(TOPICS.length);
  for (const { parts } of TOPICS) expect(parts.length).toBeGreaterThan(1);
});
