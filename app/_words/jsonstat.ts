/** Labels of the dimensions in JSON-stat. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly area: string;
  readonly counterpart: string;
  readonly breakdown: string;
  readonly definition: string;
  readonly source: string;
  readonly computed: string;
  readonly period: string;
  readonly occurrence: string;
  readonly number: string;
  readonly none: string;
  readonly total: string;
  readonly published: string;
  readonly metrics: Readonly<Record<'value' | 'low' | 'high', string>>;
  /** A figure without a value whose ends are known. */
  readonly hedge: string;
}

export const JSONSTAT_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    area: 'Area',
    counterpart: 'Second area (nationality, origin)',
    breakdown: 'Breakdown',
    definition: 'Definition',
    source: 'Source',
    computed: 'Computation',
    period: 'Period',
    occurrence: 'Number among figures of the same kind',
    number: 'Number',
    none: 'none',
    total: 'Total',
    published: 'as published',
    metrics: { value: 'Value', low: 'Lower end', high: 'Upper end' },
    hedge:
      'The status of a number is its hedge (more-than, about, ...) or the reason why it is missing. A figure with one end has no value; its end is under low or high.',
  },
  es: {
    area: 'Zona',
    counterpart: 'Segunda zona (nacionalidad, origen)',
    breakdown: 'Desglose',
    definition: 'Definición',
    source: 'Fuente',
    computed: 'Cálculo',
    period: 'Periodo',
    occurrence: 'Número entre las cifras de una misma clase',
    number: 'Número',
    none: 'ninguna',
    total: 'Total',
    published: 'tal como se publicó',
    metrics: { value: 'Valor', low: 'Extremo inferior', high: 'Extremo superior' },
    hedge:
      'El estado de un número es su matiz (more-than, about ...) o el motivo por el que falta. Una cifra con un solo extremo no tiene valor; el extremo está en low o high.',
  },
};
