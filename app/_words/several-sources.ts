/** Whether a conclusion depends on the choice of source. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly title: string;
  /** A pair that another source turns round; `above` is who stands above under the chosen one. */
  readonly turned: (above: string, below: string, period: string, chosen: string, other: string) => string;
  readonly opened: (above: string, below: string, period: string, other: string) => string;
  readonly tied: (a: string, b: string, period: string, chosen: string, other: string) => string;
  readonly morePairs: (count: number, all: number) => string;
  /** `list` names sources with their periods. */
  readonly sameOrder: (list: string) => string;
  readonly rise: (
    who: string,
    from: string,
    to: string,
    chosen: string,
    other: string,
    rose: boolean,
  ) => string;
  readonly riseOpen: (who: string, from: string, to: string, other: string) => string;
  readonly sameChange: (list: string) => string;
  readonly span: (from: string, to: string) => string;
  readonly acrossBreak: (from: string, to: string) => string;
  readonly spread: (who: string, low: string, lowest: string, high: string, highest: string) => string;
  readonly agree: string;
  /** Over a chart of the band. */
  readonly band: (chosen: string) => string;
}

export const SEVERAL_SOURCES_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Does it depend on the source?',
    turned: (above, below, period, chosen, other) =>
      `In ${period}, ${above} is above ${below} according to ${chosen} but below it according to ${other}.`,
    opened: (above, below, period, other) =>
      `In ${period}, ${other} does not settle whether ${above} is above ${below}.`,
    tied: (a, b, period, chosen, other) =>
      `In ${period}, ${a} and ${b} are level according to one of these sources but not the other: ${chosen}; ${other}.`,
    morePairs: (count, all) => `The same holds for ${count} of ${all} pairs.`,
    sameOrder: (list) => `The same order: ${list}.`,
    rise: (who, from, to, chosen, other, rose) =>
      `From ${from} to ${to}, ${who} ${rose ? 'rose' : 'fell'} according to ${chosen} but not according to ${other}.`,
    riseOpen: (who, from, to, other) =>
      `${other} does not settle whether ${who} rose or fell from ${from} to ${to}.`,
    sameChange: (list) => `The same rises and falls: ${list}.`,
    span: (from, to) => `${from} to ${to}`,
    acrossBreak: (from, to) =>
      `We do not compare ${from} with ${to}: the counting method changed or may have changed.`,
    spread: (who, low, lowest, high, highest) =>
      `Furthest apart: ${who}, from ${low} (${lowest}) to ${high} (${highest}).`,
    agree: 'Where two sources have a figure, the figures are the same.',
    band: (chosen) =>
      `The line follows ${chosen} where it has figures. The band runs from the lowest to the highest figure of all sources shown; it is not an average. Bars and ticks beside the line are figures of other sources.`,
  },
  es: {
    title: '¿Depende de la fuente?',
    turned: (above, below, period, chosen, other) =>
      `En ${period}, ${above} está por encima de ${below} según ${chosen} y por debajo según ${other}.`,
    opened: (above, below, period, other) =>
      `Según ${other}, no se puede afirmar que ${above} esté por encima de ${below} en ${period}.`,
    tied: (a, b, period, chosen, other) =>
      `En ${period}, ${a} y ${b} están a la par según una de estas fuentes y no según la otra: ${chosen}; ${other}.`,
    morePairs: (count, all) => `Así ocurre con ${count} de ${all} pares.`,
    sameOrder: (list) => `El mismo orden: ${list}.`,
    rise: (who, from, to, chosen, other, rose) =>
      `De ${from} a ${to}, ${who} ${rose ? 'subió' : 'bajó'} según ${chosen}, pero no según ${other}.`,
    riseOpen: (who, from, to, other) =>
      `Según ${other}, no se puede saber si ${who} subió o bajó de ${from} a ${to}.`,
    sameChange: (list) => `Las mismas subidas y bajadas: ${list}.`,
    span: (from, to) => `de ${from} a ${to}`,
    acrossBreak: (from, to) => `No se compara ${from} con ${to}: la forma de contar cambió o pudo cambiar.`,
    spread: (who, low, lowest, high, highest) =>
      `Donde más distan: ${who}, de ${low} (${lowest}) a ${high} (${highest}).`,
    agree: 'Donde dos fuentes tienen cifra, es la misma.',
    band: (chosen) =>
      `La línea sigue a ${chosen} donde hay cifras de esa fuente. La franja va de la menor a la mayor cifra de todas las fuentes mostradas; no es un promedio. Las barras y marcas junto a la línea son cifras de otras fuentes.`,
  },
};
