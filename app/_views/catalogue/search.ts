/**
 * The search of the catalogue. Every search word must occur in an indicator's title, definition, unit or id,
 * or in the name of an area that it has figures for. Accents and case do not matter.
 */
import { foldAccents } from '#stats/text.ts';
import type { Area, Indicator } from '#stats/model/catalogue.ts';

const plain = (text: string): string => foldAccents(text).toLowerCase();

/** An indicator with the areas that it has figures for. */
export interface Searchable {
  readonly indicator: Indicator;
  readonly areas: readonly Area[];
}

function textOf({ indicator, areas }: Searchable): string {
  const texts = [
    indicator.title,
    indicator.definition,
    indicator.unit.label,
    ...areas.map((area) => area.name),
  ];
  return plain([indicator.id, ...texts.flatMap((text) => [text.en, text.es])].join(' '));
}

/** The ids of the indicators that match a search. @example search(all, 'Honduras homicidio') */
export function search(all: readonly Searchable[], asked: string): ReadonlySet<string> {
  const words = plain(asked).split(/\s+/).filter(Boolean);
  const found = all.filter((candidate) => {
    const text = textOf(candidate);
    return words.every((word) => text.includes(word));
  });
  return new Set(found.map(({ indicator }) => indicator.id));
}
