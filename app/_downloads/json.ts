/**
 * A comparison as JSON, complete: the browser rebuilds the comparison from it and draws the same chart as the
 * server.
 */
import type { CellParts } from '#stats/evidence/evidence.ts';
import { verdictOn } from '#stats/comparability/notice.ts';
import type { Comparability } from '#stats/comparability/verdict.ts';
import { severalSources } from '#stats/sources/disagreement.ts';
import type { JudgedComparison, SeveralSources } from '#stats/sources/several-sources.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { memoizeByObject } from '#stats/memoize.ts';
import { bytesOf } from './bytes.ts';
import { jsonRowWriter } from './json-rows.ts';
import type { Cell } from '#stats/model/observation.ts';
import { partRows, type PartFields } from './part-rows.ts';
import { cellOf, rowWriter, type DownloadRow } from './row.ts';

/** Conclusions from the figures, for programs that do not know Cotejo's rules. */
interface Judged {
  /** Whether the series may be laid side by side, and why not, or not without a note; null with fewer than two figures. */
  readonly comparability: Comparability | null;
  /**
   * How far apart several sources are, and whether a conclusion depends on them; null with a single source,
   * and for more cells than a page draws.
   */
  readonly dependence: SeveralSources | null;
}

/** The document at `/data/{release}/{indicator}.json`. Frozen; checked by tests/app/_downloads/json.test.ts. */
export interface ComparisonDocument
  extends Omit<Comparison, 'cells' | 'divisors' | 'doubts' | 'releaseOf'>, Judged {
  readonly format: 'cotejo-comparison';
  readonly version: 1;
  /** The canonical address of this document, without origin. */
  readonly address: string;
  readonly rows: readonly DownloadRow[];
  /** For a ratio: the rows that those shown were divided by, in the unit of their own indicator. */
  readonly divisors?: readonly DownloadRow[];
  /** With `parts=yes`: what each computed figure was made from. */
  readonly parts?: readonly (PartFields & DownloadRow)[];
}

/** The document as UTF-8, with each row on its own line, so that two releases can be compared with `diff`. */
export const formatJson = (
  comparison: JudgedComparison,
  address: string,
  parts: readonly CellParts[] | null = null,
): Buffer => bytesOf(jsonTexts(comparison, address, parts));

/** The data of a release never change, so their text is written once. */
const releaseText: (thing: object) => string = memoizeByObject((thing: object) => JSON.stringify(thing));
const list = (things: readonly object[]): string => `[${things.map(releaseText).join(',')}]`;

/** The texts that the document is made of, one after another. */
export function* jsonTexts(
  comparison: JudgedComparison,
  address: string,
  parts: readonly CellParts[] | null = null,
): Generator<string> {
  const { release, language, query, indicator, areas, dimensions, sources, editions, breaks, cells } =
    comparison;
  // What one release says may be compared; what several say of one figure is not.
  const judged: Judged = comparison.releaseOf
    ? { comparability: null, dependence: null }
    : {
        comparability: verdictOn(comparison),
        dependence: comparison.dependence === undefined ? severalSources(comparison) : comparison.dependence,
      };
  yield `{"format":"cotejo-comparison","version":1,"release":${releaseText(release)},"language":"${language}","address":${JSON.stringify(address)},`;
  yield `"query":${JSON.stringify(query)},"indicator":${releaseText(indicator)},"areas":${list(areas)},"dimensions":${list(dimensions)},`;
  yield `"sources":${list(sources)},"editions":${list(editions)},"breaks":${list(breaks)},${JSON.stringify(judged).slice(1, -1)},"rows":[`;
  const write = jsonRowWriter(comparison);
  let before = '\n';
  for (const cell of cells) {
    yield before + write(cell);
    before = ',\n';
  }
  yield cells.length > 0 ? '\n]' : ']';
  const { divisors, divisor } = comparison;
  if (divisors) yield `,"divisors":${JSON.stringify(divisorRows(comparison, divisors))}`;
  if (divisor) yield `,"divisor":${releaseText(divisor)}`;
  if (parts) yield* partTexts(comparison, parts);
  yield '}\n';
}

/** The parts of computed figures, each on its own line. */
function* partTexts(comparison: Comparison, parts: readonly CellParts[]): Generator<string> {
  yield ',"parts":[';
  let before = '\n';
  for (const rows of partRows(comparison, parts).values()) {
    for (const { row, fields } of rows) {
      yield before + JSON.stringify({ ...fields, ...row });
      before = ',\n';
    }
  }
  yield '\n]';
}

/** Divisors are written as they were published. */
function divisorRows(comparison: Comparison, divisors: readonly Cell[]): DownloadRow[] {
  const { indicator, divisor = indicator, query } = comparison;
  const asPublished = { ...comparison, indicator: divisor, query: { ...query, transform: null } };
  return divisors.map(rowWriter(asPublished));
}

/** The comparison of a document; undoes `formatJson`. Throws a plain Error for any other document. */
export function comparisonFromJson(document: ComparisonDocument): JudgedComparison {
  const { format, version, address: _, comparability: _judged, ...written } = document;
  const { rows, divisors, parts: _parts, ...rest } = written;
  if (format !== 'cotejo-comparison' || version !== 1) throw new Error('json: not a comparison of version 1');
  return { ...rest, cells: rows.map(cellOf), ...(divisors && { divisors: divisors.map(cellOf) }) };
}
