/**
 * Parses the divisor of `ratio:` and the whole of `share-of:` as a URL writes them, `area=MEX~time=2012`, and
 * builds the query for their rows. The divisors are read in the same statement as the cells that are shown.
 */
import {
  DIVISOR_PARTS,
  WHOLE_AXES,
  type Divisor,
  type DivisorPart,
  type WholeAxes,
} from '../model/divisor.ts';
import type { Catalogue, Indicator } from '../model/catalogue.ts';
import type { Text } from '../language.ts';
import type { Axis } from '../model/measure.ts';
import { ALL } from '../model/observation.ts';
import type { Query, TransformId } from '../model/query.ts';
import { BadQuery, malformed, unknownValue } from '../problem.ts';
import type { Basis } from '../time/period.ts';
import { YEAR_BASES, formatPeriod, parsePeriod } from '../time/period.ts';
import { ALL_TIME, onlyEnd, parseTime } from '../time/time-range.ts';
import { DIVISOR_PROBLEMS } from '../wording/transforms.ts';
import { askableBases } from './time-bases.ts';
import { divisionRefusalOf, refusedTransform, type RefusalCode } from './transform-legality.ts';
import { PREFERRED, breakdownsOf, findArea, parseChoice } from './values.ts';

/** The context for parsing a divisor. */
interface DivisorContext {
  readonly id: TransformId;
  /** The whole value of `transform=`, and the accepted forms, for the problem. */
  readonly text: string;
  readonly accepted: readonly string[];
  readonly indicator: Indicator;
  /** The bases of the query. */
  readonly bases: readonly Basis[];
  readonly catalogue: Catalogue;
}

const misread = ({ text, accepted }: DivisorContext, words: Text): never => {
  throw new BadQuery(malformed('transform', text, accepted, words));
};

const refuse = (reason: RefusalCode, { id, indicator }: DivisorContext): never => {
  throw new BadQuery(refusedTransform(id, reason, indicator));
};

/** The named parts; each may occur only once. */
function namedParts<Part extends DivisorPart>(
  argument: string | null,
  context: DivisorContext,
  parts: readonly Part[],
): ReadonlyMap<Part, string> {
  const named = new Map<Part, string>();
  for (const assignment of argument?.split('~') ?? []) {
    const at = assignment.indexOf('=');
    const part = parts.find((name) => name === assignment.slice(0, at));
    if (part === undefined || at === assignment.length - 1 || named.has(part))
      misread(context, DIVISOR_PROBLEMS.parts(parts, context.accepted));
    else named.set(part, assignment.slice(at + 1));
  }
  if (named.size > 0) return named;
  return misread(context, DIVISOR_PROBLEMS.none(context.accepted));
}

/** The indicator of the divisor; if absent, that of the query. */
function otherIndicator(id: string | undefined, context: DivisorContext): Indicator {
  const { indicator, catalogue } = context;
  if (id === undefined) return indicator;
  const ids = catalogue.indicators.map((entry) => entry.id);
  const other = catalogue.indicators.find((entry) => entry.id === id);
  if (!other) throw new BadQuery(unknownValue('transform', id, ids));
  if (other.id === indicator.id) return misread(context, DIVISOR_PROBLEMS.sameIndicator(id));
  const reason = divisionRefusalOf(indicator, other);
  return reason === null ? other : refuse(reason, context);
}

/**
 * Parses the text after `ratio:`.
 * @throws BadQuery with the part that was not understood and what is accepted
 * @example parseDivisor('time=2013~area=MEX') -> { area: 'MEX', time: '2013' }
 */
export function parseDivisor(argument: string | null, context: DivisorContext): Divisor {
  const named = namedParts(argument, context, DIVISOR_PARTS);
  const other = otherIndicator(named.get('indicator'), context);
  const read: Readonly<Record<DivisorPart, (text: string) => string>> = {
    ...readWhole(other, context),
    definition: (text) =>
      parseChoice(
        'transform',
        text,
        other.definitions.map(({ code }) => code),
      ),
    indicator: () => other.id,
    source: (text) => parseChoice('transform', text, other.sources),
    time: (text) => onePeriod(text, other, context),
  };
  return Object.fromEntries(
    DIVISOR_PARTS.flatMap((part) => {
      const text = named.get(part);
      return text === undefined ? [] : [[part, read[part](text)]];
    }),
  );
}

/** Parses the text after `share-of:`. @throws BadQuery */
export function parseWhole(argument: string | null, context: DivisorContext): WholeAxes {
  const named = namedParts(argument, context, WHOLE_AXES);
  const read = readWhole(context.indicator, context);
  return Object.fromEntries(
    WHOLE_AXES.flatMap((axis) => {
      const text = named.get(axis);
      return text === undefined ? [] : [[axis, read[axis](text)]];
    }),
  );
}

/** Parses codes on the axes of an indicator. Areas may be given by name, as in `country=`. */
const readWhole = (
  indicator: Indicator,
  context: DivisorContext,
): Readonly<Record<keyof WholeAxes, (text: string) => string>> => ({
  area: (text) => findArea(context.catalogue, 'transform', text, 'places').code,
  breakdown: (text) => breakdownsOf(context.catalogue, indicator)('transform', text),
  origin: (text) =>
    indicator.counterpartRole
      ? findArea(context.catalogue, 'transform', text, 'all').code
      : refuse('no-origin', context),
});

/** The single period of a divisor. A bare year belongs to the basis, as in `time=`. */
function onePeriod(text: string, other: Indicator, context: DivisorContext): string {
  const period = parsePeriod(text);
  const ofYears = period !== null && YEAR_BASES.includes(period.basis);
  if (period && !ofYears) return formatPeriod(period);
  const shared = context.bases.filter((basis) => askableBases(other).includes(basis));
  const year = other.bases.find((basis) => YEAR_BASES.includes(basis));
  const own = other.bases.filter((basis) => !YEAR_BASES.includes(basis) || basis === year);
  if (period)
    try {
      return parseTime(text, shared.length > 0 ? shared : own).from;
    } catch (error) {
      // The error is reported for `transform=`, with the same text about years as for `time=`.
      if (!(error instanceof BadQuery)) throw error;
      throw new BadQuery(malformed('transform', context.text, context.accepted, error.problem.text));
    }
  return misread(context, DIVISOR_PROBLEMS.period(text.slice(0, 40)));
}

/** The divisor of a transform; null if it does not divide by a named cell. */
export const divisorOf = ({ transform }: Pick<Query, 'transform'>): Divisor | null =>
  transform?.id === 'ratio' || transform?.id === 'share-of' ? transform.over : null;

/** The indicator of the divisor: the one that it names, or that of the query. */
export function divisorIndicator(over: Divisor, indicator: Indicator, { indicators }: Catalogue): Indicator {
  return indicators.find(({ id }) => id === over.indicator) ?? indicator;
}

/**
 * The query for the divisors; null if there are none. Each axis that the divisor names is kept separate, even
 * if the query combines it.
 */
export function divisorQuery(query: Query, indicator: Indicator, catalogue: Catalogue): Query | null {
  const over = divisorOf(query);
  if (!over) return null;
  const other = divisorIndicator(over, indicator, catalogue);
  const same = other.id === indicator.id;
  const isGroup = catalogue.areas.find(({ code }) => code === over.area)?.kind === 'group';
  const area = over.area === undefined ? [] : [over.area];
  const named = (['area', 'breakdown', 'origin'] as const).filter((axis) => over[axis] !== undefined);
  // The part schemes of another indicator differ, so only its totals are read and nothing is summed.
  const by: readonly Axis[] = [...query.by, ...named, ...(same ? [] : (['origin', 'breakdown'] as const))];
  const origins = indicator.counterpartRole && query.origin.length > 0 ? query.origin : [ALL];
  const own = <Codes extends readonly string[]>(codes: Codes): Codes | readonly string[] =>
    same ? codes : [];
  return {
    ...query,
    ...divisorTime(query, over, other),
    indicator: other.id,
    country: over.area === undefined ? query.country : isGroup ? [] : area,
    group: over.area === undefined ? query.group : isGroup ? area : [],
    origin:
      over.origin !== undefined ? [over.origin] : same ? query.origin : other.counterpartRole ? origins : [],
    breakdown: over.breakdown === undefined ? own(query.breakdown) : [over.breakdown],
    definition: over.definition === undefined ? own(query.definition) : [over.definition],
    source:
      over.source !== undefined ? [over.source] : query.source.includes(PREFERRED) ? [] : own(query.source),
    by: (['area', 'origin', 'breakdown', 'source'] as const).filter((axis) => by.includes(axis)),
    transform: null,
  };
}

/** The time of the divisor: the period that it names, otherwise each period that is shown. */
function divisorTime(query: Query, over: Divisor, other: Indicator): Pick<Query, 'basis' | 'time'> {
  const period = over.time === undefined ? null : parsePeriod(over.time);
  if (period && over.time !== undefined) {
    const isAskable = ['calendar-year', 'us-fiscal-year', 'month', 'day', 'interval'].includes(period.basis);
    return { basis: [period.basis], time: isAskable ? { from: over.time, to: over.time } : ALL_TIME };
  }
  const basis = query.basis.filter((code) => code === 'interval' || askableBases(other).includes(code));
  // The last period of one series need not be the last of another.
  return { basis: basis.length > 0 ? basis : query.basis, time: onlyEnd(query.time) ? ALL_TIME : query.time };
}
