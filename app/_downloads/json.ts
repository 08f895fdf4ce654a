/**
 * A comparison as JSON, whole: the browser rebuilds the comparison from it and draws what the server drew.
 */
import { subjectsOf } from '#stats/comparability/subject.ts';
import { comparabilityOf, type Comparability } from '#stats/comparability/verdict.ts';
import { severalSources, type SeveralSources } from '#stats/several-sources.ts';
import type { Comparison } from '#stats/comparison.ts';
import { cellOf, rowsOf, type Row } from './row.ts';

/** What is worked out from the figures: for programs, which need not know our rules. */
interface Judged {
  /** Whether the series may be laid side by side, and why not, or not without a note. */
  readonly comparability: Comparability;
  /**
   * How far apart several sources are, and whether a conclusion depends on them; null with one source, and for
   * more cells than a page draws.
   */
  readonly dependence: SeveralSources | null;
}

/** The document at `/data/{release}/{indicator}.json`. */
export interface ComparisonDocument extends Omit<Comparison, 'cells'>, Judged {
  readonly format: 'cotejo-comparison';
  readonly version: 1;
  /** The canonical address of this document, without origin. */
  readonly address: string;
  readonly rows: readonly Row[];
}

/** The text of the document; one row to a line, so that two releases can be compared with `diff`. */
export function formatJson({ cells, ...comparison }: Comparison, address: string): string {
  const { release, language, query, indicator, ...rest } = comparison;
  const head = { format: 'cotejo-comparison', version: 1, release, language, address, query, indicator };
  const judged: Judged = {
    comparability: comparabilityOf(subjectsOf({ ...comparison, cells }), comparison.breaks),
    dependence: severalSources({ ...comparison, cells }),
  };
  const rows = rowsOf({ ...comparison, cells }).map((row) => `\n${JSON.stringify(row)}`);
  const open = JSON.stringify({ ...head, ...rest, ...judged }).slice(0, -1);
  return `${open},"rows":[${rows.join(',')}${rows.length > 0 ? '\n' : ''}]}\n`;
}

/** The comparison of a document; undoes `formatJson`. Throws a plain Error for any other document. */
export function comparisonFromJson(document: ComparisonDocument): Comparison {
  const { format, version, address: _, comparability: _judged, dependence: _asked, rows, ...rest } = document;
  if (format !== 'cotejo-comparison' || version !== 1) throw new Error('json: not a comparison of version 1');
  return { ...rest, cells: rows.map(cellOf) };
}
