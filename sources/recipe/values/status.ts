/**
 * The status of a figure in a column of its own: the codes of SDMX (OBS_STATUS) and the flags of Eurostat, or those
 * that the recipe lists. A status is a note on its figure; the status of a cell without a number is the reason why.
 */
import type { StoredGap } from '#stats/model/gap.ts';
import type { Footnote } from './cell.ts';
import type { SayCell } from './column-reader.ts';
import type { HeaderColumns, SourceRow } from '../rows/row.ts';
import type { FigureRecipe } from '../schema/shape.ts';

export interface StatusFound {
  readonly notes: readonly Footnote[];
  /** Why a cell without a number has none. */
  readonly gap: StoredGap | null;
}

/** Null after a fault was reported. */
export type StatusOf = (row: SourceRow, say: SayCell) => StatusFound | null;

const note = (en: string, es: string): StatusFound => ({ notes: [{ en, es, mandatory: false }], gap: null });
const gap = (code: StoredGap): StatusFound => ({ notes: [], gap: code });
const NOTHING: StatusFound = { notes: [], gap: null };

const BREAK = note('Break in the series, says the source.', 'Ruptura de la serie, según la fuente.');
const DEFINITION = note(
  'The definition differs, says the source.',
  'La definición difiere, según la fuente.',
);
const ESTIMATED = note('Estimated, says the source.', 'Cifra estimada, según la fuente.');
const FORECAST = note('A forecast of the source.', 'Previsión de la fuente.');
const IMPUTED = note('Imputed by the source.', 'Imputada por la fuente.');
const PROVISIONAL = note('Provisional, says the source.', 'Cifra provisional, según la fuente.');
const UNRELIABLE = note('Of low reliability, says the source.', 'Poco fiable, según la fuente.');
const NOT_SIGNIFICANT = note('Not significant, says the source.', 'No significativa, según la fuente.');

/** Capitals are SDMX's CL_OBS_STATUS, small letters Eurostat's flags. */
const USUAL: ReadonlyMap<string, StatusFound> = new Map([
  ['', NOTHING],
  ['A', NOTHING],
  ['B', BREAK],
  ['D', DEFINITION],
  ['E', ESTIMATED],
  ['F', FORECAST],
  ['G', note('An experimental figure, says the source.', 'Cifra experimental, según la fuente.')],
  ['H', gap('not-published')],
  ['I', IMPUTED],
  [
    'K',
    note('Included in another category, says the source.', 'Incluida en otra categoría, según la fuente.'),
  ],
  ['L', gap('not-published')],
  ['M', gap('not-applicable')],
  ['N', NOT_SIGNIFICANT],
  ['O', gap('not-published')],
  ['P', PROVISIONAL],
  ['Q', gap('suppressed')],
  ['U', UNRELIABLE],
  ['V', note('Not validated, says the source.', 'Sin validar, según la fuente.')],
  ['b', BREAK],
  ['c', gap('suppressed')],
  ['d', DEFINITION],
  ['e', ESTIMATED],
  ['f', FORECAST],
  ['i', NOTHING],
  ['n', NOT_SIGNIFICANT],
  ['p', PROVISIONAL],
  ['r', note('Revised by the source.', 'Revisada por la fuente.')],
  ['s', note('An estimate of Eurostat.', 'Estimación de Eurostat.')],
  ['u', UNRELIABLE],
  ['z', gap('not-applicable')],
]);

/** The status of a text, or of its letters one by one (`bu`); undefined if any is unknown. */
function found(text: string, known: ReadonlyMap<string, StatusFound>): StatusFound | undefined {
  const whole = known.get(text);
  if (whole) return whole;
  const letters = text.split(/[\s,;]*/).map((letter) => known.get(letter));
  if (letters.length < 2 || letters.some((status) => status === undefined)) return undefined;
  const all = letters.flatMap((status) => status ?? []);
  return {
    notes: all.flatMap(({ notes }) => notes),
    gap: all.find((status) => status.gap !== null)?.gap ?? null,
  };
}

export function statusRole(status: FigureRecipe['status'], columns: HeaderColumns): StatusOf {
  if (status === undefined) return () => NOTHING;
  const { column, codes = {} } = typeof status === 'string' ? { column: status } : status;
  const at = columns.find(column);
  const own = Object.entries(codes).map(([text, meaning]): [string, StatusFound] => [
    text,
    meaning === 'none' ? NOTHING : typeof meaning === 'string' ? gap(meaning) : note(meaning.en, meaning.es),
  ]);
  const known = new Map([...USUAL, ...own]);
  const memory = new Map<string, StatusFound | undefined>();
  return (row, say) => {
    const text = (row.cells[at] ?? '').trim();
    if (!memory.has(text)) memory.set(text, found(text, known));
    const meaning = memory.get(text);
    if (meaning) return meaning;
    say(row, at, {
      rule: 'is not a known status',
      advice: 'say what it means under codes of status: a gap, none, or a note { en: ..., es: ... }',
    });
    return null;
  };
}
