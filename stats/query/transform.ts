import type { Text } from '../language.ts';
import { QUERY_PROBLEMS } from '../wording/problems.ts';
import { TRANSFORM_PROBLEMS } from '../wording/transforms.ts';
import { formatDivisor } from '../model/divisor.ts';
import { ALONG, RANK_ALONG, TRANSFORM_IDS, type TransformId, type TransformSpec } from '../model/query.ts';
import type { Catalogue, Indicator } from '../model/catalogue.ts';
import type { Basis } from '../time/period.ts';
import { BadQuery, malformed, unknownValue } from '../problem.ts';
import type { TimeSpan } from '../time/time-range.ts';
import { parseDivisor, parseWhole } from './divisor.ts';
import type { RefusalCode } from './transform-legality.ts';
import { basisRefusalOf, formsFor, refusalOf, refusedTransform } from './transform-legality.ts';
/** The number of periods in a window. A mean of one would be the figure itself. */
const WINDOW = { least: 2, most: 60 } as const;

type TransformedIndicator = Pick<Indicator, 'measure' | 'additive' | 'signed' | 'counterpartRole'>;

/** The transforms that make sense for an indicator. */
export const legalTransforms = (indicator: TransformedIndicator): readonly TransformId[] =>
  TRANSFORM_IDS.filter((id) => refusalOf(id, indicator) === null);

const refuse = (id: TransformId, reason: RefusalCode, indicator: TransformedIndicator): never => {
  throw new BadQuery(refusedTransform(id, reason, indicator));
};

/**
 * Parses the name of a transform for an indicator.
 * @throws BadQuery for an unknown name, and with the reason for a transform that makes no sense for the
 * indicator
 */
export function transformIdOf(text: string, indicator: TransformedIndicator): TransformId {
  const [name = ''] = text.split(':');
  const id = TRANSFORM_IDS.find((known) => known === name);
  if (id === undefined) throw new BadQuery(unknownValue('transform', name, formsFor(indicator)));
  const reason = refusalOf(id, indicator);
  return reason === null ? id : refuse(id, reason, indicator);
}

/** Refuses a basis of time on which a transform cannot work. Throws BadQuery. */
export function assertBases(id: TransformId, bases: readonly Basis[], indicator: TransformedIndicator): void {
  for (const basis of bases) {
    const reason = basisRefusalOf(id, basis);
    if (reason !== null) refuse(id, reason, indicator);
  }
}

const FORMS: Readonly<Record<TransformId, readonly string[]>> = {
  'per-capita': ['per-capita', 'per-capita:origin'],
  index: ['index:2010', 'index:FY2010'],
  change: ['change'],
  'change-percent': ['change-percent'],
  'share-of-total': ['share-of-total', ...ALONG.map((axis) => `share-of-total:${axis}`)],
  'rolling-mean': ['rolling-mean:3'],
  rank: ['rank', ...RANK_ALONG.map((axis) => `rank:${axis}`)],
  ratio: ['ratio:area=MEX', 'ratio:time=2013', 'ratio:breakdown=_T', 'ratio:indicator=population'],
  'share-of': ['share-of:breakdown=_T', 'share-of:origin=_T', 'share-of:area=USA'],
};

const misread = (id: TransformId, text: string, words: Text, accepted = FORMS[id]): never => {
  throw new BadQuery(malformed('transform', text, accepted, words));
};

/** The base year as its basis writes it. A bare year means the same as in `time=`. An index has bases of years only. */
function baseYear(written: string, text: string, years: readonly Basis[]): string {
  const [, fiscal, year = ''] = /^(FY)?(\d{4})$/.exec(written) ?? [];
  if (year === '' || Number(year) < 2) return misread('index', text, TRANSFORM_PROBLEMS.indexBase);
  if (!fiscal && years.length > 1)
    return misread('index', text, QUERY_PROBLEMS.ambiguousYear(year), [
      `basis=calendar-year&transform=index:${year}`,
      `index:FY${year}`,
    ]);
  if (!fiscal) return years[0] === 'us-fiscal-year' ? `FY${year}` : year;
  if (years.includes('us-fiscal-year')) return written;
  return misread('index', text, QUERY_PROBLEMS.fiscalYear(written), [`index:${year}`]);
}

/**
 * Parses `transform=`. `bases` are those of the query.
 * @throws BadQuery with what is accepted, or with the reason why the transform makes no sense here
 * @example parseTransform('index:2010', apprehensions, ['us-fiscal-year']) -> { id: 'index', base: 'FY2010' }
 */
export function parseTransform(
  text: string,
  indicator: Indicator,
  bases: readonly Basis[],
  catalogue: Catalogue,
): TransformSpec {
  const id = transformIdOf(text, indicator);
  assertBases(id, bases, indicator);
  const colon = text.indexOf(':');
  const argument = colon < 0 ? null : text.slice(colon + 1);
  switch (id) {
    case 'change':
    case 'change-percent':
      if (argument === null) return { id };
      return misread(id, text, TRANSFORM_PROBLEMS.noArgument(id));
    case 'per-capita':
      if (argument === null || argument === 'area') return { id, of: 'area' };
      if (argument !== 'origin') return misread(id, text, TRANSFORM_PROBLEMS.perCapita);
      return indicator.counterpartRole ? { id, of: 'origin' } : refuse(id, 'no-origin', indicator);
    case 'index':
      return { id, base: baseYear(argument ?? '', text, bases) };
    case 'rolling-mean': {
      const length = /^\d{1,3}$/.test(argument ?? '') ? Number(argument) : 0;
      if (length >= WINDOW.least && length <= WINDOW.most) return { id, length };
      return misread(id, text, TRANSFORM_PROBLEMS.rollingMean(WINDOW.least, WINDOW.most));
    }
    case 'share-of-total':
      return { id, along: parseAlong(id, argument, text, ALONG) };
    case 'rank':
      return { id, along: parseAlong(id, argument, text, RANK_ALONG) };
    case 'ratio':
      return {
        id,
        over: parseDivisor(argument, { id, text, accepted: FORMS[id], indicator, bases, catalogue }),
      };
    case 'share-of':
      return {
        id,
        over: parseWhole(argument, { id, text, accepted: FORMS[id], indicator, bases, catalogue }),
      };
  }
}

/** The axis along which a share or a rank runs; null if none is named: along all that are shown. */
function parseAlong<Axis extends string>(
  id: TransformId,
  argument: string | null,
  text: string,
  axes: readonly Axis[],
): Axis | null {
  const along = axes.find((axis) => axis === argument);
  if (argument === null || along !== undefined) return along ?? null;
  return misread(id, text, TRANSFORM_PROBLEMS.along(id));
}

/**
 * Refuses a rank over time for a single period: it would always be the 1st of 1.
 * @throws BadQuery that explains how to ask for several
 */
export function assertSeveralPeriods(transform: TransformSpec | null, time: TimeSpan): void {
  if (transform?.id !== 'rank' || transform.along !== 'time') return;
  if (time.from !== time.to) return;
  misread('rank', 'rank:time', TRANSFORM_PROBLEMS.rankOfOnePeriod(time.from), [
    'rank:time',
    ...FORMS.rank.filter((form) => form !== 'rank:time'),
  ]);
}

/** The canonical text. @example formatTransform({ id: 'per-capita', of: 'area' }) === 'per-capita' */
export function formatTransform(transform: TransformSpec): string {
  switch (transform.id) {
    case 'per-capita':
      return transform.of === 'origin' ? 'per-capita:origin' : 'per-capita';
    case 'index':
      return `index:${transform.base}`;
    case 'rolling-mean':
      return `rolling-mean:${transform.length}`;
    case 'share-of-total':
    case 'rank':
      return transform.along ? `${transform.id}:${transform.along}` : transform.id;
    case 'change':
    case 'change-percent':
      return transform.id;
    case 'ratio':
    case 'share-of':
      return `${transform.id}:${formatDivisor(transform.over)}`;
  }
}
