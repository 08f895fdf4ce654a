/** The documents of PxWebApi 2: a table in a list, its metadata and its data as JSON-stat 2.0. */
import { JSONSTAT_WORDS } from '#app/_words/jsonstat.ts';
import { PXWEB_WORDS } from '#app/_words/pxweb.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { METRICS } from '../jsonstat/dimensions.ts';
import { fillCube, statusLabels } from '../jsonstat/jsonstat.ts';
import { rowWriter } from '../row.ts';
import { CONTENTS, TIME_VARIABLE, type PxSelection, type PxTable, type PxVariable } from './table.ts';

const updated = ({ release }: PxTable): string => `${release.date}T00:00:00Z`;

/** `base` is the address of the interface for this release. */
const linksOf = ({ indicator, language }: PxTable, base: string) => {
  const table = `${base}/tables/${indicator.id}`;
  const link = (rel: string, href: string) => ({ rel, hreflang: language, href: `${href}?lang=${language}` });
  return [link('self', table), link('metadata', `${table}/metadata`), link('data', `${table}/data`)];
};

const TIME_UNITS = { 'calendar-year': 'Annual', 'us-fiscal-year': 'Annual', month: 'Monthly' } as const;

/** A table as it stands in the list of tables. */
export function tableEntry(table: PxTable, base: string): object {
  const { indicator, language, variables, source } = table;
  const periods = variables.find(({ id }) => id === TIME_VARIABLE)?.values ?? [];
  const [basis] = indicator.bases;
  return {
    type: 'Table',
    id: indicator.id,
    label: `${indicator.title[language]} (${indicator.unit.label[language]})`,
    description: indicator.definition[language],
    updated: updated(table),
    firstPeriod: periods[0]?.[0] ?? '',
    lastPeriod: periods.at(-1)?.[0] ?? '',
    category: 'public',
    variableNames: variables.map(({ label }) => label),
    source,
    discontinued: false,
    timeUnit: TIME_UNITS[basis as keyof typeof TIME_UNITS] ?? 'Other',
    paths: [],
    links: linksOf(table, base),
  };
}

function dimensionOf({ id, label, values, total }: PxVariable, codes: readonly string[], table: PxTable) {
  const { indicator } = table;
  const labels = new Map(values);
  const unit = { base: indicator.unit.code, decimals: indicator.decimals };
  return {
    label,
    category: {
      index: Object.fromEntries(codes.map((code, i) => [code, i])),
      label: Object.fromEntries(codes.map((code) => [code, labels.get(code) ?? code])),
      ...(id === CONTENTS && { unit: Object.fromEntries(codes.map((code) => [code, unit])) }),
    },
    extension: {
      elimination: total !== null,
      ...(total !== null && { eliminationValueCode: total }),
      show: 'code_value',
    },
  };
}

/** What metadata and data have in common. */
function dataset(table: PxTable, selection: PxSelection, notes: readonly string[], address: string) {
  const { indicator, language, variables, source } = table;
  return {
    version: '2.0',
    class: 'dataset',
    href: address,
    label: indicator.title[language],
    source,
    updated: updated(table),
    note: [
      indicator.definition[language],
      JSONSTAT_WORDS[language].hedge,
      ...indicator.notes.map(({ text }) => text[language]),
      ...notes,
    ],
    role: { time: [TIME_VARIABLE], geo: ['area'], metric: [CONTENTS] },
    id: variables.map(({ id }) => id),
    size: variables.map(({ id }) => selection.get(id)?.length ?? 0),
    dimension: Object.fromEntries(
      variables.map((variable) => [
        variable.id,
        dimensionOf(variable, selection.get(variable.id) ?? [], table),
      ]),
    ),
  };
}

/** The variables of a table with all their values; a reader of the metadata finds no numbers in it. */
export function metadataDocument(table: PxTable, address: string): object {
  const all = new Map(table.variables.map(({ id, values }) => [id, values.map(([code]) => code)]));
  const { indicator, release, language } = table;
  return {
    ...dataset(table, all, [], address),
    extension: {
      px: { tableid: indicator.id, language, decimals: indicator.decimals, 'official-statistics': false },
      release: release.version,
    },
  };
}

/** The numbers of a selection in the order of its places, each place with its contents; null without a figure. */
export interface PxCube {
  readonly numbers: readonly (number | null)[];
  /** Hedges and gaps, by the position of their number. */
  readonly status: Readonly<Record<string, string>>;
  readonly cells: ReadonlyMap<number, Cell>;
  /** Figures that a source gives for a place that has one already. */
  readonly duplicates: number;
}

export function cubeOf({ variables }: PxTable, selection: PxSelection, answer: Comparison): PxCube {
  const places = variables.filter(({ id }) => id !== CONTENTS);
  const contents = selection.get(CONTENTS) ?? [];
  const indexes = places.map(({ id }) => new Map((selection.get(id) ?? []).map((code, i) => [code, i])));
  const size = indexes.reduce((product, index) => product * index.size, 1);
  const placeOf = (cell: Cell): number | null => {
    let at = 0;
    for (const [i, { codeOf }] of places.entries()) {
      const index = indexes[i]?.get(codeOf(cell));
      if (index === undefined) return null;
      at = at * (indexes[i]?.size ?? 0) + index;
    }
    return at;
  };
  const taken = new Map<number, Cell>();
  let duplicates = 0;
  for (const cell of answer.cells) {
    if (cell.computed !== null || cell.gap?.code === 'not-on-file') continue;
    const at = placeOf(cell);
    if (at === null) continue;
    if (taken.has(at)) duplicates += 1;
    else taken.set(at, cell);
  }
  const toRow = rowWriter(answer);
  const cells = [...taken];
  const { values, status } = fillCube(
    cells.map(([, cell]) => toRow(cell)),
    cells.map(([at]) => at * METRICS.length),
  );
  // The whole cube has all metrics; the selection may have fewer of them, in an order of its own.
  const order = contents.map((code) => METRICS.findIndex((metric) => metric === code));
  const numbers: (number | null)[] = [];
  const own: Record<string, string> = {};
  for (let place = 0; place < size; place += 1) {
    for (const metric of order) {
      const at = place * METRICS.length + metric;
      const word = status[at];
      if (word !== undefined) own[numbers.length] = word;
      numbers.push(values.get(at) ?? null);
    }
  }
  return { numbers, status: own, cells: taken, duplicates };
}

/** The numbers of a selection; places without a figure on file are null. */
export function dataDocument(
  table: PxTable,
  selection: PxSelection,
  answer: Comparison,
  { address, csv }: { readonly address: string; readonly csv: string },
): object {
  const { numbers, status, duplicates } = cubeOf(table, selection, answer);
  const notes = duplicates > 0 ? [PXWEB_WORDS[table.language].duplicates(duplicates, csv)] : [];
  return {
    ...dataset(table, selection, notes, address),
    value: numbers,
    ...(numbers.length > 0 && Object.keys(status).length > 0 && { status }),
    extension: {
      px: { tableid: table.indicator.id, language: table.language, decimals: table.indicator.decimals },
      release: table.release.version,
      status: { label: statusLabels(status, table.language) },
    },
  };
}
