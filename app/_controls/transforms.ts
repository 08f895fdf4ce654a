/**
 * The transforms that make sense for the figures of an indicator, on the requested bases, and only if there
 * is a figure to compare with.
 */
import { TRANSFORM_WORDS } from '#stats/wording/transforms.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { Language } from '#stats/language.ts';
import { parsePeriod, YEAR_BASES } from '#stats/time/period.ts';
import { overWords, timesWords } from '#stats/format/divisor.ts';
import { ALL } from '#stats/model/observation.ts';
import type { Query, TransformSpec, TransformId } from '#stats/model/query.ts';
import { formatTransform, legalTransforms } from '#stats/query/transform.ts';
import { basisRefusalOf } from '#stats/query/transform-legality.ts';
import type { Choice, Choices } from './choices.ts';

type Asking = Pick<Indicator, 'measure' | 'additive' | 'signed' | 'counterpartRole'>;

/** Periods of the rolling mean in the list; an address may ask for other lengths. */
const USUAL_LENGTH = 3;

/** The base year of an index that is chosen from the list: the first year that is shown. */
function baseOf({ time, basis }: Query, years: readonly string[]): string | null {
  const isYear = (text: string): boolean => {
    const period = parsePeriod(text);
    return period !== null && YEAR_BASES.includes(period.basis) && basis.includes(period.basis);
  };
  return [time.from, ...years].find(isYear) ?? null;
}

/** The transforms in the order of the list, each with the name of its result. */
export function transformChoices(
  indicator: Asking,
  query: Query,
  choices: Pick<Choices, 'ends' | 'countries' | 'parts' | 'cities' | 'groups' | 'origins' | 'breakdowns'>,
  language: Language,
): Choice[] {
  const areas = [...choices.countries, ...choices.parts, ...choices.cities, ...choices.groups];
  const places = areas.length;
  const several = Math.max(places, choices.origins.length, choices.breakdowns.length) > 1;
  const { transform: current, time } = query;
  // By default the others are compared with the first area of the query.
  const other = places > 1 ? (areas.find(({ code }) => code === query.country[0]) ?? areas[0]) : undefined;
  const has = (codes: readonly Choice[]): boolean =>
    codes.length > 1 && codes.some(({ code }) => code === ALL);
  const base = baseOf(
    query,
    choices.ends.map((choice) => choice.code),
  );
  const forms: Readonly<Record<TransformId, readonly TransformSpec[]>> = {
    'per-capita': [
      { id: 'per-capita', of: 'area' },
      ...(indicator.counterpartRole && choices.origins.length > 0
        ? [{ id: 'per-capita', of: 'origin' } as const]
        : []),
    ],
    index: base === null || choices.ends.length < 2 ? [] : [{ id: 'index', base }],
    change: choices.ends.length < 2 ? [] : [{ id: 'change' }],
    'change-percent': choices.ends.length < 2 ? [] : [{ id: 'change-percent' }],
    'share-of-total': several ? [{ id: 'share-of-total', along: null }] : [],
    'rolling-mean': choices.ends.length < USUAL_LENGTH ? [] : [{ id: 'rolling-mean', length: USUAL_LENGTH }],
    rank: [
      ...(several ? [{ id: 'rank', along: null } as const] : []),
      ...(choices.ends.length > 1 && time.from !== time.to ? [{ id: 'rank', along: 'time' } as const] : []),
    ],
    ratio: [
      ...(other === undefined ? [] : [{ id: 'ratio', over: { area: other.code } } as const]),
      ...(base === null || choices.ends.length < 2 ? [] : [{ id: 'ratio', over: { time: base } } as const]),
    ],
    'share-of': [
      ...(has(choices.origins) ? [{ id: 'share-of', over: { origin: ALL } } as const] : []),
      ...(has(choices.breakdowns) ? [{ id: 'share-of', over: { breakdown: ALL } } as const] : []),
    ],
  };
  const offered = legalTransforms(indicator)
    .filter((id) => query.basis.some((basis) => basisRefusalOf(id, basis) === null))
    .flatMap((id) => forms[id]);
  // The transform in the address is also in the list, with its own year or length.
  const listed = offered.map((spec) =>
    current && spec.id === current.id && !isOther(spec, current) ? current : spec,
  );
  const all = current && !listed.includes(current) ? [...listed, current] : listed;
  return all.map((spec) => ({ code: formatTransform(spec), name: nameOf(spec, areas, language) }));
}

/**
 * Whether they are different transforms. Another population as denominator is a different choice, not a
 * variant.
 */
const isOther = (listed: TransformSpec, current: TransformSpec): boolean =>
  ['per-capita', 'rank', 'ratio', 'share-of'].includes(listed.id) &&
  formatTransform(listed) !== formatTransform(current);

function nameOf(spec: TransformSpec, areas: readonly Choice[], language: Language): string {
  if (spec.id === 'rank' && spec.along === 'time') return wordsIn(language).page.rankOverTime;
  if (spec.id === 'ratio' || spec.id === 'share-of') {
    const named = areas.map(
      ({ code, name }) => ({ code, kind: 'unknown', name: { en: name, es: name } }) as const,
    );
    const words = spec.id === 'ratio' ? timesWords : overWords;
    return `${TRANSFORM_WORDS[spec.id].name[language]}: ${words(spec.over, { areas: named }, language)}`;
  }
  const name = TRANSFORM_WORDS[spec.id].name[language];
  if (spec.id === 'index') return `${name}, ${spec.base} = 100`;
  if (spec.id === 'rolling-mean') return `${name} (${spec.length})`;
  return spec.id === 'per-capita' && spec.of === 'origin' ? wordsIn(language).page.perCapitaOrigin : name;
}
