/**
 * CSV version 1: the columns of a download in their order, what each means, and how it is written and read.
 * Columns are only ever appended.
 */
import type { Gap, GapCode } from '#stats/model/gap.ts';
import type { Text } from '#stats/language.ts';
import { plainNumber } from '#stats/number.ts';
import { guard, unguard } from './csv-text.ts';
import type { MemberCodes, DownloadRow } from './row.ts';

/** A row as a CSV file holds it: its notes are one text, in the file's language. */
export type CsvRow = Omit<DownloadRow, 'note'> & { readonly note: string };

/** How a value stands in a cell of the file; `parse` undoes `format`. */
interface Form<V> {
  format(value: V): string;
  parse(text: string): V;
}

export interface DownloadColumn<V> extends Form<V> {
  readonly meaning: Text;
}

const text = <V extends string>(): Form<V> => ({ format: guard, parse: (cell) => unguard(cell) as V });

/** A value that may be missing: an empty cell. */
const or = <V>({ format, parse }: Form<V>): Form<V | null> => ({
  format: (value) => (value === null ? '' : format(value)),
  parse: (cell) => (cell === '' ? null : parse(cell)),
});

const number: Form<number> = {
  format: plainNumber,
  parse: Number,
};
const boolean: Form<boolean> = { format: String, parse: (cell) => cell === 'true' };
const list: Form<readonly string[]> = {
  format: (values) => guard(values.join('~')),
  parse: (cell) => (cell === '' ? [] : unguard(cell).split('~')),
};

/** The code of a gap, and after a colon the codes it concerns. @example 'members-missing:GTM~SLV' */
const gap: Form<Gap> = {
  format: ({ code, missing }) => (missing.length > 0 ? `${code}:${missing.join('~')}` : code),
  parse: (cell) => {
    const [code = '', missing] = cell.split(':');
    return { code: code as GapCode, missing: missing ? missing.split('~') : [] };
  },
};

/** `2 of 3`: a slash between them would become a date in a spreadsheet. */
const members: Form<MemberCodes> = {
  format: ({ present, expected }) => `${present} of ${expected}`,
  parse: (cell) => {
    const [present = NaN, expected = NaN] = cell.split(' of ').map(Number);
    return { present, expected };
  },
};

const define = <V>(form: Form<V>, en: string, es: string): DownloadColumn<V> => ({
  ...form,
  meaning: { en, es },
});

// Frozen: a column is only added, behind the last one (docs/rules.md#csv-columns-are-frozen). Guarded by
// tests/app/_downloads/columns.test.ts.
export const DOWNLOAD_COLUMNS: { readonly [Name in keyof CsvRow]: DownloadColumn<CsvRow[Name]> } = {
  Entity: define(text(), 'Name of the area', 'Nombre de la zona'),
  Code: define(
    text(),
    'Code of the area: ISO 3166-1, UN/LOCODE or a group',
    'Código de la zona: ISO 3166-1, UN/LOCODE o un grupo',
  ),
  Year: define(
    or(number),
    'Year in which the period ends, for years only',
    'Año en que termina el periodo, solo para años',
  ),
  indicator: define(text(), 'What is measured', 'Qué se mide'),
  measure: define(text(), 'rate, count, estimate or share', 'rate, count, estimate o share'),
  unit: define(text(), 'Unit of value, low and high', 'Unidad de value, low y high'),
  counterpart: define(
    text(),
    'Second area (nationality, origin); _T all, _Z none',
    'Segunda zona (nacionalidad, origen); _T todas, _Z ninguna',
  ),
  breakdown: define(
    text(),
    'Further codes, dimension=code; _T the total',
    'Otros códigos, dimensión=código; _T el total',
  ),
  definition: define(text(), 'Way of counting', 'Forma de contar'),
  period: define(text(), 'Period, as addresses write it', 'Periodo, como se escribe en las direcciones'),
  period_start: define(or(text()), 'First day; empty where unknown', 'Primer día; vacío si se desconoce'),
  period_end: define(
    or(text()),
    'Last day; empty where unknown or open',
    'Último día; vacío si se desconoce o sigue abierto',
  ),
  basis: define(text(), 'Kind of period', 'Clase de periodo'),
  value: define(or(number), 'The number; shares from 0 to 1', 'El número; proporciones de 0 a 1'),
  low: define(
    or(number),
    'Lower end, as stated; empty where unknown',
    'Extremo inferior indicado; vacío si se desconoce',
  ),
  high: define(
    or(number),
    'Upper end, as stated; empty where unknown or open',
    'Extremo superior indicado; vacío si se desconoce o está abierto',
  ),
  low_inclusive: define(
    or(boolean),
    'Whether the lower end itself is possible',
    'Si el extremo inferior mismo es posible',
  ),
  high_inclusive: define(
    or(boolean),
    'Whether the upper end itself is possible',
    'Si el extremo superior mismo es posible',
  ),
  qualifier: define(
    or(text()),
    'The hedge: exact, about, more-than ...',
    'El matiz: exact, about, more-than ...',
  ),
  interval_kind: define(text(), 'How the interval came about', 'De dónde viene el intervalo'),
  numerator: define(or(number), 'Numerator, where published', 'Numerador, si se publica'),
  denominator: define(or(number), 'Denominator, where published', 'Denominador, si se publica'),
  gap: define(
    or(gap),
    'Why there is no number; after a colon, what is missing',
    'Por qué no hay número; tras los dos puntos, qué falta',
  ),
  coverage_members: define(
    or(members),
    'Members present, of those expected',
    'Miembros presentes, de los esperados',
  ),
  coverage_weight: define(
    or(number),
    'Share of the weight that is present, 0 to 1',
    'Proporción presente del peso, de 0 a 1',
  ),
  computed: define(
    or(text()),
    'The rule, where we computed it; empty as published',
    'La regla, si lo calculamos; vacío si es lo publicado',
  ),
  source: define(text(), 'Source', 'Fuente'),
  edition: define(list, 'Editions it was read from, joined by ~', 'Ediciones de donde se leyó, unidas por ~'),
  locator: define(or(text()), 'Place in the source', 'Lugar en la fuente'),
  attributed_to: define(
    or(text()),
    'Whom the source names as its own source',
    'A quién cita la fuente como origen',
  ),
  printed: define(or(text()), 'As printed in the source', 'Como aparece impreso en la fuente'),
  note: define(
    text(),
    'Notes, in the language of the file, parted by |',
    'Notas, en el idioma del archivo, separadas por |',
  ),
  status: define(
    text(),
    'Whether the period is stated, inferred or assumed',
    'Si el periodo consta, se infiere o se supone',
  ),
  release: define(text(), 'Release of the data', 'Edición de los datos'),
  transform: define(
    or(text()),
    'What was made of the figure; empty: nothing',
    'Qué se hizo con la cifra; vacío: nada',
  ),
  rank_low: define(or(number), 'For a rank: the best place', 'En una posición: la mejor'),
  rank_high: define(or(number), 'For a rank: the worst place', 'En una posición: la peor'),
  rank_of: define(or(number), 'For a rank: of how many', 'En una posición: de cuántos'),
  coverage_weight_bound: define(
    or(text()),
    'at-least or at-most where coverage_weight is a bound, because the population of a member is not on file',
    'at-least o at-most si coverage_weight es una cota, porque no consta la población de un miembro',
  ),
};

/** The names in the order of the file. */
export const COLUMN_NAMES = Object.keys(DOWNLOAD_COLUMNS) as readonly (keyof CsvRow)[];
