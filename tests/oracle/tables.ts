/**
 * Reads the book of a release: the committed tables of it and of earlier ones, as stored in
 * `sources/releases`.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { Basis, Book, Catalogue, IntervalKind, BookRow, Status, StoredGap, Word } from './book.ts';

type Line = Readonly<Record<string, string>>;

function linesOf(path: string): readonly Line[] {
  const read = existsSync(path)
    ? readFileSync(path)
    : existsSync(`${path}.gz`)
      ? gunzipSync(readFileSync(`${path}.gz`))
      : null;
  return read ? parse<Line>(read, { columns: true }) : [];
}

/** The columns that identify a row. */
const NAMES = [
  'indicator',
  'source',
  'area',
  'counterpart',
  'breakdown',
  'definition',
  'basis',
  'period_start',
  'period_end',
];
const nameOf = (line: Line): string => NAMES.map((name) => line[name]).join('\u0000');

const text = (value: string | undefined): string | null => (value ? value : null);
const number = (value: string | undefined): number | null => (value ? Number(value) : null);

function rowOf(line: Line): BookRow {
  const at = (name: string): string => line[name] ?? '';
  const [value, low, high] = [number(line['value']), number(line['low']), number(line['high'])];
  const basis = at('basis') as Basis;
  const [start, end] = [at('period_start'), at('period_end')];
  return {
    indicator: at('indicator'),
    source: at('source'),
    area: at('area'),
    counterpart: at('counterpart'),
    breakdown: at('breakdown'),
    definition: at('definition'),
    basis,
    period: {
      basis,
      start: start === '-infinity' ? null : start,
      end: end === 'infinity' ? null : end,
    },
    periodStatus: at('period_status') as Status,
    edition: at('edition'),
    stated:
      value === null && low === null && high === null
        ? null
        : { qualifier: at('qualifier') as Word, value, low, high },
    intervalKind: at('interval_kind') as IntervalKind,
    numerator: number(line['numerator']),
    denominator: number(line['denominator']),
    gap: text(line['gap']) as StoredGap | null,
    attributedTo: text(line['attributed_to']),
    locator: text(line['locator']),
    printed: text(line['printed']),
    note: line['note_en']
      ? {
          text: { en: line['note_en'], es: line['note_es'] ?? '' },
          mandatory: line['note_mandatory'] === 'true',
        }
      : null,
  };
}

/** Compares releases by their numbers. */
const inOrder = (a: string, b: string): number => {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  return [0, 1, 2].map((i) => (x[i] ?? 0) - (y[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
};

/** Every committed release with its book, oldest first. */
export function readBooks(root: string): { readonly version: string; readonly book: Book }[] {
  const folder = join(root, 'sources/releases');
  const versions = readdirSync(folder)
    .flatMap((name) => /^(\d+\.\d+\.\d+)\.json$/.exec(name)?.[1] ?? [])
    .sort(inOrder);
  const inForce = new Map<string, BookRow>();
  return versions.map((version) => {
    // A revised row is in both files, so rows are removed before others are added.
    for (const line of linesOf(join(folder, version, 'closed.csv'))) inForce.delete(nameOf(line));
    for (const line of linesOf(join(folder, version, 'added.csv'))) {
      inForce.set(nameOf(line), rowOf(line));
    }
    const release = JSON.parse(readFileSync(join(folder, `${version}.json`), 'utf8')) as {
      readonly date: string;
      readonly catalogue: Catalogue;
    };
    return {
      version,
      book: { catalogue: release.catalogue, date: release.date, rows: [...inForce.values()] },
    };
  });
}
