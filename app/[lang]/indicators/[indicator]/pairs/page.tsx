/** `/indicators/homicide-rate/pairs`: each area against each other in one year, by every source or by one. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { findIndicator } from '#app/_data/catalogue.ts';
import { siteData } from '#app/_data/data.ts';
import { PairsView } from '#app/_views/pairs/PairsView.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { PAIRS_WORDS } from '#app/_words/pairs.ts';
import {
  countrySeries,
  fullestYear,
  yearsWithFigures,
  type CountrySeries,
} from '#stats/pairing/country-series.ts';
import { eachPair } from '#stats/pairing/each-pair.ts';
import { BadQuery, NotFound, notFound, unknownValue } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import { seriesSearch } from '#stats/query/main-series.ts';
import { parseQuery } from '#stats/query/query.ts';
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { describePage } from '../../../_reading/metadata.ts';
import { renderPage, type Asking } from '../../../_reading/page.tsx';
import { readStanding, versionOf } from '../../../_reading/request.ts';
import type { IndicatorProps } from '../indicator-page.ts';

/** The most areas that are set against each other. */
const MOST_AREAS = 150;

export async function generateMetadata(props: IndicatorProps): Promise<Metadata> {
  const [{ lang, indicator: id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { catalogue } = await readStanding(lang, versionOf(searchParams));
  const indicator = catalogue.indicators.find((candidate) => candidate.id === id);
  if (!indicator) return describePage(props, '/', () => ({ title: null }));
  return describePage(props, `/indicators/${id}/pairs`, (language) => ({
    title: PAIRS_WORDS[language].title(indicator.title[language], ''),
    description: PAIRS_WORDS[language].description(indicator.title[language]),
  }));
}

/** All sources, as the form names them. */
const ALL_SOURCES = 'all';

/** The series of countries that are set against each other, and the sources of the question. */
interface Asked extends CountrySeries {
  readonly chosen: readonly string[];
  readonly years: readonly number[];
}

/** Every source is asked where the address names none. */
function askedOf(found: CountrySeries, named: string | undefined): Asked {
  const { sources, alike } = found;
  if (named !== undefined && named !== ALL_SOURCES && !sources.includes(named))
    throw new BadQuery(unknownValue('source', named, [ALL_SOURCES, ...sources]));
  const chosen = named === undefined || named === ALL_SOURCES ? sources : [named];
  const own = alike.filter(({ source }) => chosen.includes(source));
  return { ...found, alike: own, chosen, years: yearsWithFigures(own) };
}

async function render({ place, catalogue, parameters }: Asking, id: string): Promise<ReactElement> {
  const { language, release } = place;
  const indicator = findIndicator(catalogue, id);
  const series = (await siteData.loadYearsOnFile(release.version)).get(id) ?? [];
  const countries = new Set(catalogue.areas.filter(({ kind }) => kind === 'country').map(({ code }) => code));
  const found = countrySeries(series, indicator, (code) => countries.has(code));
  // Without years of countries there is nothing to set against each other.
  if (!found) throw new NotFound(notFound(NOT_FOUND_NAMES.page, `/indicators/${id}/pairs`, []));
  const asked = askedOf(found, parameters.get('source'));
  const named = parameters.get('time');
  const texts = asked.years.map(String);
  if (named !== undefined && !texts.includes(named)) throw new BadQuery(unknownValue('time', named, texts));
  const year = named ?? String(fullestYear(asked.alike)?.year ?? null);
  const time = asked.main.basis === 'us-fiscal-year' ? `FY${year}` : year;
  const search = seriesSearch(asked.main, indicator, 'area', [], time);
  const query = { ...parseQuery(parseParameters(search), indicator, catalogue), source: asked.chosen };
  const comparison = await siteData.loadComparison({ version: release.version, language, query });
  const cells = comparison.cells.filter(({ area, stated }) => stated && countries.has(area));
  const path = `/indicators/${id}/pairs`;
  return (
    <PageFrame isStill place={place} path={path}>
      <PairsView
        {...{ comparison, place }}
        pairs={eachPair(cells, indicator, MOST_AREAS)}
        all={new Set(cells.map(({ area }) => area)).size}
        years={texts.map((text) => ({ code: text, name: text }))}
        sources={[
          ...(asked.sources.length > 1
            ? [{ code: ALL_SOURCES, name: PAIRS_WORDS[language].allSources(asked.sources.length) }]
            : []),
          ...asked.sources.map((source) => ({
            code: source,
            name: catalogue.sources.find((own) => own.id === source)?.shortTitle[language] ?? source,
          })),
        ]}
        chosen={{
          time: year,
          source: asked.chosen.length > 1 ? ALL_SOURCES : (asked.chosen[0] ?? ALL_SOURCES),
        }}
      />
    </PageFrame>
  );
}

export default async function Page(props: IndicatorProps): Promise<ReactElement> {
  const { indicator } = await props.params;
  return renderPage(props, {
    path: `/indicators/${indicator}/pairs`,
    accepted: ['time', 'source'],
    render: (asking) => render(asking, indicator),
  });
}
