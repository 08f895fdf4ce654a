/** `/indicators/homicide-rate/pairs`: each area against each other in one year, from one source. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { findIndicator } from '#app/_data/catalogue.ts';
import { siteData } from '#app/_data/data.ts';
import { PairsView } from '#app/_views/pairs/PairsView.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { PAIRS_WORDS } from '#app/_words/pairs.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { eachPair } from '#stats/pairing/each-pair.ts';
import type { SeriesWithYears } from '#stats/pairing/partners.ts';
import { BadQuery, NotFound, notFound, unknownValue } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import { mainSeries, seriesSearch } from '#stats/query/main-series.ts';
import { parseQuery } from '#stats/query/query.ts';
import { unique } from '#stats/text.ts';
import { YEAR_BASES } from '#stats/time/period.ts';
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

/** What can be asked: years of one source, in which several areas have a figure. */
interface Asked {
  readonly main: SeriesWithYears;
  readonly sources: readonly string[];
  readonly years: readonly number[];
}

/** The series of all areas like the main one, by country only: a group contains the others. */
function askable(
  series: readonly SeriesWithYears[],
  indicator: Indicator,
  { areas }: Catalogue,
  source: string | undefined,
): Asked | null {
  const countries = new Set(areas.filter(({ kind }) => kind === 'country').map(({ code }) => code));
  const ofYears = series.filter(({ basis, area }) => YEAR_BASES.includes(basis) && countries.has(area));
  const counted = ofYears.map((own) => ({ ...own, figures: own.years.length }));
  const first = mainSeries(counted, indicator, 'area');
  if (!first) return null;
  const alike = counted.filter(
    (own) =>
      own.breakdown === first.breakdown &&
      own.definition === first.definition &&
      own.basis === first.basis &&
      own.counterpart === first.counterpart,
  );
  const sources = indicator.sources.filter((id) => alike.some((own) => own.source === id));
  if (source !== undefined && !sources.includes(source))
    throw new BadQuery(unknownValue('source', source, sources));
  const main = alike.find((own) => own.source === (source ?? first.source)) ?? first;
  const years = unique(alike.filter((own) => own.source === main.source).flatMap((own) => own.years));
  return { main, sources, years: years.sort((a, b) => b - a) };
}

/** The newest year that has nearly as many areas as the fullest. */
function fullestYear(series: readonly SeriesWithYears[], { main, years }: Asked): number {
  const count = (year: number): number =>
    series.filter(
      (own) => own.source === main.source && own.breakdown === main.breakdown && own.years.includes(year),
    ).length;
  const counts = years.map((year) => ({ year, count: count(year) }));
  const most = Math.max(...counts.map((own) => own.count));
  return counts.find((own) => own.count >= 0.9 * most)?.year ?? years[0] ?? 0;
}

async function render({ place, catalogue, parameters }: Asking, id: string): Promise<ReactElement> {
  const { language, release } = place;
  const indicator = findIndicator(catalogue, id);
  const series = (await siteData.loadYearsOnFile(release.version)).get(id) ?? [];
  const asked = askable(series, indicator, catalogue, parameters.get('source'));
  // Without years of countries there is nothing to set against each other.
  if (!asked) throw new NotFound(notFound(NOT_FOUND_NAMES.page, `/indicators/${id}/pairs`, []));
  const named = parameters.get('time');
  const texts = asked.years.map(String);
  if (named !== undefined && !texts.includes(named)) throw new BadQuery(unknownValue('time', named, texts));
  const year = named ?? String(fullestYear(series, asked));
  const time = asked.main.basis === 'us-fiscal-year' ? `FY${year}` : year;
  const search = seriesSearch(asked.main, indicator, 'area', [], time);
  const query = parseQuery(parseParameters(search), indicator, catalogue);
  const comparison = await siteData.loadComparison({ version: release.version, language, query });
  const countries = new Set(catalogue.areas.filter(({ kind }) => kind === 'country').map(({ code }) => code));
  const cells = comparison.cells.filter(({ area, stated }) => stated && countries.has(area));
  const path = `/indicators/${id}/pairs`;
  return (
    <PageFrame isStill place={place} path={path}>
      <PairsView
        {...{ comparison, place }}
        pairs={eachPair(cells, indicator, MOST_AREAS)}
        all={cells.length}
        years={texts.map((text) => ({ code: text, name: text }))}
        sources={asked.sources.map((source) => ({
          code: source,
          name: catalogue.sources.find((own) => own.id === source)?.shortTitle[language] ?? source,
        }))}
        chosen={{ time: year, source: asked.main.source }}
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
