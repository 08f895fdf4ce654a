/**
 * Downloads of several indicators. CSV of two: a row for each pair, with the columns of each side numbered.
 * CSV of more: the rows of all, one indicator after another, in the columns of every other file. JSON: each
 * side as its own address returns it, and which rows form pairs.
 */
import { pairIndicators, verdictOnPairs } from '#stats/pairing/pair-indicators.ts';
import type { PairHalf, LeftOut } from '#stats/pairing/pairs.ts';
import { yearOf } from '#stats/time/period.ts';
import { formatQuery } from '#stats/query/query.ts';
import { quote } from '#stats/csv.ts';
import { COLUMN_NAMES, DOWNLOAD_COLUMNS, type DownloadColumn, type CsvRow } from './columns.ts';
import { formatLine, guard } from './csv-text.ts';
import { csvRowOf, formatCsv } from './csv.ts';
import { jsonTexts } from './json.ts';
import { rowWriter } from './row.ts';

/** The document at `/data/{release}/compare.json`, without its sides, which are separate documents. */
interface CompareHead {
  readonly format: 'cotejo-compare';
  readonly version: 1;
  readonly address: string;
}

/** A pair, as the indexes of its rows in each side. */
interface PairOfRows {
  readonly place: string;
  readonly rows: readonly [number, number];
}

/** The address that returns a side alone. */
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
    comparability: verdictOnPairs(together),
    rankCorrelation: together.rankCorrelation,
    pairs: pairs ?? [],
    leftOut: together.leftOut satisfies readonly LeftOut[],
  };
  const open = JSON.stringify(head).slice(0, -1);
  return `${open},"sides":[${sides.join(',')}\n],"together":${JSON.stringify(rest)}}\n`;
}

/** Columns that the two rows of a pair share; the others appear twice, with the number of their side. */
const OF_THE_PAIR: readonly string[] = ['Entity', 'Code', 'Year', 'release'];
const OWN_COLUMNS = COLUMN_NAMES.filter((name) => !OF_THE_PAIR.includes(name));
const columnOf = (name: keyof CsvRow): DownloadColumn<unknown> => DOWNLOAD_COLUMNS[name];

/** The columns of a side in the narrow form: the figure with its hedge, and where it is from. */
const NARROW_COLUMNS = [
  'indicator',
  'unit',
  'period',
  'value',
  'low',
  'high',
  'qualifier',
  'gap',
  'computed',
  'source',
  'locator',
] as const satisfies readonly (keyof CsvRow)[];

/** The whole file; in the narrow form (`shape=narrow`) with the columns that a reader looks at first. */
export function formatCompareCsv(halves: readonly PairHalf[], isNarrow = false): string {
  const columns: readonly (keyof CsvRow)[] = isNarrow ? NARROW_COLUMNS : OWN_COLUMNS;
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
  const names = [...header, ...[1, 2].flatMap((n) => columns.map((name) => `${name}_${n}`))];
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
      return columns.map((name) => columnOf(name).format(row[name]));
    });
    return `${[...shared, ...own].map(quote).join(',')}\n`;
  });
  return formatLine(names) + lines.join('');
}
