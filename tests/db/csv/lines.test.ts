import { describe, expect, test } from 'vitest';
import { publishedPlan } from '#db/engine/csv/stream.ts';
import { readReleaseIndex } from '#db/releases.ts';
import { TABLE_OF } from '#db/schema/tables.ts';
import { LANGUAGES } from '#stats/language.ts';
import { parseParameters } from '#stats/query-string.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { BadQuery } from '#stats/problem.ts';
import type { Query } from '#stats/model/query.ts';
import { defaultQuery, parseQuery } from '#stats/query/query.ts';
import { PREFERRED } from '#stats/query/values.ts';
import { askableBases } from '#stats/query/time-bases.ts';
import { testDatabase } from '../../setup/database.ts';
import { VERSIONS } from '../../setup/releases.ts';
import { byCells, byLines } from './lines-of.ts';

/** A query; null if it is refused because its time has too many periods (years of days). */
function parsedOrRefused(search: string, indicator: Indicator, catalogue: Catalogue): Query | null {
  try {
    return parseQuery(parseParameters(search), indicator, catalogue);
  } catch (error) {
    const isRefusedTime =
      error instanceof BadQuery && error.problem.code === 'too-many' && error.problem.parameter === 'time';
    if (!isRefusedTime) throw error;
    return null;
  }
}

const { sql } = await testDatabase();
const indexes = await Promise.all(VERSIONS.map((version) => readReleaseIndex(sql, version)));

/** The indicators of which a release has other rows than the one before it. */
async function changedIn(release: number): Promise<ReadonlySet<string>> {
  const tables = Object.values(TABLE_OF).map(
    (table) => `select series_id from ${table} where since_release = $1 or until_release = $1`,
  );
  const rows = await sql.unsafe<{ slug: string }[]>(
    `select distinct i.slug from (${tables.join(' union ')}) f
     join series s on s.id = f.series_id join indicators i on i.id = s.indicator_id`,
    [release],
  );
  return new Set(rows.map(({ slug }) => slug));
}

/** Those whose rows the next release replaces: the newest release has all others as they are. */
const replaced = await Promise.all(
  indexes.map(async (_, i) => {
    const next = indexes[i + 1];
    return next ? changedIn(next.point.product) : null;
  }),
);

describe.each(
  indexes.flatMap((index, i) =>
    index ? [{ version: index.release.version, index, only: replaced[i] }] : [],
  ),
)('release $version', ({ index, only }) => {
  const { indicators } = index.catalogue;
  const compared = indicators.filter(({ id }) => !only || only.has(id));

  test.each(compared.map((indicator) => ({ id: indicator.id, indicator })))(
    'every file of $id has the same bytes, whoever writes its lines',
    async ({ indicator }) => {
      const { id, sources, definitions } = indicator;
      const searches = [
        '',
        'country=SLV~HND~GTM~USA~MEX',
        'country=USA~CAN',
        'time=2010..2014',
        'time=2013-10-01..2016-09-30',
        'origin=SLV~HND~GTM~_T~_Z',
        'breakdown=_T',
        `source=${sources.toReversed().join('~')}`,
        `source=${sources[0]}`,
        `definition=${definitions
          .map((definition) => definition.code)
          .toReversed()
          .join('~')}`,
        ...askableBases(indicator).map((basis) => `basis=${basis}`),
      ];
      let lines = 0;
      for (const [i, search] of searches.entries()) {
        const query = parsedOrRefused(search, indicator, index.catalogue);
        if (query === null) continue;
        for (const language of i === 0 ? LANGUAGES : [LANGUAGES[i % 2] ?? 'en']) {
          const asked = { sql, index, query, language };
          const written = await byLines(asked);
          if (written === null) continue;
          expect(written, `${id}?${search} ${language}`).toBe(await byCells(asked));
          lines += written.split('\n').length - 2;
        }
      }
      expect(lines).toBeGreaterThan(0);
    },
  );

  test.each(['group=northern-triangle', 'by=origin&country=SLV~HND', 'time=latest', 'transform=index:2012'])(
    '%s is not only what was published',
    (search) => {
      const indicator = indicators.find((indicator) => indicator.id === 'homicide-rate')!;
      const query = parseQuery(parseParameters(search), indicator, index.catalogue);
      expect(publishedPlan(query, index)).toBeNull();
      expect(publishedPlan({ ...defaultQuery(indicator), source: [PREFERRED] }, index)).toBeNull();
      expect(publishedPlan(defaultQuery(indicator), index)).not.toBeNull();
    },
  );
});
