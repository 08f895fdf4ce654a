/** Words of the feed of a question's changes. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly feed: (title: string) => string;
  readonly title: (release: string, changed: number, added: number) => string;
  readonly none: string;
  readonly removed: string;
  readonly edition: (edition: string) => string;
  readonly added: (count: number) => string;
  readonly rest: (count: number) => string;
}

const figures = (count: number): string => (count === 1 ? '1 figure' : `${count} figures`);
const cifras = (count: number): string => (count === 1 ? '1 cifra' : `${count} cifras`);

export const CHANGE_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    feed: (title) => `Changes: ${title}`,
    title: (release, changed, added) =>
      [
        `Release ${release}`,
        changed > 0 ? `${figures(changed)} changed` : '',
        added > 0 ? `${figures(added)} new` : '',
      ]
        .filter(Boolean)
        .join(', '),
    none: 'no figure',
    removed: 'no longer published',
    edition: (edition) => `as of ${edition}`,
    added: (count) => `${figures(count)} new.`,
    rest: (count) => `${figures(count)} more changed.`,
  },
  es: {
    feed: (title) => `Cambios: ${title}`,
    title: (release, changed, added) =>
      [
        `Edición ${release}`,
        changed > 0 ? `${cifras(changed)} con cambios` : '',
        added > 0 ? `${cifras(added)} ${added === 1 ? 'nueva' : 'nuevas'}` : '',
      ]
        .filter(Boolean)
        .join(', '),
    none: 'sin cifra',
    removed: 'ya no se publica',
    edition: (edition) => `según ${edition}`,
    added: (count) => `${cifras(count)} ${count === 1 ? 'nueva' : 'nuevas'}.`,
    rest: (count) => `Otras ${cifras(count)} con cambios.`,
  },
};
