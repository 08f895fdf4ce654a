/**
 * The statement that writes the lines of some series of an answer, in order. Text that is the same in all
 * lines of a series is bound once per series; the columns of each row are added to it.
 */
import { plainNumber } from '../../../stats/number.ts';
import type { Language } from '../../../stats/language.ts';
import { smallAreas } from '../../../stats/comparability/few-cases.ts';
import type { SeriesKey } from '../../../stats/model/observation.ts';
import { hasParts, TABLE_OF } from '../../schema/tables.ts';
import { bindPoint, inForce } from '../../schema/validity.ts';
import type { ReleaseIndex } from '../../releases.ts';
import { binder } from '../sql/fragment.ts';
import { timeFilter } from '../sql/where.ts';
import { unroundableNumbers, lineCells, type RowColumn } from './columns.ts';
import type { Plan } from '../plan/plan.ts';
import type { Statement } from '../sql/statement.ts';

/** The parts of a line from left to right, each exactly as it is written to the file. */
export type LinePart =
  /** The same in every line. */
  | { readonly text: string }
  /** The same in every line of a series: the index of the text in `textsOf`. */
  | { readonly series: number }
  | { readonly row: RowColumn };

export interface LineForm {
  readonly language: Language;
  readonly parts: readonly LinePart[];
  /** The texts of a series. */
  readonly textsOf: (series: SeriesKey) => readonly string[];
  readonly editionText: (edition: string) => string;
}

/** A series with its database key and its codes. */
export interface CsvSeries {
  readonly id: number;
  readonly key: SeriesKey;
}

/** At most this many editions are named in the statement; the names of others are looked up for each row. */
const MOST_NAMED = 16;

/** The types of the lists of series that are not texts. */
const LIST_TYPES: Readonly<Record<string, string>> = { id: 'int[]', few_people: 'int[]' };

/** The statements for a piece of an answer. Their last parameters are the series of the piece. */
export interface PieceStatements {
  /** The lines of the series as one text, and the number of rows that could not be written. */
  readonly joined: string;
  /** The same lines, one per row. */
  readonly apart: string;
  parametersFor(series: readonly CsvSeries[], unroundable: readonly number[]): never[];
}

export function pieceStatements(plan: Plan, index: ReleaseIndex, form: LineForm): PieceStatements {
  const { bind, parameters } = binder();
  const release = bindPoint(bind, index.point);
  const time = timeFilter(plan, bind)('f');
  const table = TABLE_OF[plan.indicator.measure];
  const parts = hasParts(plan.indicator.measure);
  const small = smallAreas(index.catalogue.areas);
  const editions = likelyEditions(plan, index).map((id) => ({
    id: bind(index.editions.idOf.get(id), 'int'),
    text: bind(form.editionText(id), 'text'),
  }));
  const texts = form.parts.map((part) => ('text' in part ? bind(part.text, 'text') : ''));
  // The parameters that are bound again for each piece.
  const next = (n: number, cast: string): string => `$${parameters.length + n}::${cast}`;
  const unroundable = { numbers: next(1, 'float8[]'), texts: next(2, 'text[]') };
  const cells = lineCells({
    indicator: plan.indicator,
    bases: plan.query.basis,
    language: form.language,
    parts,
    unroundable,
    fewPeople: 's.few_people = 1',
    editions,
  });
  const line = form.parts
    .map((part, i) =>
      'text' in part ? texts[i] : 'row' in part ? `(${cells[part.row]})` : `s.t${part.series}`,
    )
    .join('\n|| ');
  const kinds = form.parts.flatMap((part) => ('series' in part ? [part.series] : []));
  const columns = ['id', 'basis', 'few_people', ...kinds.map((kind) => `t${kind}`)];
  const lists = columns.map((name, i) => next(3 + i, LIST_TYPES[name] ?? 'text[]')).join(', ');
  const series = `unnest(${lists}) with ordinality as s(${columns.join(', ')}, n)`;
  const inSeries = `f.series_id = s.id and ${inForce('f', release)}${time}`;
  const lines = `select ${line} as line from ${table} f where ${inSeries} order by f.period_end, f.period_start`;
  return {
    joined: `select string_agg(x.lines, '' order by s.n), sum(x.missing) from ${series}
cross join lateral (select string_agg(l.line, '') as lines, count(*) - count(l.line) as missing from (${lines}) l) x`,
    apart: `select l.line from ${series} cross join lateral (${lines}) l`,
    parametersFor: (some, known) => {
      const written = some.map(({ key }) => form.textsOf(key));
      return [
        ...parameters,
        known,
        known.map(plainNumber),
        some.map((entry) => entry.id),
        some.map((entry) => entry.key.basis),
        some.map(({ key }) => (small.has(key.area) || small.has(key.counterpart) ? 1 : 0)),
        ...kinds.map((kind) => written.map((texts) => texts[kind] ?? '')),
      ] as never[];
    },
  };
}

/** The numbers in the rows of some series that `stats` has to write. */
export function unroundableNumbersIn(
  plan: Plan,
  index: ReleaseIndex,
  series: readonly CsvSeries[],
): Statement {
  const { bind, parameters } = binder();
  const columns = [
    'f.value',
    'f.low',
    'f.high',
    ...(hasParts(plan.indicator.measure) ? ['f.numerator', 'f.denominator'] : []),
  ];
  const ids = bind(
    series.map((entry) => entry.id),
    'int[]',
  );
  const text = `select distinct h.number from ${TABLE_OF[plan.indicator.measure]} f cross join lateral (${unroundableNumbers(columns)}) h
     where f.series_id = any(${ids}) and ${inForce('f', bindPoint(bind, index.point))}${timeFilter(plan, bind)('f')}`;
  return { text, parameters };
}

/** The newest editions of the sources of the query. */
function likelyEditions({ query, indicator }: Plan, { catalogue, editions }: ReleaseIndex): string[] {
  const sources = new Set(query.source.length > 0 ? query.source : indicator.sources);
  return catalogue.editions
    .filter((edition) => sources.has(edition.source) && editions.idOf.has(edition.id))
    .map((edition) => edition.id)
    .slice(-MOST_NAMED);
}
