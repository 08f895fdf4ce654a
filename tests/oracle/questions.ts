/**
 * Random questions about what is on file, and their URLs. All are legal, except for axes that must not be
 * left out. It is long because every parameter of a URL is drawn here.
 */
import type {
  Along,
  Basis,
  Book,
  Indicator,
  Over,
  Question,
  BookRow,
  Transform,
  TransformName,
} from './book.ts';
import { collected, keptWith } from './book.ts';
import type { Chance } from './chance.ts';
import { drawOver, overText } from './divisors.ts';
import { yearsOfMonths } from './rules/months.ts';

const YEARS: readonly Basis[] = ['calendar-year', 'us-fiscal-year'];
const ALL_AXES = ['area', 'origin', 'breakdown', 'source'];

/** Only transforms that make sense for an indicator (method page; ruling 25). */
function isOffered(id: TransformName, { measure, additive, signed }: Indicator): boolean {
  const ratio = measure === 'rate' || measure === 'share';
  switch (id) {
    case 'per-capita':
      return !ratio && additive !== 'none';
    case 'share-of-total':
      return !ratio && additive !== 'none' && !signed;
    case 'index':
    case 'change-percent':
      return !signed;
    case 'change':
      return !(signed && additive === 'none') || measure === 'level';
    case 'rolling-mean':
      return ratio || additive !== 'none';
    case 'ratio':
      return !signed;
    case 'share-of':
      return !ratio && additive !== 'none' && !signed;
    case 'rank':
      return true;
  }
}

/** The bases on which a transform works: whole years for some, years or months for others. */
function worksOn(id: TransformName | undefined, basis: Basis): boolean {
  if (id === undefined || ['rank', 'share-of-total', 'ratio', 'share-of'].includes(id)) return true;
  if (YEARS.includes(basis)) return true;
  return ['month', 'quarter', 'half-year'].includes(basis) && id !== 'per-capita' && id !== 'index';
}

/** The bases of a URL without `basis=`: all bases of the indicator, but only the first kind of year. */
function usualBases({ bases }: Indicator, id?: TransformName): readonly Basis[] {
  const year = bases.find((basis) => YEARS.includes(basis));
  return bases.filter((basis) => (!YEARS.includes(basis) || basis === year) && worksOn(id, basis));
}

/** The codes on file for an indicator, to draw from. */
interface OnFile {
  readonly rows: readonly BookRow[];
  readonly areas: readonly string[];
  readonly origins: readonly string[];
  readonly breakdowns: readonly string[];
  readonly years: readonly number[];
}

const onFile = keptWith(({ rows, catalogue }: Book) => {
  const kinds = new Map(catalogue.areas.map((area) => [area.code, area.kind]));
  const distinct = (codes: readonly string[]): string[] => [...new Set(codes)];
  return new Map(
    [...collected(rows, (row) => row.indicator)].map(([id, own]): [string, OnFile] => [
      id,
      {
        rows: own,
        areas: distinct(own.map((row) => row.area)).filter((code) =>
          ['country', 'city'].includes(kinds.get(code) ?? ''),
        ),
        origins: distinct(own.map((row) => row.counterpart)).filter((code) => code !== '_Z'),
        breakdowns: distinct(own.map((row) => row.breakdown)),
        years: [
          ...new Set(own.map((row) => Number((row.period.end ?? row.period.start ?? '2014').slice(0, 4)))),
        ],
      },
    ]),
  );
});

/** A random question. Indicators with much on file are asked more often, but each has a chance. */
export function drawQuestion(book: Book, chance: Chance): Question {
  const indicators = book.catalogue.indicators.flatMap((candidate) => {
    const own = onFile(book).get(candidate.id);
    return own ? Array.from({ length: 1 + Math.round(Math.log2(own.rows.length)) }, () => candidate) : [];
  });
  const indicator = chance.oneOf(indicators);
  const own = onFile(book).get(indicator.id) as OnFile;
  const transform = chance.happens(0.45) ? drawTransform(book, indicator, own, chance) : null;
  const when = drawTime(indicator, own, transform, chance);
  const places = drawPlaces(book, own, chance);
  // Areas that are combined must be at least two; otherwise they are mostly kept separate.
  const adds = places.country.length > 1 || (places.country.length === 0 && places.group.length > 0);
  const keeps = (axis: string): boolean =>
    axis === 'source' || chance.happens(0.5) || (axis === 'area' && !adds && chance.happens(0.9));
  const by = chance.happens(0.5) ? ALL_AXES : ALL_AXES.filter(keeps);
  return {
    indicator: indicator.id,
    ...places,
    ...drawCodes(book, indicator, own, chance),
    definition: chance.happens(0.15) ? [chance.oneOf(own.rows).definition] : [],
    source: drawSources(indicator, chance),
    ...when,
    by,
    coverage: chance.oneOf([1, 1, 0.85, 0.5, 0.34]),
    ...(indicator.weight && chance.happens(0.3) && { coverageOf: 'population' as const }),
    ...(chance.happens(0.2) && { members: 'today' as const }),
  };
}

function drawSources({ sources }: Indicator, chance: Chance): readonly string[] {
  if (sources.length < 2 || chance.happens(0.6)) return [];
  return chance.happens(0.3) ? ['preferred'] : [chance.oneOf(sources)];
}

/** Countries, cities and groups; sometimes all that are on file. */
function drawPlaces(book: Book, { areas }: OnFile, chance: Chance): Pick<Question, 'country' | 'group'> {
  const groups = book.catalogue.areas.filter((area) => area.kind === 'group').map((area) => area.code);
  if (chance.happens(0.1)) return { country: [], group: [] };
  const country = areas.length > 0 ? chance.someOf(areas, 5) : [];
  return { country, group: chance.someOf(groups, country.length === 0 ? 3 : 1) };
}

/** Origins and parts; sometimes all declared parts, so that they have a sum. */
function drawCodes(
  book: Book,
  { parts }: Indicator,
  { origins, breakdowns }: OnFile,
  chance: Chance,
): Pick<Question, 'origin' | 'breakdown'> {
  const groups = book.catalogue.areas
    .filter((area) => area.members?.some((membership) => origins.includes(membership.area)))
    .map((area) => area.code);
  const schemes = parts.filter((total) => total.axis === 'breakdown').map((total) => total.codes);
  return {
    origin: chance.happens(0.5) ? [...new Set(chance.someOf([...origins, ...groups, ...groups], 3))] : [],
    breakdown: chance.happens(0.5)
      ? chance.someOf(breakdowns, 3)
      : schemes.length > 0 && chance.happens(0.5)
        ? chance.oneOf(schemes)
        : [],
  };
}

function drawTransform(book: Book, indicator: Indicator, own: OnFile, chance: Chance): Transform | null {
  const { years } = own;
  const names: readonly TransformName[] = [
    'per-capita',
    'index',
    'change',
    'change-percent',
    'share-of-total',
    'rolling-mean',
    'rank',
    'ratio',
    'ratio',
    'share-of',
  ];
  const id = chance.oneOf(
    names.filter((name) => isOffered(name, indicator) && usualBases(indicator, name).length > 0),
  );
  const along = chance.oneOf<Along | null>([null, null, 'area', 'origin', 'breakdown']);
  switch (id) {
    case 'per-capita':
      return { id, of: indicator.counterpartRole && chance.happens(0.4) ? 'origin' : 'area' };
    case 'index':
      // The kind of year is known once the bases are.
      return { id, base: String(chance.oneOf(years)) };
    case 'rolling-mean':
      return { id, length: chance.oneOf([2, 3, 5]) };
    case 'ratio':
    case 'share-of':
      return { id, over: drawOver(id, book, indicator, own, chance) };
    case 'rank':
      return { id, along: chance.happens(0.25) ? 'time' : along };
    case 'share-of-total':
      return { id, along };
    case 'change':
    case 'change-percent':
      return { id };
  }
}

/** Bases and time, and the base year of an index in the kind of year of the question. */
function drawTime(
  indicator: Indicator,
  { years, rows }: OnFile,
  transform: Transform | null,
  chance: Chance,
): Pick<Question, 'basis' | 'time' | 'transform'> {
  const usual = usualBases(indicator, transform?.id);
  const askable = [...new Set([...indicator.bases, ...yearsOfMonths(indicator)])];
  const named = askable.filter((basis) => worksOn(transform?.id, basis));
  const some = named.filter(() => chance.happens(0.5));
  const basis = chance.happens(0.5) || some.length === 0 ? usual : some;
  const fiscal = basis.includes('us-fiscal-year');
  const yearText = (year: number): string => (fiscal ? `FY${year}` : String(year));
  const indexed: Transform | null =
    transform?.id === 'index'
      ? { id: 'index', base: yearText(Number(transform.base)) }
      : transform?.id === 'ratio' && transform.over.time
        ? { ...transform, over: timed(transform.over, basis, yearText) }
        : transform;
  const severalOnly = transform?.id === 'rank' && transform.along === 'time';
  const all = { basis, time: { from: 'earliest', to: 'latest' }, transform: indexed };
  const draw = chance.upTo(10);
  if (draw < 2 || (severalOnly && draw < 7)) return all;
  if (draw < 4) {
    const end = draw === 2 ? 'latest' : chance.oneOf(['latest-common', 'earliest']);
    return { ...all, time: { from: end, to: end } };
  }
  const [a, b] = drawYears(years, basis, chance);
  if (draw < 7) return { ...all, time: { from: yearText(b), to: yearText(b) } };
  const interval =
    indicator.bases.includes('month') && worksOn(transform?.id, 'interval') && draw === 9 && !severalOnly;
  if (!interval)
    return {
      ...all,
      time: { from: yearText(a), to: severalOnly || chance.happens(0.3) ? 'latest' : yearText(b) },
    };
  const span = drawInterval(rows, chance);
  const spanned: Transform | null =
    transform?.id === 'ratio' && transform.over.time
      ? { ...transform, over: { ...transform.over, time: drawInterval(rows, chance) } }
      : transform;
  return { basis: ['interval'], time: { from: span, to: span }, transform: spanned };
}

/** A year of the basis; with two kinds of year, or none, a fiscal year. */
const timed = (over: Over, basis: readonly Basis[], yearText: (year: number) => string): Over => ({
  ...over,
  time: basis.some((code) => YEARS.includes(code)) ? yearText(Number(over.time)) : `FY${over.time}`,
});

/** A first and a last year. A URL accepts at most 400 periods: 30 years of months, a year of days. */
function drawYears(
  years: readonly number[],
  basis: readonly Basis[],
  chance: Chance,
): readonly [number, number] {
  const [a = 0, b = 0] = [chance.oneOf(years), chance.oneOf(years)].sort((x, y) => x - y);
  return [Math.max(a, b - (basis.every((basis) => basis === 'day') ? 0 : 30)), b];
}

/** From two months to some years: in longer spans hardly any member has every month. */
function drawInterval(rows: readonly BookRow[], chance: Chance): string {
  const first = (chance.oneOf(rows).period.start ?? '2014-01').slice(0, 7);
  const length = chance.oneOf([2, 7, 12, 13, 24]);
  const count = Number(first.slice(0, 4)) * 12 + Number(first.slice(5)) - 1 + length - 1;
  return `${first}/${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

const ID_OF: Readonly<Record<TransformName, (transform: Transform) => string>> = {
  'per-capita': (transform) =>
    transform.id === 'per-capita' && transform.of === 'origin' ? 'per-capita:origin' : 'per-capita',
  index: (transform) => `index:${transform.id === 'index' ? transform.base : ''}`,
  change: () => 'change',
  'change-percent': () => 'change-percent',
  'share-of-total': (transform) =>
    `share-of-total${transform.id === 'share-of-total' && transform.along ? `:${transform.along}` : ''}`,
  'rolling-mean': (transform) => `rolling-mean:${transform.id === 'rolling-mean' ? transform.length : ''}`,
  rank: (transform) => `rank${transform.id === 'rank' && transform.along ? `:${transform.along}` : ''}`,
  ratio: (transform) => `ratio:${transform.id === 'ratio' ? overText(transform.over) : ''}`,
  'share-of': (transform) => `share-of:${transform.id === 'share-of' ? overText(transform.over) : ''}`,
};

/** The URL of a question. */
export function addressOf(version: string, question: Question, indicator: Indicator): string {
  const { time, transform, basis } = question;
  const usual = usualBases(indicator, transform?.id);
  const isUsual = basis.join() === usual.join() || time.from.includes('/');
  const given: Readonly<Record<string, string>> = {
    basis: isUsual ? '' : basis.join('~'),
    breakdown: question.breakdown.join('~'),
    by: question.by.length === ALL_AXES.length ? '' : question.by.join('~'),
    country: question.country.join('~'),
    coverage: question.coverageOf
      ? `${question.coverage}:population`
      : question.coverage === 1
        ? ''
        : String(question.coverage),
    definition: question.definition.join('~'),
    group: question.group.join('~'),
    members: question.members ?? '',
    origin: question.origin.join('~'),
    source: question.source.join('~'),
    time: time.from === time.to ? time.from : `${time.from}..${time.to}`,
    transform: transform ? ID_OF[transform.id](transform) : '',
  };
  const search = Object.entries(given)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return `/data/${version}/${question.indicator}.json?${search}`;
}
