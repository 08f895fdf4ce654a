/** What a rate of a group says of members that did not go into it for want of people, or of a population on file. */
import type { Combined } from '../../../stats/aggregate/combine.ts';
import type { Text } from '../../../stats/language.ts';
import type { Area, Note } from '../../../stats/model/catalogue.ts';
import { DEFAULT_COVERAGE } from '../../../stats/model/query.ts';

interface Uncovered {
  /** Members that are not in the figure. */
  readonly missing: readonly string[];
  /** Members of which no population is on file. */
  readonly unknown: readonly string[];
  /** The least coverage that was asked for. */
  readonly asked: number;
}

/** The notes of a figure of a group; none for a gap, which names who is missing itself. */
export function populationNotes(
  { stated, coverage }: Combined,
  { missing, unknown, asked }: Uncovered,
  areas: ReadonlyMap<string, Area>,
): readonly Note[] {
  if (stated === null || coverage.weight === null) return [];
  const names = (codes: readonly string[], language: keyof Text): string =>
    codes.map((code) => areas.get(code)?.name[language] ?? code).join(', ');
  const say = (codes: readonly string[], en: string, es: string): readonly Note[] =>
    codes.length === 0
      ? []
      : [
          {
            mandatory: true,
            text: {
              en: en.replace('{names}', names(codes, 'en')),
              es: es.replace('{names}', names(codes, 'es')),
            },
          },
        ];
  return [
    ...(asked === DEFAULT_COVERAGE
      ? say(
          missing,
          'Without {names}: together less than 0.1% of the population.',
          'Sin {names}: en conjunto, menos del 0,1% de la población.',
        )
      : []),
    ...say(
      unknown,
      'No population is on file for {names}: the share of the population leaves them out.',
      'No consta la población de {names}: la proporción de la población no los cuenta.',
    ),
  ];
}
