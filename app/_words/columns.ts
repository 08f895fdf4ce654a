/** What each column of a download means. */
import type { Text } from '#stats/language.ts';

export const COLUMN_WORDS = {
  Entity: { en: 'Name of the area', es: 'Nombre de la zona' },
  Code: {
    en: 'Code of the area: ISO 3166-1, UN/LOCODE or a group',
    es: 'Código de la zona: ISO 3166-1, UN/LOCODE o un grupo',
  },
  Year: {
    en: 'The year in which the period ends; only for years',
    es: 'Año en que termina el periodo, solo para años',
  },
  indicator: { en: 'What is measured', es: 'Qué se mide' },
  measure: { en: 'rate, count, estimate or share', es: 'rate, count, estimate o share' },
  unit: { en: 'Unit of value, low and high', es: 'Unidad de value, low y high' },
  counterpart: {
    en: 'Second area (nationality, origin); _T all, _Z none',
    es: 'Segunda zona (nacionalidad, origen); _T todas, _Z ninguna',
  },
  breakdown: {
    en: 'Other dimensions, dimension=code; _T is the total',
    es: 'Otras dimensiones, dimensión=código; _T es el total',
  },
  definition: {
    en: 'Counting rule; for shares, the denominator',
    es: 'Regla de recuento; en las proporciones, el denominador',
  },
  period: { en: 'Period, as written in URLs', es: 'Periodo, como se escribe en las URL' },
  period_start: { en: 'First day; empty if unknown', es: 'Primer día; vacío si se desconoce' },
  period_end: {
    en: 'Last day; empty if unknown or open',
    es: 'Último día; vacío si se desconoce o sigue abierto',
  },
  basis: { en: 'Kind of period', es: 'Tipo de periodo' },
  value: { en: 'The number; shares from 0 to 1', es: 'El número; proporciones de 0 a 1' },
  low: {
    en: 'Lower end, as stated; empty if unknown',
    es: 'Extremo inferior indicado; vacío si se desconoce',
  },
  high: {
    en: 'Upper end, as stated; empty if unknown or open',
    es: 'Extremo superior indicado; vacío si se desconoce o está abierto',
  },
  low_inclusive: {
    en: 'Whether the lower end itself is included',
    es: 'Si el extremo inferior está incluido',
  },
  high_inclusive: {
    en: 'Whether the upper end itself is included',
    es: 'Si el extremo superior está incluido',
  },
  qualifier: { en: 'The hedge: exact, about, more-than, ...', es: 'El matiz: exact, about, more-than ...' },
  interval_kind: { en: 'Where the interval comes from', es: 'De dónde viene el intervalo' },
  numerator: { en: 'Numerator, if published', es: 'Numerador, si se publica' },
  denominator: { en: 'Denominator, if published', es: 'Denominador, si se publica' },
  gap: {
    en: 'Why there is no number; after a colon, what is missing',
    es: 'Por qué no hay número; tras los dos puntos, qué falta',
  },
  coverage_members: { en: 'Members present and expected', es: 'Miembros presentes y esperados' },
  coverage_weight: {
    en: 'Share of the weight that is present, 0 to 1',
    es: 'Proporción presente del peso, de 0 a 1',
  },
  computed: {
    en: 'The rule, if we calculated the figure; empty if it is as published',
    es: 'La regla, si la cifra es un cálculo nuestro; vacío si es la publicada',
  },
  source: { en: 'Source', es: 'Fuente' },
  edition: {
    en: 'Editions from which it was read, joined by ~',
    es: 'Versiones de la fuente de las que se leyó, unidas por ~',
  },
  locator: { en: 'Location in the source', es: 'Lugar dentro de la fuente' },
  attributed_to: {
    en: 'The original source, as named by the source',
    es: 'La fuente original que nombra la fuente',
  },
  printed: { en: 'As printed in the source', es: 'Como aparece impreso en la fuente' },
  note: {
    en: 'Notes in the language of the file, separated by |',
    es: 'Notas, en el idioma del archivo, separadas por |',
  },
  status: {
    en: 'Whether the period is stated, inferred or assumed',
    es: 'Si el periodo consta, se infiere o se supone',
  },
  release: { en: 'Release of the data', es: 'Edición de los datos' },
  transform: { en: 'Transformation applied; empty if none', es: 'Transformación aplicada; vacío si no hay' },
  rank_low: { en: 'For a rank: the best position', es: 'En una posición: la mejor' },
  rank_high: { en: 'For a rank: the worst position', es: 'En una posición: la peor' },
  rank_of: { en: 'For a rank: the number of positions', es: 'En una posición: el número de posiciones' },
  last_on_file: {
    en: 'Where no figure is available for the period: the last period that has one',
    es: 'Si no hay cifra del periodo: el último periodo que la tiene',
  },
  compiled_by: {
    en: 'Who compiled the source from the figures of others; empty if nobody did',
    es: 'Quién compiló la fuente con cifras de otros; vacío si no es una compilación',
  },
  coverage_weight_bound: {
    en: 'at-least or at-most if coverage_weight is a bound, because the population of a member is not on file',
    es: 'at-least o at-most si coverage_weight es una cota, porque no consta la población de un miembro',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Columns that a CSV has on request, after all others: `parts=yes`, `doubts=yes`. */
export const EXTRA_COLUMN_WORDS = {
  part_of: {
    en: 'The computed figure that this row is a part of; empty for the figures of the answer',
    es: 'La cifra calculada de la que esta fila es una parte; vacío en las cifras de la respuesta',
  },
  part_role: { en: 'What the part is in the rule', es: 'Qué papel tiene la parte en la regla' },
  part_weight: {
    en: 'The population by which its rate was weighted',
    es: 'La población con que se ponderó su tasa',
  },
  part_weight_id: {
    en: 'The permanent id of that population',
    es: 'El identificador permanente de esa población',
  },
  doubt: {
    en: 'Entries of the register of doubts about the figure, joined by ~',
    es: 'Entradas del registro de dudas sobre la cifra, unidas con ~',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Codes of columns whose names elsewhere are no explanation. */
export const CODE_WORDS = {
  counterpart: {
    _T: { en: 'all', es: 'todas' },
    _Z: { en: 'the indicator has no second area', es: 'el indicador no tiene segunda zona' },
  },
  breakdown: { _T: { en: 'total', es: 'total' } },
  qualifier: {
    exact: { en: 'printed without a hedge', es: 'impreso sin matiz' },
    range: { en: 'from a lower to an upper end', es: 'de un extremo inferior a uno superior' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Text>>>>;
