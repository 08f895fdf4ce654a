/**
 * Runs a query's one statement and reads its rows as cells, in the order of the answer. Sums become figures
 * or named gaps by the rules of `stats/combine.ts`; published rows are taken as they are.
 */
import type { Area } from '../../stats/catalogue.ts';
import { conclude } from '../../stats/combine.ts';
import type { Totals } from '../../stats/combine.ts';
import { floorOf, highIsStrict, lowIsStrict, statedOf } from '../../stats/hedge.ts';
import type { Cell } from '../../stats/observation.ts';
import { seriesKey } from '../../stats/observation.ts';
import { formatPeriod } from '../../stats/period.ts';
import type { Query } from '../../stats/query.ts';
import type { Sql } from '../connect.ts';
import type { Codes, ReleaseIndex } from '../releases.ts';
import { orderCells } from './order.ts';
import type { Plan, Target } from './plan.ts';
import { areasByCode, planQuery } from './plan.ts';
import type { Row } from './row.ts';
import { cellOf, codeOf, commonCell, expectedOf, kindsOf, pairs, wordsOf } from './row.ts';
import { statementOf } from './statement.ts';
import { summedCell } from './summed-cells.ts';
import { joinedStatement, readingOf, shownCells } from './transformed.ts';

/** The cells of an answer, and areas that exist only in it (`SLV+HND`, several asked for together). */
export interface EngineAnswer {
  readonly cells: readonly Cell[];
  readonly combinedAreas: readonly Area[];
}

/**
 * Answers a query in one round trip: rows that a transform needs beside those shown, and populations, come in the
 * same statement. @throws BadQuery when there is nothing to combine
 */
export async function answerQuery(sql: Sql, index: ReleaseIndex, query: Query): Promise<EngineAnswer> {
  const reading = readingOf(query, index);
  const plan = planQuery(reading.rows, index);
  const people = reading.people && planQuery(reading.people, index);
  const { text, parameters } = people ? joinedStatement(plan, people, index) : statementOf(plan, index);
  const rows = await sql.unsafe<Row[]>(text, parameters as never[], { prepare: true });
  const cells = cellsOf(people ? rows.filter((row) => !row.people) : rows, plan, index);
  const populations = people
    ? cellsOf(
        rows.filter((row) => row.people),
        people,
        index,
      )
    : [];
  const shown = shownCells(cells, populations, query, index);
  return { cells: orderCells(shown, query, index.catalogue), combinedAreas: areasOf(plan, index) };
}

/** The cells of the rows of one plan. */
function cellsOf(rows: readonly Row[], plan: Plan, index: ReleaseIndex): Cell[] {
  const floor = floorOf(plan.indicator.signed);
  const axes = combinedAxes(plan, index);
  const published: Cell[] = [];
  const combined: Reached[] = [];
  for (const row of rows) {
    if (!row.combined) published.push(publishedCell(row, plan, index, floor));
    else if (row.span) combined.push({ cell: summedCell(row, plan, index, floor), row });
    else combined.push({ cell: combinedCell(row, plan, index, { axes, floor }), row });
  }
  // One axis leads to a cell in one way, unless months of a group's own are added up beside those of its members.
  const several = axes.length > 1 || combined.some(({ row }) => row.span);
  const once = several ? oneOfEach(combined, plan) : combined;
  for (const { cell } of once) published.push(cell);
  return published;
}

function publishedCell(row: Row, plan: Plan, index: ReleaseIndex, floor: number): Cell {
  const words = wordsOf(row.words);
  const [word] = words;
  const hedge = {
    low: row.low ?? row.value ?? -Infinity,
    high: row.high ?? row.value ?? Infinity,
    central: row.value,
    words,
  };
  // A suppressed cell is a gap to a reader, also where its ends are known and go into sums.
  const derived = row.gap || (row.value === null && row.low === null) ? null : statedOf(hedge, floor);
  // The source's own word stands, whatever would be derived from the ends.
  const stated = derived && word ? { ...derived, qualifier: word } : derived;
  return cellOf(commonCell(row, plan, index), {
    stated,
    lowInclusive: stated?.low == null ? null : !lowIsStrict(words),
    highInclusive: stated?.high == null ? null : !highIsStrict(words),
    intervalKind: stated ? (kindsOf(row.kinds)[0] ?? 'none') : 'none',
    numerator: row.numerator,
    denominator: row.denominator,
    gap: row.gap ? { code: row.gap, missing: [] } : null,
    coverage: null,
    computed: null,
  });
}

/** A cell that was combined, and the row that it was made of. */
interface Reached {
  readonly cell: Cell;
  readonly row: Row;
}

/** Which axes were combined to make a row: area, origin, breakdown. */
const sumsOf = (row: Row, plan: Plan): readonly number[] => [
  Number(plan.areas?.[row.area]?.combined ?? false),
  Number(plan.origins?.[row.origin]?.combined ?? false),
  Number(plan.breakdowns?.[row.breakdown]?.combined ?? false),
];

/**
 * A group that also publishes its own parts may be reached in two ways: its parts added, or those of its
 * members. A cell cannot say which way it came, so one stands: a figure before a gap, then what needed the
 * fewest sums (nearer to what was published), then areas before origins.
 */
function oneOfEach(all: readonly Reached[], plan: Plan): Reached[] {
  const rank = ({ cell, row }: Reached): string => {
    const sums = sumsOf(row, plan);
    return [cell.gap ? 1 : 0, sums.reduce((a, b) => a + b, 0), ...sums.map((one) => 1 - one)].join('');
  };
  const best = new Map<string, Reached>();
  for (const one of all) {
    const key = `${seriesKey(one.cell)} | ${formatPeriod(one.cell.period)}`;
    const other = best.get(key);
    if (!other || rank(one) < rank(other)) best.set(key, one);
  }
  return [...best.values()];
}

/** An axis of a plan on which members are combined: which of a row's columns say where, and who. */
interface CombinedAxis {
  readonly targets: readonly Target[];
  readonly at: 'area' | 'origin' | 'breakdown';
  readonly ids: 'areas' | 'origins' | 'breakdowns';
  readonly codes: Codes;
}

const combinedAxes = (plan: Plan, index: ReleaseIndex): CombinedAxis[] =>
  (
    [
      { targets: plan.areas ?? [], at: 'area', ids: 'areas', codes: index.areas },
      { targets: plan.origins ?? [], at: 'origin', ids: 'origins', codes: index.areas },
      { targets: plan.breakdowns ?? [], at: 'breakdown', ids: 'breakdowns', codes: index.breakdowns },
    ] as const
  ).filter(({ targets }) => targets.some((one) => one.combined));

function combinedCell(
  row: Row,
  plan: Plan,
  index: ReleaseIndex,
  { axes: all, floor }: { readonly axes: readonly CombinedAxis[]; readonly floor: number },
): Cell {
  const axes = all.length === 1 ? all : all.filter(({ targets, at }) => targets[row[at]]?.combined);
  // A member is named by its codes on the axes that are combined.
  const lists = axes.flatMap(({ targets, at }) => {
    const target = targets[row[at]];
    return target ? [expectedOf(target, row.period_start)] : [];
  });
  const expected = pairs(lists);
  const present = axes.every(({ ids }) => row[ids] === null)
    ? expected
    : Array.from({ length: row.count }, (_, i) =>
        axes.map(({ ids, codes }) => codeOf(codes, row[ids]?.[i] ?? 0)).join(' × '),
      );
  const totals: Totals = {
    low: row.low ?? 0,
    high: row.high ?? 0,
    central: row.value,
    words: wordsOf(row.words),
    intervalKinds: kindsOf(row.kinds),
    present,
    unweighted: row.unweighted ? unweightedOf(row.unweighted, expected, index.areas) : [],
    weight: row.weight ?? 0,
    numerator: row.numerator,
    denominator: row.denominator,
  };
  const refused = axes.map(({ targets, at }) => targets[row[at]]?.refused).find((reason) => reason);
  const { measure, per } = plan.indicator;
  const combined = conclude(measure, totals, {
    members: expected,
    weight: row.weight_expected,
    coverage: plan.query.coverage,
    refused: refused ?? null,
    ...(per !== undefined && { per }),
    weightable: axes.length === 1 && axes[0]?.at === 'area',
    floor,
  });
  return cellOf(commonCell(row, plan, index), combined);
}

/** Weights belong to areas; a gap names members in their own order, not in that of a plan. */
function unweightedOf(ids: readonly number[], expected: readonly string[], codes: Codes): readonly string[] {
  const unweighted = new Set(ids.map((id) => codeOf(codes, id)));
  return expected.filter((member) => unweighted.has(member));
}

/** Areas that were asked for together, as areas of this answer. */
function areasOf(plan: Plan, index: ReleaseIndex): Area[] {
  const known = areasByCode(index.catalogue);
  return [...(plan.areas ?? []), ...(plan.origins ?? [])]
    .filter((target) => target.combined && !known.has(target.code))
    .map((target) => {
      const names = (language: 'en' | 'es'): string =>
        target.members.map((one) => known.get(one.code)?.name[language] ?? one.code).join(' + ');
      return {
        code: target.code,
        kind: 'group' as const,
        name: { en: names('en'), es: names('es') },
        members: target.members.map((one) => ({ area: one.code })),
      };
    });
}
