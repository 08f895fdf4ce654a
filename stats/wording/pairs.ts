/** Texts about two indicators side by side: how their periods line up, and the rules for the method page. */
import type { Text } from '../language.ts';

/** The rules about pairs, for the method page. */
export const PAIR_RULES: readonly Text[] = [
  {
    en: 'Two indicators are matched by place and period, each with its own hedge and source. A place that one of them lacks is named and left out; we never use a neighbouring year instead.',
    es: 'Dos indicadores se emparejan por lugar y periodo, cada uno con su matiz y su fuente. Si a uno le falta un lugar, se nombra y se deja fuera; nunca usamos en su lugar un año vecino.',
  },
  {
    en: 'A US fiscal year can be compared with the calendar year in which it ends, with a note that they overlap by nine months. Months, other periods, yearly levels and undated figures are compared only with their own kind.',
    es: 'Un año fiscal de EE. UU. puede compararse con el año calendario en que termina, con una nota de que coinciden en nueve meses. Los meses, los demás periodos, los niveles anuales y las cifras sin fecha solo se comparan con los de su mismo tipo.',
  },
  {
    en: 'If the URL names no source, each indicator uses its preferred source, area by area, and otherwise the query that its own page opens with. The source is shown beside its figures; `source.1=all` uses every source of the first indicator.',
    es: 'Si la URL no nombra ninguna fuente, cada indicador usa la preferida en cada zona y, por lo demás, la consulta con que se abre su página. La fuente aparece junto a sus cifras; `source.1=all` usa todas las fuentes del primer indicador.',
  },
];

/** How the periods of two indicators line up; `basis` is the basis that both have. */
export const ALIGNMENT_WORDS = {
  same: (basis: Text): Text => ({
    en: `Both cover the same period: ${basis.en}.`,
    es: `Ambos abarcan el mismo periodo: ${basis.es}.`,
  }),
  'fiscal-with-calendar': (): Text => ({
    en: 'US fiscal years are compared with the calendar year in which they end. The two overlap by nine months.',
    es: 'Cada año fiscal de EE. UU. se compara con el año calendario en que termina. Coinciden en nueve meses.',
  }),
  none: (): Text => ({
    en: 'The two indicators have no figures for the same place and period.',
    es: 'Los dos indicadores no tienen cifras del mismo lugar y periodo.',
  }),
} as const;
