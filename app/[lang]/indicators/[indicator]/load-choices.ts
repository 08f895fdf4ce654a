/** Reads what the controls of an indicator's page offer: the codes on file, and what is known of each place. */
import { choicesOf, type Choices } from '#app/_controls/choices.ts';
import type { SiteData } from '#app/_data/data.ts';
import type { Language } from '#stats/language.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import type { Query } from '#stats/model/query.ts';
import type { Basis } from '#stats/time/period.ts';

/** The indicator whose figures say which places are near each other in population. */
const POPULATION = 'population';

export interface ChoicesQuery {
  readonly query: Query;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
  readonly version: string;
  readonly language: Language;
}

const codesOf = (counted: readonly { readonly code: string }[]): string[] => counted.map(({ code }) => code);

export async function loadChoices(
  data: Pick<SiteData, 'loadDimensions' | 'loadPeriodsOnFile' | 'loadLatestFigures'>,
  { version, ...question }: ChoicesQuery,
): Promise<Choices> {
  const { id } = question.indicator;
  const hasPopulation = question.catalogue.indicators.some((candidate) => candidate.id === POPULATION);
  const [onFile, periods, figures, population] = await Promise.all([
    data.loadDimensions(version, id),
    data.loadPeriodsOnFile(version, id),
    data.loadLatestFigures(version, id),
    hasPopulation ? data.loadLatestFigures(version, POPULATION) : null,
  ]);
  return choicesOf({
    ...question,
    onFile: {
      areas: codesOf(onFile.areas),
      origins: codesOf(onFile.origins),
      breakdowns: codesOf(onFile.breakdowns),
      definitions: codesOf(onFile.definitions),
      sources: codesOf(onFile.sources),
      bases: codesOf(onFile.bases) as Basis[],
      periods: codesOf(onFile.periods),
    },
    areas: { figures: figures.areas, periods: periods.areas },
    origins: { figures: figures.origins, periods: periods.origins },
    ...(population && {
      population: new Map([...population.areas].map(([code, { cell }]) => [code, cell])),
    }),
  });
}
