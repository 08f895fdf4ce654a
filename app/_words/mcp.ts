/** Texts of the MCP server. What describes its tools is in English, like the OpenAPI document. */
import type { Language } from '#stats/language.ts';
import type { RevisionCounts } from '#stats/evidence/revision.ts';

export const TOOL_WORDS = {
  title: 'Cotejo: figures on violence, migration and asylum in the Americas',
  instructions:
    'Statistics in which every figure keeps its hedge, its source and its release. A word before a number is part of the figure: quote "more than 20,000" whole, never drop the word and never take the midpoint of a range. A gap has a reason and is never zero. Name the source and the release with a figure, and link the pinned page. Begin with find_indicators, then describe_indicator for the codes, then get_figures.',
  tools: {
    find_indicators: {
      title: 'Find indicators',
      description:
        'Finds indicators by words of their title, definition or unit, in English or Spanish. Without words, all of them.',
    },
    describe_indicator: {
      title: 'Describe an indicator',
      description:
        'The definition of an indicator, and the codes that get_figures accepts for it: countries, origins, breakdowns, definitions, sources and periods.',
    },
    get_figures: {
      title: 'Get figures',
      description:
        'Figures of one indicator as sentences and rows, each with its hedge, its source and its place in the source, with the citation, the pinned page and the picture. At most 1,000 figures.',
    },
    compare: {
      title: 'Compare indicators',
      description:
        'Two or more indicators for the same places and time, in pairs, with the verdict on whether they can be compared and why. A parameter of one indicator carries its number: source.1, breakdown.2.',
    },
    check_claim: {
      title: 'Check a claim',
      description:
        'Checks a claim about figures: the terms as questions, the arithmetic and what its result must be. Returns the verdict (holds, holds after rounding, fails, cannot be checked), the arithmetic in words, and what other sources would make of it.',
    },
    what_changed: {
      title: 'What changed',
      description:
        'Which figures of an indicator a later release revised, added or removed, each as it was and as it is. Without an indicator: the releases, with a note on each.',
    },
  },
  words: 'Words to look for, in English or Spanish; all indicators if left out.',
  indicator: 'The id of an indicator, from find_indicators.',
  release: 'The number of a release, such as 1.2.0; the newest if left out. Its figures never change.',
  lang: 'Language of the answer: en (the default) or es.',
  changedIndicator: 'The id of an indicator; the notes of all releases if left out.',
  changedCountry: 'Codes of the areas to list, joined by ~; all if left out.',
  from: 'The earlier release; the one before the later release if left out.',
  to: 'The later release; the newest if left out.',
  found: {
    en: (shown: number, all: number, release: string): string =>
      `${shown === all ? `${all} indicators` : `The best ${shown} of ${all} indicators`} of release ${release}:`,
    es: (shown: number, all: number, release: string): string =>
      `${shown === all ? `${all} indicadores` : `Los ${shown} mejores de ${all} indicadores`} de la edición ${release}:`,
  },
  more: {
    en: (address: string): string => `All codes with the number of their rows: ${address}`,
    es: (address: string): string => `Todos los códigos con el número de filas de cada uno: ${address}`,
  },
  quote: { en: 'Quote and cite', es: 'Citar' },
  links: {
    en: (page: string, picture: string): string => `Pinned page: ${page}\nPicture: ${picture}`,
    es: (page: string, picture: string): string => `Página fija: ${page}\nImagen: ${picture}`,
  },
  tooMany: {
    en: (count: number, most: number, csv: string): string =>
      `This question has ${count} figures; a tool returns at most ${most}. Ask for fewer areas, periods or sources, or read the file: ${csv}`,
    es: (count: number, most: number, csv: string): string =>
      `Esta consulta tiene ${count} cifras y una herramienta devuelve ${most} como máximo. Pida menos zonas, periodos o fuentes, o lea el archivo: ${csv}`,
  },
  verdict: {
    en: (verdict: string, relation: string): string => `Verdict: ${verdict} (must be ${relation}).`,
    es: (verdict: string, relation: string): string => `Veredicto: ${verdict} (debe ser ${relation}).`,
  },
  notOnFile: { en: 'not on file', es: 'sin registro' },
  nothingBefore: {
    en: 'There is no earlier release to compare with.',
    es: 'No hay una edición anterior con la que comparar.',
  },
  changes: {
    en: (title: string, from: string, to: string, counts: RevisionCounts): string =>
      `${title}, release ${from} to ${to}: ${counts.revised} revised, ${counts.removed} removed, ${counts.added} added, ${counts.confirmed} confirmed by a newer file of their source.`,
    es: (title: string, from: string, to: string, counts: RevisionCounts): string =>
      `${title}, de la edición ${from} a la ${to}: ${counts.revised} revisadas, ${counts.removed} retiradas, ${counts.added} nuevas y ${counts.confirmed} confirmadas por un archivo posterior de su fuente.`,
  },
  rest: {
    en: (count: number, address: string): string => `${count} more: ${address}`,
    es: (count: number, address: string): string => `${count} más: ${address}`,
  },
} as const satisfies Readonly<Record<string, unknown>> & { readonly quote: Record<Language, string> };
