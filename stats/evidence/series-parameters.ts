/** A series without its source, as parameters of an address: `area=HND&basis=calendar-year&origin=_T`. */
import type { Catalogue, Indicator } from '../model/catalogue.ts';
import { ALL, NONE, type SeriesKey } from '../model/observation.ts';
import { BadQuery, unknownValue } from '../problem.ts';
import { BASES } from '../time/period.ts';

/** The parameters of a series, besides the indicator. */
export const SERIES_PARAMETERS = ['area', 'basis', 'breakdown', 'definition', 'origin'] as const;

/** What a series is about, whatever source states it. */
export type SeriesSubject = Omit<SeriesKey, 'source'>;

/** The definition of an indicator that has only one. */
const MAIN = 'main';

/** @throws BadQuery for an area, an origin, a definition or a basis that does not exist */
export function parseSeriesSubject(
  parameters: ReadonlyMap<string, string>,
  indicator: Indicator,
  { areas }: Pick<Catalogue, 'areas'>,
): SeriesSubject {
  const codes = areas.map(({ code }) => code);
  return {
    indicator: indicator.id,
    area: valueAmong('area', parameters.get('area') ?? '', codes),
    counterpart: valueAmong('origin', parameters.get('origin') ?? NONE, [NONE, ALL, ...codes]),
    breakdown: parameters.get('breakdown') ?? ALL,
    definition: valueAmong('definition', parameters.get('definition') ?? MAIN, [
      MAIN,
      ...indicator.definitions.map(({ code }) => code),
    ]),
    basis: valueAmong('basis', parameters.get('basis') ?? indicator.bases[0] ?? 'calendar-year', BASES),
  };
}

function valueAmong<T extends string>(name: string, value: string, accepted: readonly T[]): T {
  const found = accepted.find((candidate) => candidate === value);
  if (found === undefined) throw new BadQuery(unknownValue(name, value, accepted));
  return found;
}
