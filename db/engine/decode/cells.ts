/**
 * Turns rows into cells. Published rows are used as they are; sums become figures or gaps by the rules of
 * `stats/aggregate/combine.ts`.
 */
import type { Note } from '../../../stats/model/catalogue.ts';
import { toFigureOrGap } from '../../../stats/aggregate/combine.ts';
import type { Combined } from '../../../stats/aggregate/combine.ts';
import { floorOf } from '../../../stats/uncertainty/hedge.ts';
import { statedOfStored } from '../../../stats/uncertainty/stored-figure.ts';
import type { Cell } from '../../../stats/model/observation.ts';
import { seriesKey } from '../../../stats/model/observation.ts';
import { weightOf } from '../../../stats/query/weight.ts';
import { formatPeriod } from '../../../stats/time/period.ts';
import { weightKey } from '../../fallback-weights.ts';
import type { Codes, ReleaseIndex } from '../../releases.ts';
import { codeOf, memberAt, membersOf } from './group-key.ts';
import { populationNotes } from './population-notes.ts';
import { areasByCode, type Plan } from '../plan/plan.ts';
import { concludeSummed } from './month-cells.ts';
import type { EncodedRow } from '../sql/row-encoding.ts';
import { rowReader, type EngineRow } from './row-reader.ts';

/** The cells of the rows of one plan. */
export function cellsOf(rows: readonly EncodedRow[], plan: Plan, index: ReleaseIndex): Cell[] {
  const read = rowReader(plan, index);
  const floor = floorOf(plan.indicator.signed);
  const published: Cell[] = [];
  const combined: Reached[] = [];
  for (const encoded of rows) {
    const row = read(encoded);
    if (row.groupKey.kind === 'published') published.push(publishedCell(row, floor));
    else if (row.groupKey.kind === 'on-file') continue;
    else if (row.groupKey.kind === 'summed')
      combined.push({ cell: summedCell(row, plan, index, floor), row });
    else combined.push({ cell: combinedCell(row, plan, index, floor), row });
  }
  const once = isReachedOnce(combined) && !hasTwins(plan) ? combined : oneOfEach(combined);
  for (const { cell } of once) published.push(cell);
  return published;
}

/** The fields of a cell that do not come directly from its row: the figure or gap. */
type Figure = Pick<
  Cell,
  'stated' | 'lowInclusive' | 'highInclusive' | 'intervalKind' | 'numerator' | 'denominator' | 'gap'
> &
  Pick<Cell, 'coverage' | 'computed'>;

/** The cell of a row. Each field is written out because object spread would double the cost of a cell. */
const cellOf = (row: EngineRow, figure: Figure, notes = row.notes): Cell => {
  const { key } = row.groupKey;
  return {
    indicator: key.indicator,
    source: key.source,
    area: key.area,
    counterpart: key.counterpart,
    breakdown: key.breakdown,
    definition: key.definition,
    basis: key.basis,
    period: row.period,
    periodStatus: row.status,
    stated: figure.stated,
    lowInclusive: figure.lowInclusive,
    highInclusive: figure.highInclusive,
    intervalKind: figure.intervalKind,
    numerator: figure.numerator,
    denominator: figure.denominator,
    gap: figure.gap,
    coverage: figure.coverage,
    computed: figure.computed,
    editions: row.editions,
    attributedTo: row.attributedTo,
    locator: row.locator,
    printed: row.printed,
    notes,
  };
};

function publishedCell(row: EngineRow, floor: number): Cell {
  const { words, value, low, high } = row;
  const isGap = row.gap !== null;
  const { stated, lowInclusive, highInclusive } = statedOfStored({ words, value, low, high, isGap }, floor);
  return cellOf(row, {
    stated,
    lowInclusive,
    highInclusive,
    intervalKind: stated ? (row.kinds[0] ?? 'none') : 'none',
    numerator: row.numerator,
    denominator: row.denominator,
    gap: row.gap ? { code: row.gap, missing: [] } : null,
    coverage: null,
    computed: null,
  });
}

/** The notes of the rows that were combined, followed by those on the members. */
const notesOf = ({ notes, groupKey }: EngineRow, more: readonly Note[] = NO_NOTES): readonly Note[] =>
  groupKey.notes.length + more.length === 0 ? notes : [...notes, ...more, ...groupKey.notes];
const NO_NOTES: readonly Note[] = [];

const combinedCell = (row: EngineRow, plan: Plan, index: ReleaseIndex, floor: number): Cell => {
  const { figure, notes } = concludeCombined(row, plan, index, floor);
  return cellOf(row, figure, notesOf(row, notes));
};

function concludeCombined(
  row: EngineRow,
  plan: Plan,
  index: ReleaseIndex,
  floor: number,
): { readonly figure: Combined; readonly notes: readonly Note[] } {
  const { combined } = row.groupKey;
  const expected = membersOf(row.groupKey, row.period.start);
  const present = combined.every(({ ids }) => row[ids] === null)
    ? expected
    : Array.from({ length: row.count }, (_, i) => memberAt(row.groupKey, row, i));
  const { measure, per } = plan.indicator;
  const unknown = row.unweighted ? unweightedOf(row.unweighted, expected, index.areas) : [];
  const { coverage, coverageOf } = plan.query;
  const figure = toFigureOrGap(
    measure,
    {
      low: row.low ?? row.value ?? 0,
      high: row.high ?? row.value ?? 0,
      central: row.value,
      words: row.words,
      intervalKinds: row.kinds,
      present,
      unweighted: unknown.filter((member) => present.includes(member)),
      weight: row.weight ?? 0,
      numerator: row.numerator,
      denominator: row.denominator,
    },
    {
      members: expected,
      weight: row.weightExpected,
      unknown,
      coverage,
      ...(coverageOf && { coverageOf }),
      refused: row.groupKey.refused,
      weightable: combined.length === 1 && combined[0]?.ids === 'areas',
      floor,
      ...(per !== undefined && { per }),
    },
  );
  const there = new Set(present);
  const weight = weightOf(plan.indicator, plan.query);
  const fallback = weight ? index.fallbackAreas.get(weightKey(weight)) : undefined;
  const notes = populationNotes(
    figure,
    {
      missing: expected.filter((member) => !there.has(member)),
      unknown,
      elsewhere: fallback
        ? expected.filter((member) => there.has(member) && fallback.has(member) && !unknown.includes(member))
        : [],
      fallback: index.catalogue.sources.find(({ id }) => id === weight?.fallback)?.shortTitle ?? null,
      asked: coverage,
    },
    areasByCode(index.catalogue),
  );
  return { figure, notes };
}

/** Weights belong to areas. A gap names the members in their own order, not in the order of the plan. */
function unweightedOf(ids: readonly number[], expected: readonly string[], codes: Codes): readonly string[] {
  const unweighted = new Set(ids.map((id) => codeOf(codes, id)));
  return expected.filter((member) => unweighted.has(member));
}

function summedCell(row: EngineRow, plan: Plan, index: ReleaseIndex, floor: number): Cell {
  const { figure, note } = concludeSummed(row, plan, index, floor);
  return cellOf(row, figure, notesOf(row, note ? [note] : NO_NOTES));
}

/** A combined cell and the row that it was made from. */
interface Reached {
  readonly cell: Cell;
  readonly row: EngineRow;
}

/**
 * With one combined axis a cell can be computed in only one way, unless the months of a group's own series
 * are added up as well as those of its members.
 */
function isReachedOnce(all: readonly Reached[]): boolean {
  const [axis] = all[0]?.row.groupKey.combined ?? [];
  return all.every(({ row: { groupKey } }) => {
    const [own, more] = groupKey.combined;
    return groupKey.kind === 'combined' && own?.ids === axis?.ids && more === undefined;
  });
}

/** Whether an axis has a target twice: a list with a group in it, and the same list with its members. */
const hasTwins = ({ areas, origins }: Plan): boolean =>
  [areas, origins].some((axis) =>
    axis?.some(
      ({ code, combined }, i) =>
        combined && axis.findIndex((other) => other.combined && other.code === code) < i,
    ),
  );

/**
 * A group that publishes its own parts can be computed in two ways: by adding its own parts, or those of its
 * members. The cell does not show which way was used, so only one of them is kept. A figure goes before a
 * gap, then the cell with the fewest sums (closest to what was published), then areas before origins, then the
 * cell without missing members, then the one with the fewest members.
 */
function oneOfEach(all: readonly Reached[]): Reached[] {
  const rank = ({ cell, row }: Reached): string => {
    const sums = (['areas', 'origins', 'breakdowns'] as const).map((axis) =>
      row.groupKey.combined.some(({ ids }) => ids === axis) ? 1 : 0,
    );
    const { present = 0, expected = 0 } = cell.coverage ?? {};
    return [
      cell.gap ? 1 : 0,
      sums.filter((sum) => sum === 1).length,
      ...sums.map((sum) => 1 - sum),
      present < expected ? 1 : 0,
      String(expected).padStart(6, '0'),
    ].join('');
  };
  const best = new Map<string, Reached>();
  for (const reached of all) {
    const key = `${seriesKey(reached.cell)} | ${formatPeriod(reached.cell.period)}`;
    const other = best.get(key);
    if (!other || rank(reached) < rank(other)) best.set(key, reached);
  }
  return [...best.values()];
}
