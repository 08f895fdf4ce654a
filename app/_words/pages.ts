/** Words of the pages about sources, releases and addresses. */
import type { Language } from '#stats/language.ts';
import type { SourceKind } from '#stats/model/catalogue.ts';
import type { RevisionKind } from '#stats/model/revision.ts';

interface PageWords {
  readonly sources: {
    readonly title: string;
    readonly lead: string;
    /** Name of the list of contents, and the headings in it. */
    readonly contents: string;
    readonly kinds: Readonly<Record<SourceKind, string>>;
    readonly publisher: string;
    /** Of a compiled source: who counted, and who compiled the file. */
    readonly producer: string;
    readonly compiler: string;
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
  readonly releases: {
    readonly title: string;
    readonly lead: string;
    readonly hash: string;
    /** `{count}` of each kind; kinds that are none are left out. */
    readonly changes: Readonly<Record<RevisionKind, string>>;
    readonly since: string;
    readonly list: string;
  };
  readonly revised: {
    readonly since: string;
    readonly figuresRevised: string;
    readonly figuresRemoved: string;
    readonly seeLatest: string;
    readonly list: string;
  };
  readonly columns: { readonly title: string; readonly name: string; readonly meaning: string };
}

export const PAGE_WORDS: Record<Language, PageWords> = {
  en: {
    sources: {
      title: 'Sources',
      lead: 'Who says it, under what licence, and which file was read. A secondary source repeats figures of others; it never comes before a primary one.',
      contents: 'All sources',
      kinds: { primary: 'Primary', compiled: 'Compiled', secondary: 'Secondary' },
      producer: 'Counted by',
      compiler: 'Compiled by',
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
      lead: 'A release is a state of the data that never changes. A new one says what it adds, revises or corrects; addresses that name an older one go on giving the same figures.',
      hash: 'Content hash',
      changes: {
        added: '{count} added',
        removed: '{count} removed',
        revised: '{count} revised',
        confirmed: '{count} confirmed by a newer edition',
      },
      since: 'Since {version}:',
      list: 'What changed in each indicator',
    },
    revised: {
      since: 'Revised since release {version}.',
      figuresRevised: 'Figures of this indicator that are others now: {count}',
      figuresRemoved: 'no longer there: {count}',
      seeLatest: 'See release {latest}',
      list: 'what changed',
    },
    columns: { title: 'Columns of the CSV', name: 'Column', meaning: 'Meaning' },
  },
  es: {
    sources: {
      title: 'Fuentes',
      lead: 'Quién lo dice, con qué licencia y qué archivo se leyó. Una fuente secundaria repite cifras de otros y nunca va antes que una primaria.',
      contents: 'Todas las fuentes',
      kinds: { primary: 'Primarias', compiled: 'Compiladas', secondary: 'Secundarias' },
      producer: 'Contado por',
      compiler: 'Compilado por',
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
      lead: 'Una edición es un estado de los datos que no cambia nunca. Cada una dice qué añade, revisa o corrige; las direcciones que nombran una anterior siguen dando las mismas cifras.',
      hash: 'Huella del contenido',
      changes: {
        added: '{count} nuevas',
        removed: '{count} retiradas',
        revised: '{count} revisadas',
        confirmed: '{count} confirmadas por una edición posterior de su fuente',
      },
      since: 'Cifras desde la {version}:',
      list: 'Qué cambió en cada indicador',
    },
    revised: {
      since: 'Revisado desde la edición {version}.',
      figuresRevised: 'Cifras de este indicador que ahora son otras: {count}',
      figuresRemoved: 'que ya no están: {count}',
      seeLatest: 'Ver la edición {latest}',
      list: 'qué cambió',
    },
    columns: { title: 'Columnas del CSV', name: 'Columna', meaning: 'Significado' },
  },
};

export const pagesIn = (language: Language): PageWords => PAGE_WORDS[language];
