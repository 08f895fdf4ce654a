/**
 * A row is a cell of a comparison as downloads have it: flat, with the names of CSV version 1. The rows of a
 * JSON download lose nothing: `cellOf` undoes `rowWriter`.
 */
import {
  formatPeriod,
  isDated,
  parsePeriod,
  yearOf,
  type Basis,
  type Period,
  type PeriodStatus,
} from '#stats/time/period.ts';
import type { Note } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Gap } from '#stats/model/gap.ts';
import type { Qualifier } from '#stats/uncertainty/hedge.ts';
import type { Language } from '#stats/language.ts';
import type { Measure } from '#stats/model/measure.ts';
import { significant } from '#stats/number.ts';
import type { Cell, Computation, IntervalKind, WeightBound } from '#stats/model/observation.ts';
import { unitShown } from '#stats/format/unit.ts';
import type { TransformId } from '#stats/model/query.ts';

/** The members that went into a computed cell, and those expected. */
export interface MemberCodes {
  readonly present: number;
  readonly expected: number;
}

export interface DownloadRow {
  readonly Entity: string;
  readonly Code: string;
  readonly Year: number | null;
  readonly indicator: string;
  readonly measure: Measure;
  readonly unit: string;
  readonly counterpart: string;
  readonly breakdown: string;
  readonly definition: string;
  readonly period: string;
  readonly period_start: string | null;
  readonly period_end: string | null;
  readonly basis: Basis;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly low_inclusive: boolean | null;
  readonly high_inclusive: boolean | null;
  readonly qualifier: Qualifier | null;
  readonly interval_kind: IntervalKind;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly gap: Gap | null;
  readonly coverage_members: MemberCodes | null;
  readonly coverage_weight: number | null;
  readonly computed: Computation | null;
  readonly source: string;
  readonly edition: readonly string[];
  readonly locator: string | null;
  readonly attributed_to: string | null;
  readonly printed: string | null;
  readonly note: readonly Note[];
  readonly status: PeriodStatus;
  readonly release: string;
  readonly transform: TransformId | null;
  /** The best and the worst rank that the hedges allow, and the number of ranked areas. */
  readonly rank_low: number | null;
  readonly rank_high: number | null;
  readonly rank_of: number | null;
  /** Of what is not on file in the time asked for: the last period that is. */
  readonly last_on_file: string | null;
  /** The body that compiled the source, if it is not the one that counted. */
  readonly compiled_by: string | null;
  readonly coverage_weight_bound: WeightBound | null;
}

/** Unknown and infinite are both empty; every number is written with at most twelve significant digits. */
function known(value: number | null | undefined): number | null {
  if (value === null || value === undefined || !Number.isFinite(value)) return null;
  return significant(value);
}

/** Turns cells of one comparison into rows. */
export function rowWriter(comparison: Comparison): (cell: Cell) => DownloadRow {
  const { indicator, release, language, areas, sources, releaseOf } = comparison;
  const names = new Map(areas.map((area) => [area.code, area.name[language]]));
  const unit = unitShown(comparison).code;
  const compilers = new Map(sources.map((source) => [source.id, source.compiler]));
  return (cell) => {
    // For other periods only the date of the statement is known, so the dates of the period itself are
    // unknown.
    const dated = isDated(cell.period);
    return {
      Entity: names.get(cell.area) ?? cell.area,
      Code: cell.area,
      Year: yearOf(cell.period),
      indicator: cell.indicator,
      measure: indicator.measure,
      unit,
      counterpart: cell.counterpart,
      breakdown: cell.breakdown,
      definition: cell.definition,
      period: formatPeriod(cell.period),
      period_start: dated ? cell.period.start : null,
      period_end: dated ? cell.period.end : null,
      basis: cell.period.basis,
      value: known(cell.stated?.value),
      low: known(cell.stated?.low),
      high: known(cell.stated?.high),
      low_inclusive: cell.lowInclusive,
      high_inclusive: cell.highInclusive,
      qualifier: cell.stated?.qualifier ?? null,
      interval_kind: cell.intervalKind,
      numerator: known(cell.numerator),
      denominator: known(cell.denominator),
      gap: cell.gap,
      coverage_members: cell.coverage && {
        present: cell.coverage.present,
        expected: cell.coverage.expected,
      },
      coverage_weight: known(cell.coverage?.weight),
      computed: cell.computed,
      source: cell.source,
      edition: cell.editions,
      locator: cell.locator,
      attributed_to: cell.attributedTo,
      printed: cell.printed,
      note: cell.notes,
      status: cell.periodStatus,
      release: releaseOf?.get(cell) ?? release.version,
      transform: cell.transform ?? null,
      rank_low: cell.rank?.best ?? null,
      rank_high: cell.rank?.worst ?? null,
      rank_of: cell.rank?.of ?? null,
      last_on_file: cell.lastOnFile ?? null,
      compiled_by: compilers.get(cell.source) ?? null,
      coverage_weight_bound: cell.coverage?.weightBound ?? null,
    };
  };
}

/** The rows of a comparison, in its order. */
export const downloadRows = (comparison: Comparison): DownloadRow[] =>
  comparison.cells.map(rowWriter(comparison));

/** The names of the notes in the language of a file, separated by a bar. */
export const noteText = (notes: readonly Note[], language: Language): string =>
  notes.map((note) => note.text[language]).join(' | ');

function periodOf(row: DownloadRow): Period {
  if (isDated(row)) {
    return { basis: row.basis, start: row.period_start, end: row.period_end };
  }
  const period = parsePeriod(row.period);
  if (!period) throw new Error(`not a period: ${row.period}`);
  return period;
}

/** The cell that a row was written from. Throws a plain Error for an invalid period. */
export function cellOf(row: DownloadRow): Cell {
  const { qualifier, value, low, high, coverage_members: members, rank_low: best } = row;
  const [worst, of] = [row.rank_high, row.rank_of];
  const bound = row.coverage_weight_bound;
  return {
    indicator: row.indicator,
    source: row.source,
    area: row.Code,
    counterpart: row.counterpart,
    breakdown: row.breakdown,
    definition: row.definition,
    basis: row.basis,
    period: periodOf(row),
    periodStatus: row.status,
    stated: qualifier && { qualifier, value, low, high },
    lowInclusive: row.low_inclusive,
    highInclusive: row.high_inclusive,
    intervalKind: row.interval_kind,
    numerator: row.numerator,
    denominator: row.denominator,
    gap: row.gap,
    coverage: members && {
      ...members,
      weight: row.coverage_weight,
      ...(bound && { weightBound: bound }),
    },
    computed: row.computed,
    editions: row.edition,
    attributedTo: row.attributed_to,
    locator: row.locator,
    printed: row.printed,
    notes: row.note,
    ...(row.transform && { transform: row.transform }),
    ...(row.last_on_file && { lastOnFile: row.last_on_file }),
    ...(best !== null && worst !== null && of !== null && { rank: { best, worst, of } }),
  };
}
