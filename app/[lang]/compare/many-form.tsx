/** The form of three or more indicators: what is compared, one more, and the places that all of them share. */
import type { ReactElement } from 'react';
import type { Choice } from '#app/_controls/choices.ts';
import { ManyForm } from '#app/_views/compare/ManyForm.tsx';
import type { PageContext } from '#app/_views/page/page-context.ts';
import { areaName } from '#app/_charts/wording/code-name.ts';
import { LIMITS } from '#stats/limits.ts';
import { parseParameters } from '#stats/query-string.ts';
import type { Side } from '#stats/query/several.ts';
import { placeLists, placesOfAll } from './several-search.ts';
import type { QuestionReading } from './time-search.ts';

export interface ManyAsked {
  readonly place: PageContext;
  readonly sides: readonly Side[];
  readonly indicators: readonly Choice[];
  /** The canonical question. */
  readonly query: string;
}

export function manyForm(
  reading: QuestionReading,
  { place, sides, indicators, query }: ManyAsked,
): ReactElement {
  const asked = parseParameters(query);
  const chosenPlaces = asked.get('country') ?? '';
  const { areas } = reading.catalogue;
  const named = (codes: readonly string[]): string =>
    codes.map((code) => areaName(areas, code, place.language)).join(', ');
  const lists = placeLists(reading.catalogue, placesOfAll(reading, sides)).map(({ codes, group }) => ({
    code: codes.join('~'),
    name: group === null ? named(codes) : areaName(areas, group, place.language),
  }));
  const isListed = chosenPlaces === '' || lists.some(({ code }) => code === chosenPlaces);
  const kept = Object.fromEntries(
    [...asked].filter(([name]) => name === 'group' || name === 'members' || name === 'time'),
  );
  return (
    <ManyForm
      {...{ place, indicators, kept, chosenPlaces }}
      chosen={sides.map(({ indicator }) => indicator.id)}
      places={isListed ? lists : [{ code: chosenPlaces, name: named(chosenPlaces.split('~')) }, ...lists]}
      hasRoom={sides.length < LIMITS.indicators}
    />
  );
}
