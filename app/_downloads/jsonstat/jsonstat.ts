/**
 * A comparison as JSON-stat 2.0, a cube that R, Python and spreadsheets read. Every number has its hedge as its
 * status; what a cube has no place for (locator, edition, notes and the other columns) is in `extension`.
 */
import { JSONSTAT_WORDS } from '#app/_words/jsonstat.ts';
import { verdictOn } from '#stats/comparability/notice.ts';
import { verdictText } from '#stats/comparability/verdict.ts';
import { GAP_WORDS, QUALIFIER_WORDS } from '#stats/format/labels.ts';
import { BadQuery, tooMany } from '#stats/problem.ts';
import { FEWER } from '#stats/wording/problems.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { encodeColumns } from '../columnar/encode.ts';
import { COLUMN_NAMES } from '../columns.ts';
import { downloadRows, type DownloadRow } from '../row.ts';
import { cubeDimensions, METRICS, metricDimension, type CubeDimension } from './dimensions.ts';

/** Most places of a cube, filled or not: readers make a list of all of them. */
const MOST_PLACES = 5_000_000;
/** A cube that is filled less than this is written by position. */
const DENSE = 0.5;

/** Columns that the dimensions and the numbers already are. */
const IN_CUBE: readonly (keyof DownloadRow)[] = [
  'Entity',
  'Code',
  'counterpart',
  'breakdown',
  'definition',
  'source',
  'computed',
  'period',
  'value',
  'low',
  'high',
];
const BESIDE = COLUMN_NAMES.filter((name) => !IN_CUBE.includes(name));

type Figures = Pick<DownloadRow, 'value' | 'low' | 'high' | 'qualifier' | 'gap'>;

/** The numbers and their statuses by position. */
export function fillCube(rows: readonly Figures[], positions: readonly number[]) {
  const values = new Map<number, number>();
  const status: Record<string, string> = {};
  for (const [i, row] of rows.entries()) {
    const at = positions[i] ?? 0;
    if (row.gap) status[at] = row.gap.code;
    for (const [metric, name] of METRICS.entries()) {
      const number = row[name];
      if (number !== null) values.set(at + metric, number);
      const isShown = number !== null || name === 'value';
      if (isShown && row.qualifier && row.qualifier !== 'exact') status[at + metric] = row.qualifier;
    }
  }
  return { values, status };
}

/** The position of the value of each cell: the last dimension is the fastest, and the metrics follow it. */
function positionsOf({ cells }: Comparison, dimensions: readonly CubeDimension[]): number[] {
  const indexes = dimensions.map(({ categories }) => new Map(categories.map(([code], i) => [code, i])));
  return cells.map((cell) => {
    let at = 0;
    for (const [d, { codeOf, categories }] of dimensions.entries())
      at = at * categories.length + (indexes[d]?.get(codeOf(cell)) ?? 0);
    return at * METRICS.length;
  });
}

/** The codes that occur as a status, in words. */
export function statusLabels(
  status: Readonly<Record<string, string>>,
  language: Comparison['language'],
): object {
  const words: Readonly<Record<string, { readonly [L in Comparison['language']]: string }>> = {
    ...QUALIFIER_WORDS,
    ...Object.fromEntries(Object.entries(GAP_WORDS).map(([code, gap]) => [code, gap.words])),
  };
  const codes = [...new Set(Object.values(status))].sort();
  return Object.fromEntries(codes.map((code) => [code, words[code]?.[language] || code]));
}

/** The notes of the indicator, and the verdict on the figures. */
function notesOf(comparison: Comparison): string[] {
  const { indicator, language } = comparison;
  const verdict = verdictOn(comparison);
  return [
    indicator.definition[language],
    JSONSTAT_WORDS[language].hedge,
    ...indicator.notes.map(({ text }) => text[language]),
    ...(verdict ? [verdictText(verdict, language)] : []),
  ];
}

/** The document as an object. Throws BadQuery if the cube would have too many places. */
export function jsonStatDataset(comparison: Comparison, address: string): object {
  const { release, language, indicator, sources } = comparison;
  const dimensions = cubeDimensions(comparison);
  const places = dimensions.reduce<number>(
    (product, { categories }) => product * categories.length,
    METRICS.length,
  );
  if (places > MOST_PLACES) throw new BadQuery(tooMany('.jsonstat.json', MOST_PLACES, FEWER));
  const rows = downloadRows(comparison);
  const positions = positionsOf(comparison, dimensions);
  const { values, status } = fillCube(rows, positions);
  const isDense = values.size >= places * DENSE;
  return {
    version: '2.0',
    class: 'dataset',
    label: indicator.title[language],
    source: sources
      .map(({ publisher, title, published }) => `${publisher}: ${title[language]} (${published})`)
      .join('; '),
    updated: release.date,
    note: notesOf(comparison),
    id: [...dimensions.map(({ id }) => id), 'number'],
    size: [...dimensions.map(({ categories }) => categories.length), METRICS.length],
    role: { time: ['period'], geo: ['area'], metric: ['number'] },
    dimension: {
      ...Object.fromEntries(
        dimensions.map(({ id, label, categories }) => [
          id,
          {
            label,
            category: { index: categories.map(([code]) => code), label: Object.fromEntries(categories) },
          },
        ]),
      ),
      number: metricDimension(comparison),
    },
    value: isDense
      ? Array.from({ length: places }, (_, at) => values.get(at) ?? null)
      : // Readers take an object without entries for a cube without places.
        Object.fromEntries(values.size > 0 ? values : [[0, null]]),
    status,
    extension: {
      address,
      release: { version: release.version, date: release.date, contentHash: release.contentHash },
      status: { label: statusLabels(status, language) },
      licences: sources.map(({ id, licence }) => ({ source: id, ...licence })),
      observations: { position: positions, columns: encodeColumns(rows, BESIDE) },
    },
  };
}

/** The text of the document. */
export const formatJsonStat = (comparison: Comparison, address: string): string =>
  `${JSON.stringify(jsonStatDataset(comparison, address))}\n`;
