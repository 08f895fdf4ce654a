import type { Text } from '../language.ts';
import { QUERY_PROBLEMS } from '../wording/problems.ts';
import { TRANSFORM_PROBLEMS } from '../wording/transforms.ts';
import { ALONG, TRANSFORM_IDS, type TransformId, type TransformSpec } from '../model/query.ts';
import type { Indicator } from '../model/catalogue.ts';
import type { Basis } from '../time/period.ts';
import { YEAR_BASES } from '../time/period.ts';
import { BadQuery, malformed, unknownValue } from '../problem.ts';
import type { RefusalCode } from './transform-legality.ts';
import { basisRefusalOf, formsFor, refusalOf, refusedTransform } from './transform-legality.ts';
/** Periods in a window: a mean of one is the figure itself. */
const WINDOW = { least: 2, most: 60 } as const;

type TransformedIndicator = Pick<Indicator, 'measure' | 'additive' | 'signed' | 'counterpartRole'>;

/** The transforms that make sense for an indicator. */
export const legalTransforms = (indicator: TransformedIndicator): readonly TransformId[] =>
  TRANSFORM_IDS.filter((id) => refusalOf(id, indicator) === null);

const refuse = (id: TransformId, reason: RefusalCode, indicator: TransformedIndicator): never => {
  throw new BadQuery(refusedTransform(id, reason, indicator));
};

/**
 * The name of a transform that is asked of an indicator.
 * @throws BadQuery for a name that is none, and for one that makes no sense for the indicator, saying why
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
  rank: ['rank', ...ALONG.map((axis) => `rank:${axis}`)],
};

const misread = (id: TransformId, text: string, words: Text, accepted = FORMS[id]): never => {
  throw new BadQuery(malformed('transform', text, accepted, words));
};

/** The base year as its basis writes it, by the rule of a bare year in `time=`. */
function baseYear(written: string, text: string, bases: readonly Basis[]): string {
  const years = bases.filter((basis) => YEAR_BASES.includes(basis));
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
 * Reads `transform=`. `bases` are those of the question.
 * @throws BadQuery naming what is accepted, or why the transform makes no sense here
 * @example parseTransform('index:2010', apprehensions, ['us-fiscal-year']) -> { id: 'index', base: 'FY2010' }
 */
export function parseTransform(
  text: string,
  indicator: TransformedIndicator,
  bases: readonly Basis[],
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
    case 'rank': {
      if (argument === null) return { id, along: null };
      const along = ALONG.find((axis) => axis === argument);
      if (along) return { id, along };
      return misread(id, text, TRANSFORM_PROBLEMS.along(id));
    }
  }
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
  }
}
