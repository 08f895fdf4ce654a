/** Texts of a board: several comparisons in one frame. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly title: (count: number) => string;
  /** Before the address. */
  readonly linkHelp: (version: string) => string;
}

export const BOARD_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: (count) => (count === 1 ? 'One comparison' : `${count} comparisons`),
    linkHelp: (version) => `These charts, as they are in release ${version}:`,
  },
  es: {
    title: (count) => (count === 1 ? 'Una comparación' : `${count} comparaciones`),
    linkHelp: (version) => `Estos gráficos, tal como están en la edición ${version}:`,
  },
};

interface CodeWords {
  readonly title: string;
  readonly lead: string;
  readonly chart: (number: number) => string;
  readonly placeholder: string;
  /** The link from the code of one chart. */
  readonly several: string;
}

/** The page that offers the code of a board. */
export const BOARD_CODE_WORDS: Readonly<Record<Language, CodeWords>> = {
  en: {
    title: 'Embed several charts in one frame',
    lead: 'Paste the address of a page of this site for each chart, up to six. Where frames are not allowed, the code leaves a picture of each chart.',
    chart: (number) => `Chart ${number}`,
    placeholder: 'the address of a page',
    several: 'Several charts in one frame',
  },
  es: {
    title: 'Insertar varios gráficos en un marco',
    lead: 'Pegue para cada gráfico la dirección de una página de este sitio, hasta seis. Donde no se admiten marcos, el código deja una imagen de cada gráfico.',
    chart: (number) => `Gráfico ${number}`,
    placeholder: 'la dirección de una página',
    several: 'Varios gráficos en un marco',
  },
};

export const BOARD_PROBLEMS = {
  noPanel: {
    en: 'A board needs at least one question: a=homicide-rate?country=HND, percent-encoded; b= to f= for more.',
    es: 'Un tablero necesita al menos una consulta: a=homicide-rate?country=HND, con escapes de porcentaje; b= a f= para las demás.',
  },
} as const;
