/** Words of the pages about sources, releases and addresses. */
import type { Language } from '#stats/language.ts';

interface PageWords {
  readonly sources: {
    readonly title: string;
    readonly lead: string;
    /** Name of the list of contents, and the headings in it. */
    readonly contents: string;
    readonly kinds: { readonly primary: string; readonly secondary: string };
    readonly publisher: string;
    readonly kind: string;
    readonly forms: { readonly series: string; readonly publication: string };
    readonly published: string;
    readonly licence: string;
    readonly redistribute: string;
    readonly may: { readonly yes: string; readonly no: string; readonly unknown: string };
    readonly address: string;
    readonly edition: string;
    readonly accessed: string;
    readonly usedIn: string;
    readonly notStated: string;
  };
  readonly releases: { readonly title: string; readonly lead: string; readonly hash: string };
  readonly columns: { readonly title: string; readonly name: string; readonly meaning: string };
}

export const PAGE_WORDS: Record<Language, PageWords> = {
  en: {
    sources: {
      title: 'Sources',
      lead: 'Who says it, under what licence, and which file was read. A secondary source repeats figures of others; it never comes before a primary one.',
      contents: 'All sources',
      kinds: { primary: 'Primary', secondary: 'Secondary' },
      publisher: 'Publisher',
      kind: 'Kind',
      forms: { series: 'a series that is updated', publication: 'one publication' },
      published: 'Published',
      licence: 'Licence',
      redistribute: 'Redistribution',
      may: { yes: 'Allowed.', no: 'Not allowed.', unknown: 'Not known; shown with acknowledgement.' },
      address: 'Address',
      edition: 'File read',
      accessed: 'read',
      usedIn: 'Used in',
      notStated: 'not stated',
    },
    releases: {
      title: 'Releases',
      lead: 'A release is a state of the data that never changes. A new one says what it adds, revises or corrects; addresses that name an older one go on giving the same bytes.',
      hash: 'Content hash',
    },
    columns: { title: 'Columns of the CSV', name: 'Column', meaning: 'Meaning' },
  },
  es: {
    sources: {
      title: 'Fuentes',
      lead: 'Quién lo dice, con qué licencia y qué archivo se leyó. Una fuente secundaria repite cifras de otros y nunca va antes que una primaria.',
      contents: 'Todas las fuentes',
      kinds: { primary: 'Primarias', secondary: 'Secundarias' },
      publisher: 'Editor',
      kind: 'Clase',
      forms: { series: 'serie que se actualiza', publication: 'publicación única' },
      published: 'Publicada',
      licence: 'Licencia',
      redistribute: 'Redistribución',
      may: { yes: 'Permitida.', no: 'No permitida.', unknown: 'No se sabe; se muestra con reconocimiento.' },
      address: 'Dirección',
      edition: 'Archivo leído',
      accessed: 'leído el',
      usedIn: 'Aparece en',
      notStated: 'no indicado',
    },
    releases: {
      title: 'Ediciones',
      lead: 'Una edición es un estado de los datos que no cambia nunca. Cada una dice qué añade, revisa o corrige; las direcciones que nombran una anterior siguen dando los mismos bytes.',
      hash: 'Huella del contenido',
    },
    columns: { title: 'Columnas del CSV', name: 'Columna', meaning: 'Significado' },
  },
};

export const pagesIn = (language: Language): PageWords => PAGE_WORDS[language];
