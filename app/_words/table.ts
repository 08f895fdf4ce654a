/** The table of figures and the evidence below it. */
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
    evidence: 'Evidence',
    evidenceHelp: ({ n }: Filled<'n'>) => `One line for each of the ${n} figures above.`,
    printed: ({ text }: Filled<'text'>) => `printed “${text}”`,
    attributed: ({ who }: Filled<'who'>) => `attributed to ${who}`,
    parts: ({ numerator, denominator }: Filled<'numerator' | 'denominator'>) =>
      `${numerator} of ${denominator}`,
    editions: ({ editions }: Filled<'editions'>) => `edition ${editions}`,
    notStated: 'location in the source not recorded',
    scroll: 'Table, scrolls horizontally',
    allYears: ({ n }: Filled<'n'>) => `All ${n} years`,
    allMonths: ({ n }: Filled<'n'>) => `All ${n} months`,
    printedYears: ({ n }: Filled<'n'>) =>
      `The printed chart labels some of the ${n} years; the data contain all of them.`,
    printedMonths: ({ n }: Filled<'n'>) =>
      `The printed chart labels some of the ${n} months; the data contain all of them.`,
    back: 'Back to the figure',
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
    evidence: 'Procedencia',
    evidenceHelp: ({ n }: Filled<'n'>) => `Una línea por cada una de las ${n} cifras anteriores.`,
    printed: ({ text }: Filled<'text'>) => `impreso «${text}»`,
    attributed: ({ who }: Filled<'who'>) => `atribuido a ${who}`,
    parts: ({ numerator, denominator }: Filled<'numerator' | 'denominator'>) =>
      `${numerator} de ${denominator}`,
    editions: ({ editions }: Filled<'editions'>) => `versión ${editions}`,
    notStated: 'lugar en la fuente no registrado',
    scroll: 'Tabla con desplazamiento horizontal',
    allYears: ({ n }: Filled<'n'>) => `Los ${n} años`,
    allMonths: ({ n }: Filled<'n'>) => `Los ${n} meses`,
    printedYears: ({ n }: Filled<'n'>) =>
      `El gráfico impreso rotula algunos de los ${n} años; los datos los contienen todos.`,
    printedMonths: ({ n }: Filled<'n'>) =>
      `El gráfico impreso rotula algunos de los ${n} meses; los datos los contienen todos.`,
    back: 'Volver a la cifra',
  },
};

export const TABLE_WORDS = { en, es };
