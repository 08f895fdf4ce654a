/**
 * Notes on the rate of a group: which members are left out because they are not counted or have no population
 * on file, and which have the population of another source.
 */
import type { Combined } from '../../../stats/aggregate/combine.ts';
import type { Text } from '../../../stats/language.ts';
import type { Area, Note } from '../../../stats/model/catalogue.ts';
import { ALL_MEMBERS } from '../../../stats/default-coverage.ts';
import { POPULATION_WORDS } from '../../../stats/wording/groups.ts';

interface Uncovered {
  /** Members that are not in the figure. */
  readonly missing: readonly string[];
  /** Members without a population on file. */
  readonly unknown: readonly string[];
  /** Members that are in the figure with the population of another source. */
  readonly elsewhere: readonly string[];
  /** The name of that source. */
  readonly fallback: Text | null;
  /** The minimum coverage of the query. */
  readonly asked: number;
}

/** The notes on a figure of a group. A gap gets none, because it names the missing members itself. */
export function populationNotes(
  { stated, coverage }: Combined,
  { missing, unknown, elsewhere, fallback, asked }: Uncovered,
  areas: ReadonlyMap<string, Area>,
): readonly Note[] {
  if (stated === null || coverage.weight === null) return [];
  const names = (codes: readonly string[], language: keyof Text): string =>
    codes.map((code) => areas.get(code)?.name[language] ?? code).join(', ');
  const say = (codes: readonly string[], words: (names: Text) => Text): readonly Note[] =>
    codes.length === 0
      ? []
      : [{ mandatory: true, text: words({ en: names(codes, 'en'), es: names(codes, 'es') }) }];
  return [
    ...(asked === ALL_MEMBERS ? say(missing, POPULATION_WORDS.without) : []),
    ...say(unknown, POPULATION_WORDS.unknown),
    ...(fallback ? say(elsewhere, (names) => POPULATION_WORDS.fallback(names, fallback)) : []),
  ];
}
