/**
 * The documents of PxWebApi 1, which R's package pxweb reads: the variables of a table, and a selection as rows of
 * key and values. That format has no place for the hedge of a figure: low and high are values of their own, and a
 * figure that is not exact has a comment with its words.
 */
import { figureText } from '#stats/format/figure.ts';
import { GAP_WORDS } from '#stats/format/labels.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { cubeOf } from './documents.ts';
import { CONTENTS, TIME_VARIABLE, type PxSelection, type PxTable } from './table.ts';

/** How PC-Axis writes a number that there is not. */
const MISSING = '..';

/** A table in the list of tables. */
export const levelEntry = ({
  indicator,
  language,
  release,
}: Pick<PxTable, 'indicator' | 'language' | 'release'>): object => ({
  id: indicator.id,
  type: 't',
  text: `${indicator.title[language]} (${indicator.unit.label[language]})`,
  updated: `${release.date}T00:00:00`,
});

/** The variables of a table with all their values. */
export const tableVariables = ({ indicator, language, variables }: PxTable): object => ({
  title: `${indicator.title[language]} (${indicator.unit.label[language]})`,
  variables: variables.map(({ id, label, values, total }) => ({
    code: id,
    text: label,
    values: values.map(([code]) => code),
    valueTexts: values.map(([, text]) => text),
    ...(total !== null && { elimination: true }),
    ...(id === TIME_VARIABLE && { time: true }),
  })),
});

/** The codes of each place, in the order of the cube: the last variable is the fastest. */
function* keysOf(lists: readonly (readonly string[])[], first: readonly string[] = []): Generator<string[]> {
  const [codes, ...rest] = lists;
  if (!codes) return yield [...first];
  for (const code of codes) yield* keysOf(rest, [...first, code]);
}

/** The figures of a selection. */
export function selectedRows(table: PxTable, selection: PxSelection, answer: Comparison): object {
  const { language, variables, indicator } = table;
  const places = variables.filter(({ id }) => id !== CONTENTS);
  const labels = new Map(variables.find(({ id }) => id === CONTENTS)?.values);
  const contents = selection.get(CONTENTS) ?? [];
  const { numbers, cells } = cubeOf(table, selection, answer);
  const keys = [...keysOf(places.map(({ id }) => selection.get(id) ?? []))];
  const commentOf = (cell: Cell | undefined): string | null => {
    if (!cell || (cell.gap === null && cell.stated?.qualifier === 'exact')) return null;
    return cell.gap ? GAP_WORDS[cell.gap.code].words[language] : figureText(cell, indicator, language);
  };
  return {
    columns: [
      ...places.map(({ id, label }) => ({ code: id, text: label, type: id === TIME_VARIABLE ? 't' : 'd' })),
      ...contents.map((code) => ({ code, text: labels.get(code) ?? code, type: 'c' })),
    ],
    comments: [],
    data: keys.map((key, place) => {
      const comment = commentOf(cells.get(place));
      return {
        key,
        values: contents.map((_, i) => String(numbers[place * contents.length + i] ?? MISSING)),
        ...(comment !== null && { comment }),
      };
    }),
  };
}
