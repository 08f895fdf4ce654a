/** Rows of evidence as CSV: a name and a value for each column, in the order of the first row. */
import { plainNumber } from '#stats/number.ts';
import { formatLine, guard } from '../csv-text.ts';

export type EvidenceRow = Readonly<Record<string, string | number | null>>;

const cellText = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'string') return guard(value);
  return Number.isFinite(value) ? plainNumber(value) : '';
};

/** The whole file; without rows it is empty. */
export function formatRows(rows: readonly EvidenceRow[]): string {
  const [first] = rows;
  if (!first) return '';
  const names = Object.keys(first);
  return [names, ...rows.map((row) => names.map((name) => cellText(row[name] ?? null)))]
    .map(formatLine)
    .join('');
}
