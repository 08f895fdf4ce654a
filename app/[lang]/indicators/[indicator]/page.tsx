/** `/indicators/homicide-rate`: one indicator, and the question about it that the address asks. */
import { isTracking } from '#stats/query/tracking.ts';
import { FEWER } from '#stats/wording/problems.ts';
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import type { Dimensions } from '#app/_data/dimensions.ts';
import { formatDatasetJsonLd } from '#app/_downloads/discovery/dataset-jsonld.ts';
import { formSearch } from '#app/_controls/form.ts';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { IndicatorView } from '#app/_views/indicator/IndicatorView.tsx';
import { dataHref, indicatorHref, type PageContext } from '#app/_views/page/page-context.ts';
import { mapLinks } from '#app/_views/page/map-links.ts';
import { MissingNotes } from '#app/_views/indicator/MissingNotes.tsx';
import { RevisedNotice, type RevisedSinceRelease } from '#app/_views/indicator/RevisedNotice.tsx';
import { pageQuery } from '#app/_views/answer/page-query.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { LIMITS } from '#stats/limits.ts';
import { isPlace as isPlaceKind, type Indicator } from '#stats/model/catalogue.ts';
import { isDated, parsePeriod } from '#stats/time/period.ts';
import { questionInWords } from '#app/_views/answer/question.ts';
import { wordsIn } from '#app/_words/words.ts';
import { BadQuery, NotFound, notFound, tooMany } from '#stats/problem.ts';
import type { Query } from '#stats/model/query.ts';
import { formatQuery } from '#stats/query/query.ts';
import { loadChoices } from './load-choices.ts';
import { describePage } from '../../_reading/metadata.ts';
import { renderPage, type Asking } from '../../_reading/page.tsx';
import { readStanding, versionOf } from '../../_reading/request.ts';
import {
  canonicalPageSearch,
  loadIndicatorPage,
  PAGE_PARAMETERS,
  type IndicatorPage,
  type IndicatorProps,
} from './indicator-page.ts';

export async function generateMetadata(props: IndicatorProps): Promise<Metadata> {
  const { indicator, query, catalogue, place, tab } = await loadIndicatorPage(props);
  if (!indicator) return describePage(props, '/', () => ({ title: null }));
  // The page itself states an error; its metadata are then those of the indicator.
  const asked = query && !(query instanceof BadQuery) ? query : null;
  const search = asked ? formatQuery(asked, indicator) : '';
  return describePage(props, `/indicators/${indicator.id}`, (language) => ({
    title: asked
      ? questionInWords(asked, indicator, catalogue, language).sentence
      : indicator.title[language],
    description: indicator.definition[language],
    query: search,
    ...(asked && { isEmbeddable: true, card: dataHref(place, indicator.id, 'png', cardSearch(search, tab)) }),
  }));
}

/** The card shows the kind of chart that the page shows; it is 1200 pixels wide. */
function cardSearch(search: string, tab: IndicatorPage['tab']): string {
  const kind = tab === null || tab === 'table' || tab instanceof BadQuery ? '' : `tab=${tab}`;
  return [search, 'scale=1', 'size=card', kind].filter(Boolean).join('&');
}

/** How much of an indicator has been revised since the release in the address. */
async function revisedSince({ place, releases }: Asking, id: string): Promise<RevisedSinceRelease | null> {
  const latest = releases.at(-1)?.version;
  if (latest === undefined || latest === place.release.version) return null;
  const counts = await siteData.loadRevisionCounts(place.release.version, latest, id);
  return counts && counts.revised + counts.removed > 0 ? { latest, counts } : null;
}

/** The figures of the page. Refuses more figures than a page draws. */
async function loadDrawable(query: Query, { release, language }: PageContext): Promise<Comparison> {
  const plan = await siteData.planAnswer({ version: release.version, language, query });
  if (await plan.hasMoreThan(LIMITS.drawnCells)) {
    throw new BadQuery(tooMany(wordsIn(language).wrong.aPage, LIMITS.drawnCells, FEWER));
  }
  return plan.judgedComparison();
}

/** The indicator for search engines that look for data. */
function describedData(indicator: Indicator, { place, catalogue }: Asking, onFile: Dimensions): string {
  const { release, language, origin } = place;
  const periods = onFile.periods.flatMap(({ code }) => parsePeriod(code) ?? []).filter(isDated);
  const [first, last] = [periods[0], periods.at(-1)];
  const names = new Map(catalogue.areas.map(({ code, name }) => [code, name[language]]));
  return formatDatasetJsonLd(indicator, {
    release,
    language,
    origin,
    sources: catalogue.sources,
    span: first?.start && last?.end ? { start: first.start, end: last.end } : null,
    areas: onFile.areas.map(({ code }) => names.get(code) ?? code),
  });
}

async function render(
  { indicator, query, tab }: IndicatorPage,
  id: string,
  asking: Asking,
): Promise<ReactElement> {
  const { place, catalogue } = asking;
  if (!indicator || !query) {
    const ids = catalogue.indicators.map((candidate) => candidate.id);
    throw new NotFound(notFound(NOT_FOUND_NAMES.indicator, id, ids));
  }
  if (query instanceof BadQuery) throw query;
  if (tab instanceof BadQuery) throw tab;
  const comparison = await loadDrawable(query, place);
  const [onFile, choices, since, missing, years] = await Promise.all([
    siteData.loadDimensions(place.release.version, id),
    loadChoices(siteData, {
      query,
      indicator,
      catalogue,
      version: place.release.version,
      language: place.language,
    }),
    revisedSince(asking, id),
    siteData.loadMissing(place.release.version, id),
    siteData.loadYearsOnFile(place.release.version),
  ]);
  const search = pageQuery(comparison, tab);
  const described = describedData(indicator, asking, onFile);
  return (
    <PageFrame place={place} path={`/indicators/${id}`} query={search} hasChart>
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: described }} />
      <IndicatorView
        {...{ comparison, place, choices, catalogue, tab }}
        maps={mapLinks(years.get(id) ?? [], indicator, catalogue, place)}
        missing={missing && <MissingNotes {...{ missing, indicator, catalogue, language: place.language }} />}
        notice={since && <RevisedNotice {...{ place, since }} indicator={id} query={search} />}
      />
    </PageFrame>
  );
}

/**
 * A submitted form repeats the names of its boxes; it is redirected to the canonical address of its question.
 */
async function readSubmitted(props: IndicatorProps): Promise<void> {
  const [{ lang, indicator: id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  if (searchParams.form === undefined) return;
  const { place, catalogue } = await readStanding(lang, versionOf(searchParams));
  const indicator = catalogue.indicators.find((candidate) => candidate.id === id);
  if (!indicator) return;
  const onFile = await siteData.loadDimensions(place.release.version, id);
  const isPlace = new Set(catalogue.areas.filter(({ kind }) => isPlaceKind(kind)).map(({ code }) => code));
  const places = onFile.areas.map(({ code }) => code).filter((code) => isPlace.has(code));
  const entries = Object.entries(searchParams).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((text): [string, string] => [name, String(text ?? '')]),
  );
  const search = canonicalPageSearch(formSearch(entries, places), indicator, catalogue);
  redirect(indicatorHref(place, id, search));
}

/**
 * An address without a question is redirected to the indicator's opening question, if it has an opening
 * question.
 */
async function readOpening(props: IndicatorProps, page: IndicatorPage): Promise<void> {
  const { indicator, catalogue, place, unknownRelease, tab } = page;
  const names = Object.keys(await props.searchParams).filter((name) => !isTracking(name));
  if (names.some((name) => !PAGE_PARAMETERS.includes(name))) return;
  if (unknownRelease || indicator?.opening === undefined) return;
  if (tab instanceof BadQuery) return;
  const opening = tab === null ? indicator.opening : `${indicator.opening}&tab=${tab}`;
  redirect(indicatorHref(place, indicator.id, canonicalPageSearch(opening, indicator, catalogue)));
}

export default async function Page(props: IndicatorProps): Promise<ReactElement> {
  await readSubmitted(props);
  const page = await loadIndicatorPage(props);
  await readOpening(props, page);
  const { indicator: id } = await props.params;
  return renderPage(props, {
    path: `/indicators/${id}`,
    accepted: null,
    render: (asking) => render(page, id, asking),
  });
}
