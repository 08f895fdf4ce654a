/** The table of figures. */
import type { Filled } from './filled.ts';

const en = {
  table: {
    caption: 'The same figures with their sources',
    help: 'Select a number to see where it comes from.',
    key: ({ mark, words }: Filled<'mark' | 'words'>) => `${mark} ${words}`,
    nothing: '– no figure available',
    area: 'Area',
    period: 'Period',
    figure: 'Figure',
    said: 'Source',
    source: 'Source',
    from: 'from',
    computedOf: ({ how }: Filled<'how'>) => `calculated by Cotejo: ${how}`,
    attributed: ({ who }: Filled<'who'>) => `attributed to ${who}`,
    scroll: 'Table, scrolls horizontally',
    allYears: ({ n }: Filled<'n'>) => `All ${n} years`,
    allMonths: ({ n }: Filled<'n'>) => `All ${n} months`,
    printedYears: ({ n }: Filled<'n'>) =>
      `The printed chart labels some of the ${n} years; the data contain all of them.`,
    printedMonths: ({ n }: Filled<'n'>) =>
      `The printed chart labels some of the ${n} months; the data contain all of them.`,
  },
};

const es: typeof en = {
  table: {
    caption: 'Las mismas cifras con sus fuentes',
    help: 'Elija un número para ver de dónde viene.',
    key: ({ mark, words }: Filled<'mark' | 'words'>) => `${mark} ${words}`,
    nothing: '– sin cifra disponible',
    area: 'Zona',
    period: 'Periodo',
    figure: 'Cifra',
    said: 'Fuente',
    source: 'Fuente',
    from: 'de',
    computedOf: ({ how }: Filled<'how'>) => `calculado por Cotejo: ${how}`,
    attributed: ({ who }: Filled<'who'>) => `atribuido a ${who}`,
    scroll: 'Tabla con desplazamiento horizontal',
    allYears: ({ n }: Filled<'n'>) => `Los ${n} años`,
    allMonths: ({ n }: Filled<'n'>) => `Los ${n} meses`,
    printedYears: ({ n }: Filled<'n'>) =>
      `El gráfico impreso rotula algunos de los ${n} años; los datos los contienen todos.`,
    printedMonths: ({ n }: Filled<'n'>) =>
      `El gráfico impreso rotula algunos de los ${n} meses; los datos los contienen todos.`,
  },
};

export const TABLE_WORDS = { en, es };
