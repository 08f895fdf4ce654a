/**
 * `/compare?indicators=homicide-rate~gini-index`: indicators laid beside one another, by place and period. Long because
 * across places, over time and several indicators are answered by one address.
 */
import { FEWER } from '#stats/wording/problems.ts';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import type { SidesPlan } from '#app/_data/sides.ts';
import { pairIndicators, type PairedResult } from '#stats/pairing/pair-indicators.ts';
import {
  partnersOf,
  seriesOfSide,
  sharedOf,
  yearsByPlace,
  type YearsOnFile,
} from '#stats/pairing/partners.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import { CompareForm } from '#app/_views/compare/CompareForm.tsx';
import { CompareView } from '#app/_views/compare/CompareView.tsx';
import { Partners } from '#app/_views/compare/Partners.tsx';
import { sideControls } from '#app/_views/compare/side-choices.ts';
import { TimeForm } from '#app/_views/compare/TimeForm.tsx';
import { TimeView } from '#app/_views/compare/TimeView.tsx';
import { YearSteps } from '#app/_views/answer/steps/YearSteps.tsx';
import { CopyScope } from '#app/_views/page/CopyScope.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { dataHref, pageHref, type PageContext } from '#app/_views/page/page-context.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import type { Choice } from '#app/_controls/choices.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { formatSides, parseSides, PLACES, type Side } from '#stats/query/several.ts';
import { LIMITS } from '#stats/limits.ts';
import { collate } from '#stats/collate.ts';
import { encodeValue, parseParameters } from '#stats/query-string.ts';
import { wordsIn } from '#app/_words/words.ts';
import { BadQuery, tooMany, unknownValue } from '#stats/problem.ts';
import { describePage } from '../_reading/metadata.ts';
import { renderPage, type Asking } from '../_reading/page.tsx';
import { readStanding, searchOf, versionOf, type PageProps } from '../_reading/request.ts';
import { manyForm } from './many-form.tsx';
import { VIEWS, wholeQuestion } from './question.ts';
import { loadSizes, parseSize, SIZE } from './dot-sizes.ts';
import { BESIDE, searchOfEntries } from './time-search.ts';

const PATH = '/compare';

/** Each question has its own canonical address, like its files (docs/rules.md#canonical-address). */
export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const [{ lang }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { catalogue, place } = await readStanding(lang, versionOf(searchParams));
  let query = '';
  let question = '';
  let titles: readonly Indicator['title'][] = [];
  try {
    const sides = parseSides(parseParameters(searchOf(searchParams)), catalogue, BESIDE);
    question = formatSides(sides, catalogue);
    query = question + (searchParams['view'] === 'time' ? '&view=time' : '');
    titles = sides.map(({ indicator }) => indicator.title);
  } catch (error) {
    // The page itself states the error; its metadata stay those of the page without a question.
    if (!(error instanceof BadQuery)) throw error;
  }
  // Only a scatter plot of two has a picture and an embed.
  const isDrawn = titles.length === 2 && query === question;
  return describePage(props, PATH, (language) => ({
    title:
      titles.length > 0 ? titles.map((title) => title[language]).join(' ‖ ') : COMPARE_WORDS[language].title,
    description: COMPARE_WORDS[language].description,
    query,
    ...(isDrawn && {
      isEmbeddable: true,
      card: dataHref(place, 'compare', 'png', `${question}&scale=1&size=card`),
    }),
  }));
}

/** The plan of a page. Refuses a plan with more figures than the page may have. */
async function planWithin(place: PageContext, sides: readonly Side[]): Promise<SidesPlan> {
  const { language, release } = place;
  const planned = await siteData.planSides({ version: release.version, language, sides });
  const most = Math.floor(LIMITS.drawnCells / sides.length);
  for (const plan of planned.plans) {
    if (!(await plan.hasMoreThan(most))) continue;
    throw new BadQuery(tooMany(wordsIn(language).wrong.aPage, LIMITS.drawnCells, FEWER));
  }
  return planned;
}

/** The two sides of a page with what is on file for them. */
interface TwoSides {
  readonly sides: readonly [Side, Side];
  readonly halves: readonly [PairHalf, PairHalf];
  readonly together: PairedResult;
  readonly onFile: YearsOnFile;
  readonly query: string;
}

/** The years in which some place has both, oldest first, with how many places have. */
function yearsOf(
  onFile: YearsOnFile,
  sides: readonly Side[],
): { readonly year: number; readonly places: number }[] {
  const [a, b] = sides.map((side) =>
    yearsByPlace(seriesOfSide(onFile.get(side.indicator.id) ?? [], side), side.place),
  );
  if (!a || !b) return [];
  const { years, places } = sharedOf(a, b);
  return years.map((year) => ({
    year,
    places: places.filter((code) => a.get(code)?.has(year) && b.get(code)?.has(year)).length,
  }));
}

/** The place that a question is about: the only one of its first side, if it has figures of its own. */
function aboutOf([{ place, query }]: readonly [Side, Side]): string | null {
  const codes = place === 'area' ? query.country : query.origin;
  return codes.length === 1 && query.group.length === 0 ? (codes[0] ?? null) : null;
}

/** The sides of an indicator as it usually is, by area and by origin. */
const usualSides =
  (catalogue: Catalogue) =>
  (indicator: Indicator): Side[] => {
    const beside = catalogue.indicators.find(({ id }) => id !== indicator.id)?.id ?? '';
    return PLACES.filter((axis) => axis === 'area' || indicator.counterpartRole).flatMap((axis) => {
      const parameters = new Map([
        ['indicators', `${indicator.id}~${beside}`],
        ['place.1', axis],
      ]);
      return parseSides(parameters, catalogue).slice(0, 1);
    });
  };

function partnersView({ place, catalogue }: Asking, { sides, onFile }: TwoSides): ReactElement {
  const [first, second] = sides;
  const about = aboutOf(sides);
  const partners = partnersOf({ catalogue, onFile, first, sidesOf: usualSides(catalogue), about });
  return (
    <Partners
      {...{ partners, catalogue, about, place }}
      first={first.indicator.id}
      beside={second.indicator.id}
      axis={first.place}
    />
  );
}

const indicatorChoices = ({ place, catalogue }: Asking): Choice[] =>
  catalogue.indicators
    .map(({ id, title }) => ({ code: id, name: title[place.language] }))
    .sort((a, b) => collate(a.name, b.name));

function timePage(asking: Asking, two: TwoSides): ReactElement {
  const { place, catalogue } = asking;
  const { sides, halves, together, onFile, query } = two;
  const controls = sides.map((side, i) =>
    sideControls(
      side,
      onFile.get(side.indicator.id) ?? [],
      catalogue,
      place.language,
      halves[i]?.comparison.cells.filter(({ stated }) => stated !== null) ?? [],
    ),
  );
  const plain = `indicators=${encodeValue(sides.map(({ indicator }) => indicator.id).join('~'))}`;
  const usual = parseSides(parseParameters(plain), catalogue);
  const isAcross = yearsOf(onFile, usual).length > 0;
  const [up, across] = sides.map(({ indicator }) => indicator.id);
  const form = (
    <TimeForm
      {...{ place, query }}
      indicators={indicatorChoices(asking)}
      chosen={[up ?? '', across ?? '']}
      sides={controls}
    />
  );
  return (
    <TimeView
      {...{ halves, together, place, query, form }}
      partners={partnersView(asking, two)}
      across={isAcross ? pageHref(place, PATH, `${plain}&view=places`) : null}
    />
  );
}

/** The question in another year, or in none. */
const searchIn = (asked: ReadonlyMap<string, string>, year: number | null): string =>
  [...new Map([...asked, ['time', year === null ? '' : String(year)]])]
    .filter(([name, value]) => name !== 'time' || value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${encodeValue(value)}`)
    .join('&');

async function placesPage(asking: Asking, two: TwoSides): Promise<ReactElement> {
  const { place, catalogue } = asking;
  const { sides, halves, together, onFile, query } = two;
  const size = parseSize(asking.parameters.get(SIZE));
  const sizes = size && (await loadSizes(place, catalogue, size, together));
  const plain = parseParameters(query);
  const asked = new Map([...plain, ...(size ? [[SIZE, size] as const] : [])]);
  const sized = (isSized: boolean): string =>
    pageHref(place, PATH, searchOfEntries([...plain, ...(isSized ? [[SIZE, 'population'] as const] : [])]));
  const kept = Object.fromEntries([...asked].filter(([name]) => name !== 'indicators' && name !== 'time'));
  const year = asked.get('time') ?? '';
  const years = yearsOf(onFile, sides);
  const listed = years.toReversed().map(({ year: own }) => ({ code: String(own), name: String(own) }));
  const steps = years.map(({ year: own, places }) => ({
    ...{ code: String(own), name: String(own), places },
    href: pageHref(place, PATH, searchIn(asked, own)),
    file: dataHref(place, 'compare', 'json', searchIn(plain, own)),
    ...(size && { sizes: dataHref(place, size, 'json', `source=preferred&time=${own}`) }),
  }));
  const known = year === '' || listed.some((choice) => choice.code === year);
  const [up, across] = sides.map(({ indicator }) => indicator.id);
  const form = (
    <CompareForm
      {...{ place, year, kept: { ...kept, was: query } }}
      indicators={indicatorChoices(asking)}
      chosen={[up ?? '', across ?? '']}
      years={known ? listed : [{ code: year, name: year }, ...listed]}
    />
  );
  return (
    <CompareView
      {...{ halves, together, place, query, form, sizes }}
      steps={<YearSteps steps={steps} at={year} language={place.language} />}
      circles={{ isSized: sizes !== null, other: sized(sizes === null) }}
      over={pageHref(place, PATH, [searchIn(plain, null), 'view=time'].join('&'))}
      partners={partnersView(asking, two)}
    />
  );
}

async function render(asking: Asking): Promise<ReactElement> {
  const { place, catalogue, parameters } = asking;
  const sides = parseSides(parameters, catalogue, BESIDE);
  const view = parameters.get('view') ?? 'places';
  if (!VIEWS.some((name) => name === view)) throw new BadQuery(unknownValue('view', view, VIEWS));
  const [planned, onFile] = await Promise.all([
    planWithin(place, sides),
    siteData.loadYearsOnFile(place.release.version),
  ]);
  const query = formatSides(sides, catalogue);
  const halves = await planned.load();
  const together = pairIndicators(halves);
  const [first, second] = sides;
  const [a, b] = halves;
  const two: TwoSides | null =
    first && second && a && b && together
      ? { sides: [first, second], halves: [a, b], together, onFile, query }
      : null;
  const page = !two ? (
    <CompareView
      {...{ halves, place, query, together }}
      form={manyForm(
        { place, catalogue, onFile },
        { place, sides, query, indicators: indicatorChoices(asking) },
      )}
    />
  ) : view === 'time' ? (
    timePage(asking, two)
  ) : (
    await placesPage(asking, two)
  );
  return (
    <PageFrame place={place} path={PATH} query={view === 'time' ? `${query}&view=time` : query}>
      <CopyScope>{page}</CopyScope>
    </PageFrame>
  );
}

/** Whether two query strings are equal, apart from escapes. */
function isSame(a: string, b: string): boolean {
  const read = (text: string): string =>
    JSON.stringify([...parseParameters(text)].filter(([name]) => name !== 'release').sort());
  return read(a) === read(b);
}

/** Sends an address without a year or a place, or a submitted form, to the whole address of its question. */
async function readQuestion(props: PageProps): Promise<void> {
  const [{ lang }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { place, catalogue, unknownRelease } = await readStanding(lang, versionOf(searchParams));
  if (unknownRelease) return;
  const search = searchOf(searchParams);
  let given: ReadonlyMap<string, string>;
  try {
    given = parseParameters(search);
  } catch (error) {
    // The page itself states the error.
    if (error instanceof BadQuery) return;
    throw error;
  }
  const whole = await wholeQuestion(place, catalogue, given);
  const size = given.get(SIZE);
  // The circles are no part of the question: they stay as they are asked for.
  const address = whole !== null && size !== undefined ? `${whole}&${SIZE}=${encodeValue(size)}` : whole;
  if (address !== null && !isSame(address, search)) redirect(pageHref(place, PATH, address));
}

export default async function Page(props: PageProps): Promise<ReactElement> {
  await readQuestion(props);
  return renderPage(props, { path: PATH, accepted: null, render });
}
