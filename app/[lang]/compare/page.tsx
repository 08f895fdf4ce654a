/** `/compare?indicators=homicide-rate~gini-index`: indicators laid beside one another, by place and period. */
import { FEWER } from '#stats/wording/problems.ts';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import type { SidesPlan } from '#app/_data/sides.ts';
import { pairIndicators } from '#stats/pairing/pair-indicators.ts';
import { CompareForm } from '#app/_views/compare/CompareForm.tsx';
import { CompareView } from '#app/_views/compare/CompareView.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { pageHref, type PageContext } from '#app/_views/page/page-context.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { formatSides, parseSides, type Side } from '#stats/query/several.ts';
import { LIMITS } from '#stats/limits.ts';
import { collate } from '#stats/collate.ts';
import { encodeValue, parseParameters } from '#stats/query-string.ts';
import { parsePeriod, yearOf } from '#stats/time/period.ts';
import { wordsIn } from '#app/_words/words.ts';
import { BadQuery, tooMany } from '#stats/problem.ts';
import { describePage } from '../_reading/metadata.ts';
import { renderPage, type Asking } from '../_reading/page.tsx';
import { readStanding, searchOf, versionOf, type PageProps } from '../_reading/request.ts';

const PATH = '/compare';
/** Parameters of the page that are not part of the question. */
const BESIDE = ['release'];
/** The indicators that the page opens with, if the release has both; else its first two indicators. */
const OPENING = ['homicide-rate', 'gini-index'];
/** The figures of all years that are read to choose the year with the most pairs: more than a page draws of one. */
const MOST_READ = 40_000;

/** Each question has its own canonical address, like its files (docs/rules.md#canonical-address). */
export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const [{ lang }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { catalogue } = await readStanding(lang, versionOf(searchParams));
  let query = '';
  try {
    query = formatSides(parseSides(parseParameters(searchOf(searchParams)), catalogue, BESIDE), catalogue);
  } catch (error) {
    // The page itself states the error; its metadata stay those of the page without a question.
    if (!(error instanceof BadQuery)) throw error;
  }
  return describePage(props, PATH, (language) => ({
    title: COMPARE_WORDS[language].title,
    description: COMPARE_WORDS[language].description,
    query,
  }));
}

/** Years in which every side has figures, newest first. */
async function yearsOf(version: string, sides: readonly Side[]): Promise<number[]> {
  const perSide = await Promise.all(
    sides.map(async ({ indicator, query }) => {
      const { periods } = await siteData.loadDimensions(version, indicator.id);
      const years = periods.flatMap(({ code }) => {
        const period = parsePeriod(code);
        if (!period) return [];
        const own = query.basis.includes(period.basis) ? yearOf(period) : null;
        // Months count as years if the question asks for years.
        const month = period.basis === 'month' && !query.basis.includes('month') ? period.end : null;
        return own ?? (month === null ? [] : Number(month.slice(0, 4)));
      });
      return new Set(years);
    }),
  );
  const [first, ...rest] = perSide;
  return [...(first ?? [])].filter((year) => rest.every((own) => own.has(year))).sort((a, b) => b - a);
}

/** The plan of a page. Refuses a plan with more figures than the page may have. */
async function planWithin(
  place: PageContext,
  sides: readonly Side[],
  mostFigures: number,
): Promise<SidesPlan> {
  const { language, release } = place;
  const planned = await siteData.planSides({ version: release.version, language, sides });
  const most = Math.floor(mostFigures / sides.length);
  for (const plan of planned.plans) {
    if (!(await plan.hasMoreThan(most))) continue;
    const page = wordsIn(language).wrong.aPage;
    throw new BadQuery(tooMany(page, mostFigures, FEWER));
  }
  return planned;
}

async function render({ place, catalogue, parameters }: Asking): Promise<ReactElement> {
  const { language, release } = place;
  const sides = parseSides(parameters, catalogue, BESIDE);
  const planned = await planWithin(place, sides, LIMITS.drawnCells);
  const query = formatSides(sides, catalogue);
  const two = sides.length === 2;
  const [halves, years] = await Promise.all([planned.load(), two ? yearsOf(release.version, sides) : []]);
  const asked = parseParameters(query);
  const [up, across] = sides.map((side) => side.indicator.id);
  const kept = Object.fromEntries(
    ['country', 'group', 'members'].flatMap((name) => {
      const value = asked.get(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const year = asked.get('time') ?? '';
  const indicators = catalogue.indicators
    .map(({ id, title }) => ({ code: id, name: title[language] }))
    .sort((a, b) => collate(a.name, b.name));
  const listed = years.map(String).map((text) => ({ code: text, name: text }));
  const known = year === '' || listed.some((choice) => choice.code === year);
  const form = two && up !== undefined && across !== undefined && (
    <CompareForm
      {...{ place, indicators, year, kept }}
      chosen={[up, across]}
      years={known ? listed : [{ code: year, name: year }, ...listed]}
    />
  );
  return (
    <PageFrame place={place} path={PATH} query={query}>
      <CompareView {...{ halves, place, query, form }} together={pairIndicators(halves)} />
    </PageFrame>
  );
}

/**
 * The address of a question about two indicators. If it names no year, the year with the most pairs is used.
 */
async function addressOf(place: PageContext, catalogue: Catalogue, search: string): Promise<string | null> {
  try {
    const sides = parseSides(parseParameters(search), catalogue, BESIDE);
    const text = formatSides(sides, catalogue);
    if (sides.length > 2 || parseParameters(text).has('time')) return text;
    const halves = await (await planWithin(place, sides, MOST_READ)).load();
    const counts = new Map<number, number>();
    for (const { cells } of pairIndicators(halves)?.pairs ?? []) {
      const year = yearOf(cells[0].period);
      if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
    }
    const [best] = [...counts].sort(([a, n], [b, m]) => m - n || b - a);
    return best ? [...text.split('&'), `time=${best[0]}`].sort().join('&') : text;
  } catch (error) {
    // The page itself states the error.
    if (error instanceof BadQuery) return null;
    throw error;
  }
}

/** Whether two query strings are equal, apart from escapes. */
function isSame(a: string, b: string): boolean {
  const read = (text: string): string =>
    JSON.stringify([...parseParameters(text)].filter(([name]) => !BESIDE.includes(name)).sort());
  return read(a) === read(b);
}

/** Redirects an address without a year, or a submitted form, to the full address of its question. */
async function readQuestion(props: PageProps): Promise<void> {
  const [{ lang }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { place, catalogue, unknownRelease } = await readStanding(lang, versionOf(searchParams));
  if (unknownRelease) return;
  const valueOf = (name: string): string | null => {
    const value = searchParams[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const [up, across] = [valueOf('up'), valueOf('across')];
  const asked = Object.keys(searchParams).filter((name) => !BESIDE.includes(name));
  let search = searchOf(searchParams);
  if (up && across === null && asked.length === 1) {
    // A link from an indicator's page names only that indicator.
    const ids = catalogue.indicators.map(({ id }) => id);
    const other = [...OPENING, ...ids].find((id) => id !== up && ids.includes(id)) ?? '';
    search = `indicators=${encodeValue(`${up}~${other}`)}`;
  } else if (searchParams.form !== undefined && up && across) {
    const rest = ['country', 'group', 'members', 'time'].flatMap((name) => {
      const value = valueOf(name);
      return value === null ? [] : [`${name}=${encodeValue(value)}`];
    });
    search = [`indicators=${encodeValue(`${up}~${across}`)}`, ...rest].join('&');
  } else if (asked.length === 0) {
    const ids = catalogue.indicators.map(({ id }) => id);
    const [a = '', b = ''] = OPENING.every((id) => ids.includes(id)) ? OPENING : ids;
    search = `indicators=${a}~${b}`;
  } else if (asked.includes('time') || !asked.includes('indicators')) return;
  const address = await addressOf(place, catalogue, search);
  if (address !== null && !isSame(address, searchOf(searchParams))) redirect(pageHref(place, PATH, address));
}

export default async function Page(props: PageProps): Promise<ReactElement> {
  await readQuestion(props);
  return renderPage(props, { path: PATH, accepted: null, render });
}
