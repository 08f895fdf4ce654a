/** Texts of the pages about sources, releases and URLs. */
import type { Language } from '#stats/language.ts';
import type { Filled } from './filled.ts';

const en = {
  sources: {
    title: 'Sources',
    lead: 'Who published each figure, under what licence, and which file we read. A compiled source collects or reworks the counts of others, and a secondary source quotes them. Secondary sources always come last.',
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
    may: { yes: 'Allowed.', no: 'Not allowed.', unknown: 'Not known; shown with attribution.' },
    address: 'Address',
    edition: 'File read',
    accessed: 'read',
    usedIn: 'Used in',
    notStated: 'not stated',
  },
  releases: {
    title: 'Releases',
    lead: 'A release is a version of the data that never changes. Each new release lists what it adds, revises or corrects. URLs of older releases keep returning the same figures.',
    hash: 'Content hash',
    changes: {
      added: ({ count }: Filled<'count'>) => `${count} added`,
      removed: ({ count }: Filled<'count'>) => `${count} removed`,
      revised: ({ count }: Filled<'count'>) => `${count} revised`,
      confirmed: ({ count }: Filled<'count'>) =>
        `${count} with the same figure and other details, such as a newer edition or a more exact place in the file`,
    },
    since: ({ version }: Filled<'version'>) => `Since ${version}:`,
    noChanges: 'no figure changed',
    list: 'What changed in each indicator',
  },
  revised: {
    since: ({ version }: Filled<'version'>) => `Revised since release ${version}.`,
    figuresRevised: ({ count }: Filled<'count'>) => `Figures revised: ${count}`,
    figuresRemoved: ({ count }: Filled<'count'>) => `figures removed: ${count}`,
    seeLatest: ({ latest }: Filled<'latest'>) => `See release ${latest}`,
    list: 'what changed',
  },
  columns: { title: 'Columns of the CSV', name: 'Column', meaning: 'Meaning' },
};

const es: typeof en = {
  sources: {
    title: 'Fuentes',
    lead: 'Quién publicó cada cifra, con qué licencia y qué archivo leímos. Una fuente compilada reúne o elabora los recuentos de otros, y una secundaria los cita. Las secundarias van siempre al final.',
    contents: 'Todas las fuentes',
    kinds: { primary: 'Primarias', compiled: 'Compiladas', secondary: 'Secundarias' },
    producer: 'Contado por',
    compiler: 'Compilado por',
    publisher: 'Editor',
    kind: 'Tipo',
    forms: { series: 'serie que se actualiza', publication: 'publicación única' },
    published: 'Publicada',
    licence: 'Licencia',
    redistribute: 'Redistribución',
    may: { yes: 'Permitida.', no: 'No permitida.', unknown: 'No se sabe; se muestra citando la fuente.' },
    address: 'Dirección',
    edition: 'Archivo leído',
    accessed: 'leído el',
    usedIn: 'Aparece en',
    notStated: 'no indicado',
  },
  releases: {
    title: 'Ediciones',
    lead: 'Una edición es una versión de los datos que no cambia nunca. Cada edición nueva dice qué añade, revisa o corrige. Las URL de ediciones anteriores siguen devolviendo las mismas cifras.',
    hash: 'Huella del contenido',
    changes: {
      added: ({ count }: Filled<'count'>) => `${count} nuevas`,
      removed: ({ count }: Filled<'count'>) => `${count} retiradas`,
      revised: ({ count }: Filled<'count'>) => `${count} revisadas`,
      confirmed: ({ count }: Filled<'count'>) =>
        `${count} con la misma cifra y otros detalles, como una versión posterior de la fuente o un lugar más exacto en el archivo`,
    },
    since: ({ version }: Filled<'version'>) => `Cifras desde la ${version}:`,
    noChanges: 'no cambió ninguna',
    list: 'Qué cambió en cada indicador',
  },
  revised: {
    since: ({ version }: Filled<'version'>) => `Revisado desde la edición ${version}.`,
    figuresRevised: ({ count }: Filled<'count'>) => `Cifras revisadas: ${count}`,
    figuresRemoved: ({ count }: Filled<'count'>) => `cifras retiradas: ${count}`,
    seeLatest: ({ latest }: Filled<'latest'>) => `Ver la edición ${latest}`,
    list: 'qué cambió',
  },
  columns: { title: 'Columnas del CSV', name: 'Columna', meaning: 'Significado' },
};

/** @public The test of all texts reads it. */
export const PAGE_WORDS = { en, es };

/** The texts of these pages in one language. */
export const pagesIn = (language: Language): typeof en => PAGE_WORDS[language];
