/** Texts of the page of each area against each other. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly title: (indicator: string, period: string) => string;
  readonly lead: string;
  readonly description: (indicator: string) => string;
  readonly link: string;
  readonly heading: (established: string, open: string, apart: string) => string;
  readonly year: string;
  readonly source: string;
  readonly show: string;
  readonly form: string;
  readonly rank: string;
  readonly place: string;
  readonly figure: string;
  readonly stands: string;
  readonly standing: (above: number, below: number, open: number, apart: number) => string;
  readonly matrix: string;
  readonly signs: Readonly<Record<'established' | 'open' | 'apart', string>>;
  readonly allSources: (count: number) => string;
  /** How a pair is decided over several sources. */
  readonly rule: string;
  /** Between the lowest and the highest figure of the sources. */
  readonly to: string;
  readonly sources: (count: number) => string;
  readonly spans: string;
  readonly first: (count: number, all: number) => string;
  readonly nothing: string;
  readonly help: string;
}

export const PAIRS_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: (indicator, period) => `${indicator}, each against each${period && `, ${period}`}`,
    lead: 'Which of two places is higher, where the figures, their intervals and the sources establish it.',
    description: (indicator) =>
      `Every pair of areas by ${indicator}: established, not established, not comparable.`,
    link: 'Each area against each other',
    heading: (established, open, apart) =>
      `${established} pairs established, ${open} not established, ${apart} not comparable`,
    year: 'Year',
    source: 'Source',
    show: 'Show',
    form: 'Choose the year and the source',
    rank: 'Rank',
    place: 'Place',
    figure: 'Figure',
    stands: 'Against the others',
    standing: (above, below, open, apart) =>
      [
        `above ${above}`,
        `below ${below}`,
        ...(open > 0 ? [`open with ${open}`] : []),
        ...(apart > 0 ? [`not comparable with ${apart}`] : []),
      ].join(', '),
    matrix: 'Each place in a row against each in a column, in the order of the table',
    signs: {
      established: 'established: one is higher for certain',
      open: 'not established: the intervals overlap or the sources differ',
      apart: 'not comparable: counted differently, or no common source',
    },
    allSources: (count) => `All ${count} sources`,
    rule: 'Sources are never mixed: a pair is established if every source that has both places puts them in the same order, and not comparable if no source has both.',
    to: ' to ',
    sources: (count) => (count === 1 ? 'one source' : `${count} sources`),
    spans: 'A tick is a source.',
    first: (count, all) => `The ${count} highest of ${all}.`,
    nothing: 'No area has a figure here. Choose another year or source.',
    help: 'Two figures that are exact always establish which is higher. A figure that is rounded, or stated as an interval, may leave it open; “about” decides no pair.',
  },
  es: {
    title: (indicator, period) => `${indicator}, todos contra todos${period && `, ${period}`}`,
    lead: 'Cuál de dos lugares está más alto, donde las cifras, sus intervalos y las fuentes lo establecen.',
    description: (indicator) =>
      `Cada par de lugares según ${indicator}: establecido, no establecido, no comparable.`,
    link: 'Cada lugar frente a cada uno',
    heading: (established, open, apart) =>
      `${established} pares establecidos, ${open} no establecidos, ${apart} no comparables`,
    year: 'Año',
    source: 'Fuente',
    show: 'Mostrar',
    form: 'Elegir el año y la fuente',
    rank: 'Posición',
    place: 'Lugar',
    figure: 'Cifra',
    stands: 'Frente a los demás',
    standing: (above, below, open, apart) =>
      [
        `por encima de ${above}`,
        `por debajo de ${below}`,
        ...(open > 0 ? [`sin decidir con ${open}`] : []),
        ...(apart > 0 ? [`no comparable con ${apart}`] : []),
      ].join(', '),
    matrix: 'Cada lugar de una fila frente a cada uno de una columna, en el orden de la tabla',
    signs: {
      established: 'establecido: uno es mayor con seguridad',
      open: 'no establecido: los intervalos se solapan o las fuentes difieren',
      apart: 'no comparable: se cuenta de otro modo o no hay fuente común',
    },
    allSources: (count) => `Las ${count} fuentes`,
    rule: 'Las fuentes nunca se mezclan: un par está establecido si todas las fuentes que tienen ambos lugares los ponen en el mismo orden, y no es comparable si ninguna tiene los dos.',
    to: ' a ',
    sources: (count) => (count === 1 ? 'una fuente' : `${count} fuentes`),
    spans: 'Cada trazo es una fuente.',
    first: (count, all) => `Los ${count} mayores de ${all}.`,
    nothing: 'Ningún lugar tiene una cifra aquí. Elija otro año u otra fuente.',
    help: 'Dos cifras exactas siempre establecen cuál es mayor. Una cifra redondeada, o dada como intervalo, puede dejarlo abierto; «unos» no decide ningún par.',
  },
};
