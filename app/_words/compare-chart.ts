/** The words of a chart of two indicators, in both languages. Spanish is written, not translated. */
import type { Language } from '#stats/language.ts';

type Told = readonly [name: string, first: string, second: string];

interface Words {
  readonly ends: (first: string, second: string, top: Told, bottom: Told) => string;
  readonly one: (first: string, second: string, name: string, a: string, b: string) => string;
  readonly both: (first: string, second: string) => string;
  readonly subtitle: (number: string, count: number, when: string) => string;
  readonly kind: (first: string, second: string) => string;
  readonly more: (count: number) => string;
  readonly beginsUp: (at: string) => string;
  readonly beginsAcross: (at: string) => string;
  readonly cross: string;
  readonly open: string;
  readonly unnamed: string;
  /** What the area of a circle means, with the largest. */
  readonly size: (title: string, largest: string, figure: string) => string;
}

export const COMPARE_CHART_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    ends: (first, second, [top, a, b], [bottom, c, d]) =>
      `${first}: highest in ${top}, ${a} (${second}: ${b}); lowest in ${bottom}, ${c} (${d})`,
    one: (first, second, name, a, b) => `${name}. ${first}: ${a}. ${second}: ${b}`,
    both: (first, second) => `${first} and ${second}`,
    subtitle: (number, count, when) =>
      count === 1
        ? `The only place with both figures${when && ` for ${when}`}.`
        : `The ${number} ${when ? `places with both figures for ${when}` : 'pairs of figures for the same place and period'}.`,
    kind: (first, second) => `Scatter plot: ${first} on the vertical axis, ${second} on the horizontal axis.`,
    more: (count) => `${count} more in the data.`,
    beginsUp: (at) => `The vertical axis starts at ${at}, not at zero.`,
    beginsAcross: (at) => `The horizontal axis starts at ${at}, not at zero.`,
    cross: 'the interval on either axis',
    open: 'an open end',
    unnamed: 'another place',
    size: (title, largest, figure) =>
      `area of the circle: ${title.toLowerCase()}; the largest is ${largest}, ${figure}`,
  },
  es: {
    ends: (first, second, [top, a, b], [bottom, c, d]) =>
      `${first}: máximo en ${top}, ${a} (${second}: ${b}); mínimo en ${bottom}, ${c} (${d})`,
    one: (first, second, name, a, b) => `${name}. ${first}: ${a}. ${second}: ${b}`,
    both: (first, second) => `${first} y ${second}`,
    subtitle: (number, count, when) =>
      count === 1
        ? `El único lugar con ambas cifras${when && ` de ${when}`}.`
        : `${when ? `Los ${number} lugares con ambas cifras de ${when}` : `Los ${number} pares de cifras de un mismo lugar y periodo`}.`,
    kind: (first, second) => `Diagrama de dispersión: ${first} en vertical, ${second} en horizontal.`,
    more: (count) => `${count} más en los datos.`,
    beginsUp: (at) => `El eje vertical empieza en ${at}, no en cero.`,
    beginsAcross: (at) => `El eje horizontal empieza en ${at}, no en cero.`,
    cross: 'el intervalo en cada eje',
    open: 'un extremo abierto',
    unnamed: 'otro lugar',
    size: (title, largest, figure) =>
      `área del círculo: ${title.toLowerCase()}; el mayor es ${largest}, ${figure}`,
  },
};
