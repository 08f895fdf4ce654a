/**
 * The search of the catalogue: every word that was asked for must stand in an indicator's title, definition,
 * unit or id, or in the name of an area it has figures for. Marks and case do not matter.
 */
import type { Comparison } from '#stats/comparison.ts';

const MARKS = /[\u0300-\u036f]/g;
const plain = (text: string): string => text.normalize('NFD').replace(MARKS, '').toLowerCase();

function textOf(comparison: Comparison): string {
  const { indicator, areas, cells } = comparison;
  const used = new Set(cells.flatMap((cell) => [cell.area, cell.counterpart]));
  const texts = [indicator.title, indicator.definition, indicator.unit.label];
  const names = areas.filter((area) => used.has(area.code)).map((area) => area.name);
  return plain([indicator.id, ...[...texts, ...names].flatMap((text) => [text.en, text.es])].join(' '));
}

/** The indicators that answer a search, in catalogue order. @example search(all, 'Honduras homicidio') */
export function search(comparisons: readonly Comparison[], asked: string): readonly Comparison[] {
  const words = plain(asked).split(/\s+/).filter(Boolean);
  return comparisons.filter((comparison) => {
    const text = textOf(comparison);
    return words.every((word) => text.includes(word));
  });
}
