/**
 * What the figures of an indicator may be shown as: the transforms that make sense for it, on the bases that are
 * asked for, and only where there is something to hold a figure against.
 */
import { TRANSFORM_WORDS } from '#stats/wording/transforms.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { Language } from '#stats/language.ts';
import { parsePeriod, YEAR_BASES } from '#stats/time/period.ts';
import type { Query, TransformSpec, TransformId } from '#stats/model/query.ts';
import { formatTransform, legalTransforms } from '#stats/query/transform.ts';
import { basisRefusalOf } from '#stats/query/transform-legality.ts';
import type { Choice, Choices } from './choices.ts';

type Asking = Pick<Indicator, 'measure' | 'additive' | 'signed' | 'counterpartRole'>;

/** Periods of a rolling mean that is chosen from the list; an address may ask for others. */
const USUAL_LENGTH = 3;

/** The base year of an index that is chosen from the list: the first year that is shown. */
function baseOf({ time, basis }: Query, years: readonly string[]): string | null {
  const isYear = (text: string): boolean => {
    const period = parsePeriod(text);
    return period !== null && YEAR_BASES.includes(period.basis) && basis.includes(period.basis);
  };
  return [time.from, ...years].find(isYear) ?? null;
}

/** The transforms in the order of the list, each with the name of what it gives. */
export function transformChoices(
  indicator: Asking,
  query: Query,
  choices: Pick<Choices, 'ends' | 'countries' | 'cities' | 'groups' | 'origins' | 'breakdowns'>,
  language: Language,
): Choice[] {
  const places = choices.countries.length + choices.cities.length + choices.groups.length;
  const several = Math.max(places, choices.origins.length, choices.breakdowns.length) > 1;
  const current = query.transform;
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
    rank: several ? [{ id: 'rank', along: null }] : [],
  };
  const offered = legalTransforms(indicator)
    .filter((id) => query.basis.some((basis) => basisRefusalOf(id, basis) === null))
    .flatMap((id) => forms[id]);
  // What the address asks for is in the list too, with its own year or length.
  const listed = offered.map((spec) =>
    current && spec.id === current.id && !isOther(spec, current) ? current : spec,
  );
  const all = current && !listed.includes(current) ? [...listed, current] : listed;
  return all.map((spec) => ({ code: formatTransform(spec), name: nameOf(spec, language) }));
}

/** Whose people divide is another choice, not another form of one. */
const isOther = (listed: TransformSpec, current: TransformSpec): boolean =>
  listed.id === 'per-capita' && current.id === 'per-capita' && listed.of !== current.of;

function nameOf(spec: TransformSpec, language: Language): string {
  const name = TRANSFORM_WORDS[spec.id].name[language];
  if (spec.id === 'index') return `${name}, ${spec.base} = 100`;
  if (spec.id === 'rolling-mean') return `${name} (${spec.length})`;
  return spec.id === 'per-capita' && spec.of === 'origin' ? wordsIn(language).page.perCapitaOrigin : name;
}
