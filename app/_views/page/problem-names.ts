/** The names of the codes that a parameter accepts, for readers who know places and sources by name. */
import type { Language } from '#stats/language.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';

type Named = Pick<Catalogue, 'areas' | 'sources' | 'indicators'>;

/** The name of a code of this parameter; null if the code is all that there is. */
export function acceptedNames(
  catalogue: Named,
  parameter: string | null,
  language: Language,
): (code: string) => string | null {
  const names = new Map<string, string>(listOf(catalogue, parameter, language));
  return (code) => names.get(code) ?? null;
}

function listOf(
  { areas, sources, indicators }: Named,
  parameter: string | null,
  language: Language,
): [code: string, name: string][] {
  switch (parameter) {
    case 'country':
    case 'group':
    case 'origin':
      return areas.map(({ code, name }) => [code, name[language]]);
    case 'source':
    case 'weight':
      return sources.map(({ id, shortTitle }) => [id, shortTitle[language]]);
    case 'definition':
      return indicators.flatMap(({ definitions }) =>
        definitions.map(({ code, name }): [string, string] => [code, name[language]]),
      );
    case 'indicators':
      return indicators.map(({ id, title }) => [id, title[language]]);
    default:
      return [];
  }
}
