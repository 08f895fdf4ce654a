/** The list of indicators, in groups by measure. */
import type { Filled } from './filled.ts';

const en = {
  family: {
    rate: 'People per 100,000. Groups are weighted by population.',
    count:
      'Events or people that can be added up. US figures follow the fiscal year, October to September (before FY1977, July to June).',
    estimate: 'Figures published with a hedge or as a range. They are stored, drawn and downloaded that way.',
    share: 'A part of a whole. A group’s share is a ratio of sums, never an average of percentages.',
    level:
      'Heights on a scale: an index, a wage, a price, degrees. They are never added up; a group has a mean only if a weight is declared.',
  },
  familyRest: {
    rate: { one: ({ n }: Filled<'n'>) => `${n} more rate`, many: ({ n }: Filled<'n'>) => `${n} more rates` },
    count: {
      one: ({ n }: Filled<'n'>) => `${n} more count`,
      many: ({ n }: Filled<'n'>) => `${n} more counts`,
    },
    estimate: {
      one: ({ n }: Filled<'n'>) => `${n} more estimate`,
      many: ({ n }: Filled<'n'>) => `${n} more estimates`,
    },
    share: {
      one: ({ n }: Filled<'n'>) => `${n} more share`,
      many: ({ n }: Filled<'n'>) => `${n} more shares`,
    },
    level: {
      one: ({ n }: Filled<'n'>) => `${n} more level`,
      many: ({ n }: Filled<'n'>) => `${n} more levels`,
    },
  },
  spark: { year: 'one year only', figure: 'one figure only' },
  remark: {
    oneSource: '1 source',
    oneSourceFigures: ({ n }: Filled<'n'>) => `1 source, ${n} figures`,
    sourcesAgree: ({ n }: Filled<'n'>) => `${n} sources agree`,
    sourcesDiffer: ({ n }: Filled<'n'>) => `${n} sources differ`,
    sourcesApart: ({ n }: Filled<'n'>) => `${n} sources, none overlap`,
    denominators: ({ n }: Filled<'n'>) => `${n} sources, different denominators`,
    periods: ({ n }: Filled<'n'>) => `${n} figures for different periods`,
    group: ({ how, present, expected }: Filled<'how' | 'present' | 'expected'>) =>
      `${how}, ${present} of ${expected}`,
  },
};

const es: typeof en = {
  family: {
    rate: 'Personas por cada 100 000. Los grupos se ponderan por población.',
    count:
      'Hechos o personas que se pueden sumar. Las cifras de EE. UU. siguen el año fiscal, de octubre a septiembre (antes del de 1977, de julio a junio).',
    estimate: 'Cifras publicadas con un matiz o como intervalo. Así se guardan, se dibujan y se descargan.',
    share: 'Una parte de un todo. La de un grupo es un cociente de sumas, nunca un promedio de porcentajes.',
    level:
      'Valores en una escala: un índice, un salario, un precio, grados. No se suman; un grupo solo tiene media si se declara con qué se pondera.',
  },
  familyRest: {
    rate: { one: ({ n }: Filled<'n'>) => `${n} tasa más`, many: ({ n }: Filled<'n'>) => `${n} tasas más` },
    count: {
      one: ({ n }: Filled<'n'>) => `${n} recuento más`,
      many: ({ n }: Filled<'n'>) => `${n} recuentos más`,
    },
    estimate: {
      one: ({ n }: Filled<'n'>) => `${n} estimación más`,
      many: ({ n }: Filled<'n'>) => `${n} estimaciones más`,
    },
    share: {
      one: ({ n }: Filled<'n'>) => `${n} proporción más`,
      many: ({ n }: Filled<'n'>) => `${n} proporciones más`,
    },
    level: {
      one: ({ n }: Filled<'n'>) => `${n} nivel más`,
      many: ({ n }: Filled<'n'>) => `${n} niveles más`,
    },
  },
  spark: { year: 'un solo año', figure: 'una sola cifra' },
  remark: {
    oneSource: '1 fuente',
    oneSourceFigures: ({ n }: Filled<'n'>) => `1 fuente, ${n} cifras`,
    sourcesAgree: ({ n }: Filled<'n'>) => `${n} fuentes coinciden`,
    sourcesDiffer: ({ n }: Filled<'n'>) => `${n} fuentes difieren`,
    sourcesApart: ({ n }: Filled<'n'>) => `${n} fuentes, sin coincidencias`,
    denominators: ({ n }: Filled<'n'>) => `${n} fuentes, distinto denominador`,
    periods: ({ n }: Filled<'n'>) => `${n} cifras de periodos distintos`,
    group: ({ how, present, expected }: Filled<'how' | 'present' | 'expected'>) =>
      `${how}, ${present} de ${expected}`,
  },
};

export const CATALOGUE_WORDS = { en, es };
