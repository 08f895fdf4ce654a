/** The unit of a transformed figure. Every transform changes the unit, except the rolling mean. */
import type { Indicator } from '../model/catalogue.ts';
import type { Basis } from '../time/period.ts';
import { YEAR_BASES } from '../time/period.ts';
import type { Text } from '../language.ts';
import { formatNumber } from '../number.ts';
import type { TransformSpec, TransformId } from '../model/query.ts';
import { formatDivisor, type Divisor } from '../model/divisor.ts';
import { capitalise } from '../text.ts';
import { overWords, timesWords, type DivisorNames } from './divisor.ts';

/** The number of people that per-capita figures refer to. */
export const PER = 100_000;

/** The options of a transform that its unit depends on. */
export interface UnitOptions {
  readonly of?: 'area' | 'origin';
  readonly per?: number;
  readonly base?: string;
  readonly length?: number;
  /** What a rolling mean runs over, if known. */
  readonly steps?: keyof typeof STEPS;
  /** The divisor, and the names of its codes. */
  readonly over?: Divisor;
  readonly names?: DivisorNames;
  /** The axis of a rank. */
  readonly along?: string | null;
}

const STEPS = {
  years: { en: 'years', es: 'años' },
  months: { en: 'months', es: 'meses' },
  periods: { en: 'periods', es: 'periodos' },
} as const satisfies Readonly<Record<string, Text>>;

const PEOPLE: Readonly<Record<'area' | 'origin', Text>> = {
  area: { en: 'people of the area', es: 'habitantes del lugar' },
  origin: { en: 'people of the country of origin', es: 'habitantes del país de origen' },
};

/**
 * The unit of a transformed indicator. A change of a share is in percentage points, never in percent.
 * Long because each transform has its own unit.
 * @example unitOf('index', homicideRate, { base: '2014' }).label.en === 'Index, 2014 = 100'
 */
export function unitOf(
  transform: TransformId,
  { unit, measure }: Pick<Indicator, 'unit' | 'measure'>,
  {
    of = 'area',
    per = PER,
    base = '',
    length = 0,
    steps = 'periods',
    over = {},
    names = {},
    along = null,
  }: UnitOptions = {},
): { readonly code: string; readonly label: Text } {
  const { code, label } = unit;
  switch (transform) {
    case 'per-capita':
      return {
        code: `${code} per ${per} population of ${of}`,
        label: {
          en: `${label.en} for every ${formatNumber(per, 'en')} ${PEOPLE[of].en}`,
          es: `${label.es} por cada ${formatNumber(per, 'es')} ${PEOPLE[of].es}`,
        },
      };
    case 'index':
      return {
        code: `index ${base}=100`,
        label: { en: `Index, ${base} = 100`, es: `Índice, ${base} = 100` },
      };
    case 'change':
      return measure === 'share'
        ? {
            // Files contain shares and their changes as fractions; readers see points.
            code: `change in ${code}`,
            label: {
              en: 'Percentage points more or less than the year before',
              es: 'Puntos porcentuales más o menos que el año anterior',
            },
          }
        : {
            code: `change in ${code}`,
            label: {
              en: `${label.en}, more or less than the year before`,
              es: `${label.es}, más o menos que el año anterior`,
            },
          };
    case 'change-percent':
      return {
        code: 'percent change',
        label: {
          en: 'Percent change from the year before',
          es: 'Variación porcentual respecto del año anterior',
        },
      };
    case 'share-of-total':
      return { code: 'share of total', label: { en: 'Percent of the total', es: 'Porcentaje del total' } };
    case 'rolling-mean':
      return {
        code,
        label: {
          en: `${label.en}, mean of ${length} ${STEPS[steps].en}`,
          es: `${label.es}, media de ${length} ${STEPS[steps].es}`,
        },
      };
    case 'ratio':
      return {
        code: `times ${formatDivisor(over)}`,
        label: {
          en: capitalise(timesWords(over, names, 'en')),
          es: capitalise(timesWords(over, names, 'es')),
        },
      };
    case 'share-of':
      return {
        code: `share of ${formatDivisor(over)}`,
        label: {
          en: `Percent ${overWords(over, names, 'en')}`,
          es: `Porcentaje ${overWords(over, names, 'es')}`,
        },
      };
    case 'rank':
      if (along === 'time')
        return {
          code: 'rank over time',
          label: {
            en: 'Rank among the periods, highest first',
            es: 'Posición entre los periodos, de mayor a menor',
          },
        };
      return {
        code: 'rank',
        label: { en: 'Rank, highest first', es: 'Posición, de mayor a menor' },
      };
  }
}

/** What a rolling mean over these bases runs over. */
function stepsOf(bases: readonly Basis[]): keyof typeof STEPS {
  if (bases.every((basis) => YEAR_BASES.includes(basis))) return 'years';
  return bases.every((basis) => basis === 'month') ? 'months' : 'periods';
}

/** The unit of the figures in an answer: that of the indicator, or of its transform. */
export function unitShown({
  indicator,
  query,
  ...names
}: {
  readonly indicator: Pick<Indicator, 'unit' | 'measure'> & Partial<Pick<Indicator, 'definitions'>>;
  readonly query: { readonly transform: TransformSpec | null; readonly basis: readonly Basis[] };
} & DivisorNames): { readonly code: string; readonly label: Text } {
  const { transform, basis } = query;
  if (!transform) return indicator.unit;
  const { id, ...options } = transform;
  return unitOf(id, indicator, { ...options, steps: stepsOf(basis), names: { indicator, ...names } });
}
