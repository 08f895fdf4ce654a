/** Words of citations. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly dataset: string;
  readonly release: (version: string) => string;
  readonly from: string;
  /** Of the file CITATION.cff. */
  readonly message: string;
  readonly whole: string;
  readonly undated: string;
}

export const CITATION_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    dataset: 'Data set',
    release: (version) => `Release ${version}`,
    from: 'With data from:',
    message: 'Please cite these figures as below, together with the sources that published them.',
    whole: 'Cotejo: figures on violence, migration and asylum in the Americas',
    undated: 'n.d.',
  },
  es: {
    dataset: 'Conjunto de datos',
    release: (version) => `Edición ${version}`,
    from: 'Con datos de:',
    message: 'Cite estas cifras como sigue, junto con las fuentes que las publicaron.',
    whole: 'Cotejo: cifras de violencia, migración y asilo en América',
    undated: 's. f.',
  },
};
