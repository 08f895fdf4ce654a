/**
 * A question in words, made from the query and the catalogue alone: no figure is read for it. Names come
 * before codes, at most two of each kind; the others are counted.
 */
import { areaName, breakdownName, definitionName } from '#app/_charts/wording/code-name.ts';
import { QUESTION_WORDS } from '#app/_words/question.ts';
import { BASIS_WORDS } from '#stats/format/labels.ts';
import { listInWords } from '#stats/format/list.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import type { Language } from '#stats/language.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { ALL } from '#stats/model/observation.ts';
import type { Query } from '#stats/model/query.ts';
import { defaultBases } from '#stats/query/query.ts';
import { PREFERRED } from '#stats/query/values.ts';
import { capitalise } from '#stats/text.ts';
import { parsePeriod } from '#stats/time/period.ts';
import { TRANSFORM_WORDS } from '#stats/wording/transforms.ts';

/** What a question refers to. An answer has all of it too. */
export type Referred = Pick<Catalogue, 'areas' | 'dimensions' | 'sources'>;

export interface QuestionInWords {
  /** The indicator, and how its figures are transformed. */
  readonly what: string;
  /** Places and time: `El Salvador, Honduras and 4 more, 2000 to 2023`. */
  readonly main: string;
  /** Parts, definition, source: `UNODC`. */
  readonly rest: string;
  /** The whole: `Homicide rate of El Salvador, Honduras and 4 more, 2000 to 2023, UNODC`. */
  readonly sentence: string;
}

const NAMED = 2;

function namesOf(names: readonly string[], language: Language): string {
  // Three names are as short as two and a count of one.
  if (names.length <= NAMED + 1) return listInWords(names, language);
  const { andMore } = QUESTION_WORDS[language];
  return andMore({ names: names.slice(0, NAMED).join(', '), n: names.length - NAMED });
}

function endWords(text: string, language: Language): string {
  const words = QUESTION_WORDS[language];
  if (text === 'latest') return words.latest;
  if (text === 'latest-common') return words.latestCommon;
  if (text === 'earliest') return words.earliest;
  const period = parsePeriod(text);
  return period ? formatPeriodWords(period, 'stated', language) : text;
}

function timeWords({ from, to }: Query['time'], language: Language): string {
  const words = QUESTION_WORDS[language];
  const [first, last] = [endWords(from, language), endWords(to, language)];
  if (from === to) return first;
  if (from === 'earliest') return to === 'latest' ? words.allTime : words.until({ to: last });
  return to === 'latest' ? words.since({ from: first }) : words.span({ from: first, to: last });
}

function sourceWords({ source }: Query, sources: Referred['sources'], language: Language): string {
  const words = QUESTION_WORDS[language];
  const [first] = source;
  if (first === undefined) return words.allSources;
  if (first === PREFERRED) return words.preferred;
  const name = sources.find(({ id }) => id === first)?.shortTitle[language] ?? first;
  return source.length === 1 ? name : words.moreSources({ name, n: source.length - 1 });
}

/** The part of a question that has names of codes: parts, definitions, kind of period. */
function partWords(query: Query, indicator: Indicator, referred: Referred, language: Language): string[] {
  const parts = query.breakdown
    .filter((code) => code !== ALL)
    .map((code) => breakdownName(referred.dimensions, code, language));
  const definitions =
    indicator.definitions.length < 2
      ? []
      : query.definition.map((code) => definitionName(indicator, code, language));
  const usual = defaultBases(indicator, query.transform?.id).join('~') === query.basis.join('~');
  const isSpan = query.time.from.includes('/');
  return [
    namesOf(parts, language),
    namesOf(definitions, language),
    usual || isSpan ? '' : query.basis.map((basis) => BASIS_WORDS[basis][language]).join(' + '),
  ];
}

const joined = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join(', ');

/** @example questionInWords(query, indicator, catalogue, 'en').sentence === 'Homicide rate of Honduras, 2014, UNODC' */
export function questionInWords(
  query: Query,
  indicator: Indicator,
  referred: Referred,
  language: Language,
): QuestionInWords {
  const words = QUESTION_WORDS[language];
  const named = (codes: readonly string[]): string =>
    namesOf(
      codes.map((code) => areaName(referred.areas, code, language)),
      language,
    );
  const areas = named([...query.group, ...query.country]);
  const origins = named(query.origin.filter((code) => code !== ALL));
  const transform = query.transform
    ? TRANSFORM_WORDS[query.transform.id].name[language].toLocaleLowerCase(language)
    : '';
  const title = indicator.title[language];
  const what = transform === '' ? title : `${title}, ${transform}`;
  const where = origins !== '' && areas !== '' ? words.inPlaces({ origins, areas }) : origins || areas;
  const time = timeWords(query.time, language);
  const rest = [
    ...partWords(query, indicator, referred, language),
    sourceWords(query, referred.sources, language),
  ];
  const subject =
    where === '' ? title : (origins === '' ? words.of : words.about)({ what: title, names: where });
  return {
    what,
    // Events of one country by nationality: nothing named is no place but every nationality.
    main:
      where === '' && indicator.counterpartRole
        ? capitalise(time)
        : `${where === '' ? words.everywhere : where}, ${time}`,
    rest: capitalise(joined(transform, ...rest)),
    sentence: joined(subject, transform, time, ...rest),
  };
}
