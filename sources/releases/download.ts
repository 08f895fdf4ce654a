/**
 * Reads a file that was downloaded from a Cotejo site, as far as checking it needs. CSV is read by its
 * header, because columns are only ever appended; the guard against spreadsheet formulas is removed.
 */
import { parse } from 'csv-parse/sync';
import { plainNumber } from '#stats/number.ts';
import { isForSpreadsheet, plainCell, separatorOf, SHOWN_DIGITS } from './spreadsheet-download.ts';
import type { VerifyReport } from './verify.ts';

export interface Download {
  /** As stated in the file; CSV files do not have it. */
  readonly address: string | null;
  readonly rows: readonly VerifyReport[];
}

const TEXTS = [
  'indicator',
  'counterpart',
  'breakdown',
  'definition',
  'period',
  'basis',
  'value',
  'low',
  'high',
] as const;
const MORE = [
  'qualifier',
  'numerator',
  'denominator',
  'gap',
  'computed',
  'source',
  'edition',
  'locator',
  'attributed_to',
  'printed',
  'status',
  'release',
] as const;

const unguarded = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

function toldOf(cells: Readonly<Record<string, string>>, line: number): VerifyReport {
  const cell = (name: string): string => unguarded(cells[name] ?? '');
  const entries = [...TEXTS, ...MORE].map((name) => [name, cell(name)]);
  return {
    ...(Object.fromEntries(entries) as Omit<VerifyReport, 'area' | 'line' | 'transform'>),
    area: cell('Code'),
    transform: cell('transform'),
    line,
  };
}

/** A JSON value in its CSV form. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return plainNumber(value);
  if (Array.isArray(value)) return value.join('~');
  return typeof value === 'object' ? String((value as { code?: unknown }).code ?? '') : String(value);
}

const COMPARED =
  'compares indicators, which is not verified: download each of them from its own address, and verify those';

/** Reads a CSV or JSON file. @throws Error for a file that is neither of our formats */
export function readDownload(text: string): Download {
  if (text.trimStart().startsWith('{')) {
    const document = JSON.parse(text) as {
      format?: string;
      address?: string;
      rows?: Record<string, unknown>[];
      release?: { version?: string };
    };
    if (document.format === 'cotejo-compare') throw new Error(COMPARED);
    if (document.format !== 'cotejo-comparison' || !document.rows)
      throw new Error('is JSON, but not a comparison from Cotejo');
    const rows = document.rows.map((row, i) =>
      toldOf(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, textOf(value)])), i + 2),
    );
    return { address: document.address ?? null, rows };
  }
  const forSpreadsheet = isForSpreadsheet(text);
  const delimiter = separatorOf(text);
  const [header = [], ...lines]: string[][] = parse(text, { bom: true, delimiter, relax_column_count: true });
  if (header.includes('indicator_1') && header.includes('alignment')) throw new Error(COMPARED);
  for (const name of ['Entity', 'Code', 'indicator', 'period', 'value', 'release'])
    if (!header.includes(name)) throw new Error(`is not a CSV file from Cotejo: it has no column ${name}`);
  const plain = forSpreadsheet ? plainCell : (_name: string, cell: string) => cell;
  const rows = lines.map((cells, i) => ({
    ...toldOf(Object.fromEntries(header.map((name, at) => [name, plain(name, cells[at] ?? '')])), i + 2),
    ...(forSpreadsheet && { digits: SHOWN_DIGITS }),
  }));
  return { address: null, rows };
}
