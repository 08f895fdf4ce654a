/**
 * The search of the catalogue. Words of both languages, their synonyms and small typing errors find indicators and
 * areas; an area and an indicator together find the indicator of that area. Accents, case and points do not matter.
 */
import { AREA_SYNONYMS, INDICATOR_SYNONYMS } from '#app/_words/synonyms.ts';
import { memoizeByObject } from '#stats/memoize.ts';
import { PLACE_KINDS, type Area, type Catalogue, type Indicator } from '#stats/model/catalogue.ts';
import { foldText } from '#stats/text.ts';

export interface SearchResult {
  /** The areas that are named, in the order of the search. */
  readonly areas: readonly Area[];
  /** Ids of indicators, best first; null if the search names only areas. */
  readonly indicators: readonly string[] | null;
  /** Two or three indicators that only together have every word: the reader wants to compare them. */
  readonly together: readonly string[];
  /** The year that is named beside something else. */
  readonly year: string | null;
  /** Whether a map is asked for, and whether nothing else says of what. */
  readonly isMap: boolean;
  readonly isOfMapAlone: boolean;
  /** Whether some word was found only by its likeness, or not at all. */
  readonly isNear: boolean;
}

/** Words without a meaning of their own in either language. */
const EMPTY_WORDS = new Set(
  (
    'a al and as con de del del e el en for from i in is la las lo los o of on or para por que se sin the to un una y ' +
    'against and beside compare compared comparado comparar contra cotejar entre frente versus vs'
  ).split(' '),
);

/** `EE. UU.` and `ee uu` are the same words. */
const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** How much a word counts, by where it stands. */
const WEIGHTS = { title: 8, synonym: 6, definition: 2 } as const;

interface IndexedIndicator {
  readonly id: string;
  readonly isFeatured: boolean;
  /** Its whole titles, as words joined by a space. */
  readonly titles: readonly string[];
  readonly weights: ReadonlyMap<string, number>;
}

interface SearchIndex {
  readonly indicators: readonly IndexedIndicator[];
  /** Names and synonyms of areas as words joined by a space. */
  readonly areas: ReadonlyMap<string, Area>;
  readonly longestName: number;
}

function indexedIndicator(indicator: Indicator): IndexedIndicator {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const word of wordsOf(text)) weights.set(word, Math.max(weight, weights.get(word) ?? 0));
  };
  for (const text of [
    indicator.definition.en,
    indicator.definition.es,
    indicator.unit.label.en,
    indicator.unit.label.es,
  ])
    add(text, WEIGHTS.definition);
  for (const text of INDICATOR_SYNONYMS[indicator.id] ?? []) add(text, WEIGHTS.synonym);
  for (const text of [indicator.title.en, indicator.title.es, indicator.id]) add(text, WEIGHTS.title);
  return {
    id: indicator.id,
    isFeatured: indicator.featured ?? false,
    titles: [indicator.title.en, indicator.title.es].map((text) => wordsOf(text).join(' ')),
    weights,
  };
}

const KINDS: readonly Area['kind'][] = [...PLACE_KINDS, 'group'];

const indexOf = memoizeByObject((catalogue: Catalogue): SearchIndex => {
  const areas = new Map<string, Area>();
  for (const area of catalogue.areas.filter(({ kind }) => KINDS.includes(kind))) {
    const names = [area.name.en, area.name.es, area.code, ...(AREA_SYNONYMS[area.code] ?? [])];
    for (const name of names) {
      const key = wordsOf(name).join(' ');
      // Two-letter words such as `us` are areas only where they are somebody's synonym.
      if (!areas.has(key) && !EMPTY_WORDS.has(key)) areas.set(key, area);
    }
  }
  const longestName = Math.max(...[...areas.keys()].map((name) => name.split(' ').length));
  return { indicators: catalogue.indicators.map(indexedIndicator), areas, longestName };
});

/** The areas that the words name, the longest name first, and the words that are left. */
function takeAreas(
  words: readonly string[],
  { areas, longestName }: SearchIndex,
): { found: Area[]; left: string[] } {
  const found: Area[] = [];
  const left: string[] = [];
  for (let i = 0; i < words.length;) {
    const length = Array.from({ length: longestName }, (_, n) => longestName - n).find((n) =>
      areas.has(words.slice(i, i + n).join(' ')),
    );
    const area = length === undefined ? undefined : areas.get(words.slice(i, i + length).join(' '));
    if (area && length !== undefined) {
      if (!found.includes(area)) found.push(area);
      i += length;
    } else {
      left.push(words[i] ?? '');
      i += 1;
    }
  }
  return { found, left: left.filter((word) => !EMPTY_WORDS.has(word)) };
}

/** Typing errors that a word of this length may have. */
const errorsIn = ({ length }: string): number => (length >= 8 ? 2 : length >= 5 ? 1 : 0);

/** Whether two words differ by at most so many letters added, left out, changed or swapped with the next. */
export function isLike(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      next.push(
        Math.min(
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          swapped,
        ),
      );
    }
    [before, row] = [row, next];
  }
  return (row[b.length] ?? Infinity) <= most;
}

/** A word of the search may be the beginning of a word from this many letters. */
const LEAST_BEGINNING = 3;
/** What a match counts when only the beginning is the same, and when it is only alike. */
const BEGINNING = 0.8;
const LIKE = 0.5;

/** How well an indicator has a word as it is written; 0 if not at all. */
function writtenWeight(word: string, { weights }: IndexedIndicator): number {
  const exact = weights.get(word);
  if (exact !== undefined) return exact;
  let best = 0;
  for (const [own, weight] of weights) {
    const isBeginning = word.length >= LEAST_BEGINNING && own.startsWith(word);
    // The plural of a word that is on file in the singular.
    const isPlural = own.length > LEAST_BEGINNING && word.startsWith(own) && word.length - own.length <= 2;
    if (isBeginning || isPlural) best = Math.max(best, weight * BEGINNING);
  }
  return best;
}

/** How well an indicator has a word that nothing has as it is written. */
function likeWeight(word: string, { weights }: IndexedIndicator): number {
  let best = 0;
  if (errorsIn(word) === 0) return best;
  for (const [own, weight] of weights)
    if (weight > WEIGHTS.definition && isLike(word, own, errorsIn(word)))
      best = Math.max(best, weight * LIKE);
  return best;
}

/** The areas whose name is like a word that nothing else has: whole names before parts of names. */
function likeAreas(word: string, { areas }: SearchIndex): Area[] {
  const errors = errorsIn(word);
  if (errors === 0) return [];
  const like = (isWhole: boolean): Area[] =>
    [...areas].flatMap(([name, area]) => {
      const parts = isWhole ? [name] : name.split(' ').filter((part) => part.length > LEAST_BEGINNING);
      return parts.some((part) => isLike(word, part, errors)) ? [area] : [];
    });
  const whole = like(true);
  return whole.length > 0 ? whole : like(false);
}

/** The weights of words for every indicator; a word that none has as it is written is compared by its likeness. */
function weightsOf(words: readonly string[], indicators: readonly IndexedIndicator[]): (readonly number[])[] {
  const byWord = words.map((word) => {
    const written = indicators.map((indicator) => writtenWeight(word, indicator));
    return written.some((weight) => weight > 0)
      ? written
      : indicators.map((indicator) => likeWeight(word, indicator));
  });
  return indicators.map((_, i) => byWord.map((weights) => weights[i] ?? 0));
}

/** More indicators than this are no comparison that a reader had in mind. */
const MOST_TOGETHER = 3;

/**
 * The fewest indicators that have every word between them, best first: each next one is the best for the words that
 * are left. Empty if one is enough, if more than three are needed, or if a word has none.
 */
function togetherOf(
  weights: readonly (readonly number[])[],
  words: readonly string[],
  order: readonly number[],
): number[] {
  const chosen: number[] = [];
  let left = words.map((_, k) => k);
  while (left.length > 0 && chosen.length < MOST_TOGETHER) {
    const fit = (i: number): number => left.reduce((sum, k) => sum + (weights[i]?.[k] ?? 0), 0);
    const best = order.reduce((a, i) => (fit(i) > fit(a) ? i : a), order[0] ?? 0);
    if (fit(best) === 0) return [];
    chosen.push(best);
    left = left.filter((k) => (weights[best]?.[k] ?? 0) === 0);
  }
  return left.length > 0 || chosen.length < 2 ? [] : chosen;
}

/** Words for the kind of chart that a search may ask for. */
const MAP_WORDS = new Set(['map', 'maps', 'mapa', 'mapas']);

const isYear = (word: string): boolean => /^(?:19|20)\d\d$/.test(word);

/** More than any sum of words: the text is the title itself. */
const WHOLE_TITLE = 1000;

/**
 * What a text finds.
 * @example search(catalogue, 'Honduras homicide') -> areas [HND], indicators ['homicide-rate', ...]
 * @example search(catalogue, 'Mexico homicide 2014') -> the same of Mexico, and the year 2014
 * @example search(catalogue, 'mapa homicidio Américas') -> areas [m49-019], isMap, indicators ['homicide-rate', ...]
 * @example search(catalogue, 'UAC homicide Honduras') -> areas [HND], together ['homicide-rate', 'uac-apprehensions']
 * @example search(catalogue, 'secuestros') -> indicators ['kidnappings-recorded', ...]
 */
export function search(catalogue: Catalogue, asked: string): SearchResult {
  const index = indexOf(catalogue);
  const { found, left } = takeAreas(wordsOf(asked), index);
  const isWritten = (word: string): boolean =>
    index.indicators.some((indicator) => writtenWeight(word, indicator) > 0);
  const year =
    left.length + found.length > 1 ? (left.find((word) => isYear(word) && !isWritten(word)) ?? null) : null;
  const isMap = left.some((word) => MAP_WORDS.has(word));
  const named = left.filter((word) => word !== year && !MAP_WORDS.has(word));
  // A word that nothing has is a misspelt area before it is a misspelt indicator.
  const alike = new Map(
    named.filter((word) => !isWritten(word)).map((word) => [word, likeAreas(word, index).slice(0, 3)]),
  );
  const words = named.filter((word) => (alike.get(word)?.length ?? 0) === 0);
  const areas = [...new Set([...found, ...[...alike.values()].flat()])];
  const isGuessed = words.length < named.length;
  if (words.length === 0) {
    const main = isMap ? index.indicators.filter((own) => own.isFeatured).map(({ id }) => id) : [];
    const ids = areas.length > 0 && !isMap ? null : main;
    return { areas, indicators: ids, together: [], year, isMap, isOfMapAlone: isMap, isNear: isGuessed };
  }
  const text = wordsOf(asked)
    .filter((word) => !MAP_WORDS.has(word))
    .join(' ');
  const weights = weightsOf(words, index.indicators);
  const scored = index.indicators.map((indicator, i) => {
    const own = weights[i] ?? [];
    const sum = own.reduce((a, b) => a + b, 0) + (indicator.titles.includes(text) ? WHOLE_TITLE : 0);
    return { indicator, sum, hasAll: own.every((weight) => weight > 0) };
  });
  const complete = scored.filter(({ hasAll }) => hasAll);
  const kept = complete.length > 0 ? complete : scored.filter(({ sum }) => sum > 0);
  const isFeatured = (i: number): number => Number(index.indicators[i]?.isFeatured ?? false);
  const order = index.indicators.map((_, i) => i).toSorted((a, b) => isFeatured(b) - isFeatured(a));
  const together = (complete.length > 0 ? [] : togetherOf(weights, words, order)).flatMap(
    (i) => index.indicators[i]?.id ?? [],
  );
  const byFit = kept
    .toSorted((a, b) => b.sum - a.sum || Number(b.indicator.isFeatured) - Number(a.indicator.isFeatured))
    .map(({ indicator }) => indicator.id);
  const indicators = [...new Set([...together, ...byFit])];
  const isNear = isGuessed || (complete.length === 0 && together.length === 0);
  return { areas, indicators, together, year, isMap, isOfMapAlone: false, isNear };
}
