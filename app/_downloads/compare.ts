/**
 * Several indicators as downloads. CSV of two: one row a pair, the columns of each side with its number; of more:
 * the rows of all, one indicator after the other, in the columns of every other file. JSON: each side whole, as
 * its own address gives it, and which rows meet.
 */
import { quote } from '#stats/csv.ts';
import type { PairHalf, LeftOut, Paired } from '#stats/pairing/pairs.ts';
import { pairsOf } from '#stats/pairing/pairs.ts';
import { pairComparability } from '#stats/pairing/comparability.ts';
import { LEAST_PAIRS, rankCorrelation } from '#stats/pairing/rank-correlation.ts';
import type { Comparability } from '#stats/comparability/verdict.ts';
import { significant } from '#stats/number.ts';
import { yearOf } from '#stats/time/period.ts';
import { formatQuery } from '#stats/query/query.ts';
import { COLUMN_NAMES, DOWNLOAD_COLUMNS, type DownloadColumn, type CsvRow } from './columns.ts';
import { formatLine, guard } from './csv-text.ts';
import { csvRowOf, formatCsv } from './csv.ts';
import { jsonTexts } from './json.ts';
import { rowWriter } from './row.ts';

/** What two indicators are together. */
export interface PairedResult extends Paired {
  readonly comparability: Comparability;
  /** Spearman's, over pairs of one period that both have one number; null where it would say nothing. */
  readonly rankCorrelation: { readonly r: number; readonly pairs: number } | null;
}

/** @returns null for more than two */
export function pairIndicators(halves: readonly PairHalf[]): PairedResult | null {
  const [first, second] = halves;
  if (!first || !second || halves.length > 2) return null;
  const two = [first, second] as const;
  const paired = pairsOf(two);
  const periods = new Set(paired.pairs.map(({ cells }) => cells[0].period.end));
  const numbers = paired.pairs.flatMap(({ cells: [a, b] }): (readonly [number, number])[] => {
    const [x, y] = [a.stated?.value ?? null, b.stated?.value ?? null];
    return x === null || y === null ? [] : [[x, y]];
  });
  const r = periods.size === 1 && numbers.length >= LEAST_PAIRS ? rankCorrelation(numbers) : null;
  return {
    ...paired,
    comparability: pairComparability(two, paired.pairs),
    rankCorrelation: r === null ? null : { r: significant(r), pairs: numbers.length },
  };
}

/** The document at `/data/{release}/compare.json`, but for its sides, which are documents themselves. */
interface CompareHead {
  readonly format: 'cotejo-compare';
  readonly version: 1;
  readonly address: string;
}

/** A pair as positions of its rows in either side. */
interface PairOfRows {
  readonly place: string;
  readonly rows: readonly [number, number];
}

/** The address at which a side is answered alone. */
const addressOf = ({ comparison }: PairHalf): string => {
  const { release, indicator, query, language } = comparison;
  const search = [formatQuery(query, indicator), language === 'en' ? '' : `lang=${language}`];
  const text = search.filter(Boolean).join('&');
  return `/data/${release.version}/${indicator.id}.json${text && `?${text}`}`;
};

/** The text of the document. */
export function formatCompareJson(halves: readonly PairHalf[], address: string): string {
  const head: CompareHead = { format: 'cotejo-compare', version: 1, address };
  const together = pairIndicators(halves);
  const sides = halves.map(
    (half) =>
      `\n{"place":${JSON.stringify(half.place)},"answer":${[...jsonTexts(half.comparison, addressOf(half))].join('').trimEnd()}}`,
  );
  const at = halves.map(({ comparison }) => new Map(comparison.cells.map((cell, i) => [cell, i])));
  const pairs = together?.pairs.map(({ place, cells }): PairOfRows => ({
    place,
    rows: [at[0]?.get(cells[0]) ?? -1, at[1]?.get(cells[1]) ?? -1],
  }));
  const rest = together && {
    alignment: together.alignment,
    comparability: together.comparability,
    rankCorrelation: together.rankCorrelation,
    pairs: pairs ?? [],
    leftOut: together.leftOut satisfies readonly LeftOut[],
  };
  const open = JSON.stringify(head).slice(0, -1);
  return `${open},"sides":[${sides.join(',')}\n],"together":${JSON.stringify(rest)}}\n`;
}

/** Columns that the two rows of a pair share; the others stand twice, with the number of their side. */
const OF_THE_PAIR: readonly string[] = ['Entity', 'Code', 'Year', 'release'];
const OWN_COLUMNS = COLUMN_NAMES.filter((name) => !OF_THE_PAIR.includes(name));
const columnOf = (name: keyof CsvRow): DownloadColumn<unknown> => DOWNLOAD_COLUMNS[name];

/** The whole file. */
export function formatCompareCsv(halves: readonly PairHalf[]): string {
  const together = pairIndicators(halves);
  if (!together) {
    return halves
      .map(({ comparison }, i) => {
        const text = formatCsv(comparison);
        return i === 0 ? text : text.slice(text.indexOf('\n') + 1);
      })
      .join('');
  }
  const writers = halves.map(({ comparison }) => rowWriter(comparison));
  const header = ['Entity', 'Code', 'Year', 'alignment', 'release'];
  const names = [...header, ...[1, 2].flatMap((n) => OWN_COLUMNS.map((name) => `${name}_${n}`))];
  const lines = together.pairs.map(({ place, cells }) => {
    const [first] = halves;
    const areas = halves.flatMap(({ comparison }) => comparison.areas);
    const language = first?.comparison.language ?? 'en';
    const shared = [
      guard(areas.find((area) => area.code === place)?.name[language] ?? place),
      place,
      String(yearOf(cells[0].period) ?? ''),
      together.alignment.kind,
      first?.comparison.release.version ?? '',
    ];
    const own = cells.flatMap((cell, i) => {
      const row = csvRowOf(writers[i]!(cell), language);
      return OWN_COLUMNS.map((name) => columnOf(name).format(row[name]));
    });
    return `${[...shared, ...own].map(quote).join(',')}\n`;
  });
  return formatLine(names) + lines.join('');
}
