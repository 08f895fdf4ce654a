/** `/indicators/homicide-rate`: one indicator, and the question about it that the address asks. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactElement } from 'react';
import { loadComparison } from '#app/_data/comparison.ts';
import { hasMoreCells } from '#app/_data/count.ts';
import { loadDimensions } from '#app/_data/dimensions.ts';
import { loadRevisionCounts } from '#app/_data/revisions.ts';
import { choicesOf } from '#app/_controls/choices.ts';
import { formSearch } from '#app/_controls/form.ts';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { IndicatorView } from '#app/_views/indicator/IndicatorView.tsx';
import { indicatorHref } from '#app/_views/page/page-context.ts';
import { RevisedNotice, type RevisedSinceRelease } from '#app/_views/indicator/RevisedNotice.tsx';
import { pageQuery } from '#app/_views/indicator/TabLinks.tsx';
import { parseTab } from '#app/_views/indicator/tabs.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { LIMITS } from '#stats/limits.ts';
import type { Basis } from '#stats/time/period.ts';
import { BadQuery, FEWER, NotFound, notFound, tooMany } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import { formatQuery, parseQuery } from '#stats/query/query.ts';
import { describePage } from '../../_reading/metadata.ts';
import { renderPage, type Asking } from '../../_reading/page.tsx';
import { readStanding, searchOf, versionOf, type PageProps } from '../../_reading/request.ts';

interface IndicatorProps extends PageProps {
  readonly params: Promise<{ readonly lang: string; readonly indicator: string }>;
}

/** Parameters of the page that are no part of the question. */
const BESIDE = ['release', 'tab'];

export async function generateMetadata(props: IndicatorProps): Promise<Metadata> {
  const [{ lang, indicator: id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { catalogue } = await readStanding(lang, versionOf(searchParams));
  const indicator = catalogue.indicators.find((one) => one.id === id);
  if (!indicator) return describePage(props, '/', () => ({ title: null }));
  let query = '';
  try {
    const parameters = parseParameters(searchOf(searchParams));
    query = formatQuery(parseQuery(parameters, indicator, catalogue, BESIDE), indicator);
  } catch (error) {
    // The page itself says what is wrong; its metadata stays that of the indicator.
    if (!(error instanceof BadQuery)) throw error;
  }
  return describePage(props, `/indicators/${id}`, (language) => ({
    title: indicator.title[language],
    description: indicator.definition[language],
    query,
  }));
}

/** What of an indicator has been revised since the release that the address names. */
async function revisedSince({ place, releases }: Asking, id: string): Promise<RevisedSinceRelease | null> {
  const latest = releases.at(-1)?.version;
  if (latest === undefined || latest === place.release.version) return null;
  const counts = await loadRevisionCounts(place.release.version, latest, id);
  return counts && counts.revised + counts.removed > 0 ? { latest, counts } : null;
}

async function render(id: string, asking: Asking): Promise<ReactElement> {
  const { place, catalogue, parameters } = asking;
  const { release, language } = place;
  const indicator = catalogue.indicators.find((one) => one.id === id);
  if (!indicator) {
    const ids = catalogue.indicators.map((one) => one.id);
    throw new NotFound(notFound({ en: 'indicator', es: 'el indicador' }, id, ids));
  }
  const query = parseQuery(parameters, indicator, catalogue, BESIDE);
  const tab = parseTab(parameters.get('tab'));
  if (await hasMoreCells(release.version, query, LIMITS.drawnCells)) {
    throw new BadQuery(tooMany({ en: 'A page', es: 'Una página' }[language], LIMITS.drawnCells, FEWER));
  }
  const [comparison, onFile, since] = await Promise.all([
    loadComparison({ version: release.version, language, query }),
    loadDimensions(release.version, id),
    revisedSince(asking, id),
  ]);
  const codes = (counted: readonly { readonly code: string }[]): string[] => counted.map((one) => one.code);
  const choices = choicesOf(
    catalogue,
    indicator,
    {
      areas: codes(onFile.areas),
      origins: codes(onFile.origins),
      breakdowns: codes(onFile.breakdowns),
      definitions: codes(onFile.definitions),
      sources: codes(onFile.sources),
      bases: codes(onFile.bases) as Basis[],
      periods: codes(onFile.periods),
    },
    language,
  );
  return (
    <PageFrame place={place} path={`/indicators/${id}`} query={pageQuery(comparison, tab)}>
      {since && <RevisedNotice {...{ place, since }} indicator={id} query={pageQuery(comparison, tab)} />}
      <IndicatorView {...{ comparison, place, choices, tab }} />
    </PageFrame>
  );
}

/** The same question as addresses write it; as it is where it will be refused anyway. */
function canonical(search: string, indicator: Indicator, catalogue: Catalogue): string {
  try {
    const parameters = parseParameters(search);
    const query = formatQuery(parseQuery(parameters, indicator, catalogue, BESIDE), indicator);
    const tab = parseTab(parameters.get('tab'));
    return [query, tab === null ? '' : `tab=${tab}`].filter((text) => text !== '').join('&');
  } catch (error) {
    if (error instanceof BadQuery) return search;
    throw error;
  }
}

/** A submitted form repeats the names of its boxes; it is read once and sent on to the address it means. */
async function readSubmitted(props: IndicatorProps): Promise<void> {
  const [{ lang, indicator }, searchParams] = await Promise.all([props.params, props.searchParams]);
  if (searchParams.form === undefined) return;
  const version = versionOf(searchParams);
  const { place, catalogue } = await readStanding(lang, version);
  const known = catalogue.indicators.find((one) => one.id === indicator);
  if (!known) return;
  const onFile = await loadDimensions(place.release.version, indicator);
  const places = onFile.areas
    .map((one) => one.code)
    .filter((code) =>
      catalogue.areas.some((area) => area.code === code && (area.kind === 'country' || area.kind === 'city')),
    );
  const entries = Object.entries(searchParams).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, String(one ?? '')]),
  );
  redirect(indicatorHref(place, indicator, canonical(formSearch(entries, places), known, catalogue)));
}

/** An address that asks nothing is sent on to the question that the indicator opens with, where it has one. */
async function readOpening(props: IndicatorProps): Promise<void> {
  const [{ lang, indicator }, searchParams] = await Promise.all([props.params, props.searchParams]);
  if (Object.keys(searchParams).some((name) => !BESIDE.includes(name))) return;
  const { place, catalogue, unknownRelease } = await readStanding(lang, versionOf(searchParams));
  const known = catalogue.indicators.find((one) => one.id === indicator);
  if (unknownRelease || known?.opening === undefined) return;
  let question = '';
  try {
    const tab = parseTab(parseParameters(searchOf(searchParams)).get('tab'));
    question = canonical(tab === null ? known.opening : `${known.opening}&tab=${tab}`, known, catalogue);
  } catch (error) {
    if (error instanceof BadQuery) return;
    throw error;
  }
  redirect(indicatorHref(place, indicator, question));
}

export default async function Page(props: IndicatorProps): Promise<ReactElement> {
  await readSubmitted(props);
  await readOpening(props);
  const { indicator } = await props.params;
  return renderPage(props, {
    path: `/indicators/${indicator}`,
    accepted: null,
    render: (asking) => render(indicator, asking),
  });
}
