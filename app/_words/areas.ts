/** Texts of the pages of areas: the list of all, and what is known of one. */
import type { Language } from '#stats/language.ts';
import type { PlaceKind } from '#stats/model/catalogue.ts';

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly find: string;
  readonly findButton: string;
  readonly groups: string;
  readonly countries: string;
  readonly cities: string;
  readonly parts: string;
  /** Countries of no region. */
  readonly elsewhere: string;
  readonly others: string;
  /** After an area's name in the list. */
  readonly counts: (asArea: number, asOrigin: number) => string;
  readonly noMatch: (text: string) => string;
  readonly description: (name: string) => string;
  readonly kinds: Readonly<Record<PlaceKind | 'group', string>>;
  readonly memberOf: (groups: string) => string;
  readonly within: (country: string) => string;
  readonly members: (names: string) => string;
  readonly known: (shown: number, all: number) => string;
  /** Of a group without a figure of its own; the members that have some follow. */
  readonly notCalculated: string;
  readonly seeAll: string;
  readonly jump: string;
  readonly here: string;
  readonly abroad: string;
  readonly printed: string;
  readonly inPlace: (name: string) => string;
  readonly fromPlace: (name: string) => string;
  readonly hereHelp: string;
  readonly abroadHelp: string;
  readonly printedTitle: string;
  readonly printedHelp: string;
  /** A finding after `inPlace` or `fromPlace`. */
  readonly belowHighest: (title: string, percent: string, period: string) => string;
  readonly highestYet: (title: string, period: string) => string;
  readonly ranked: (title: string, rank: string, period: string) => string;
  readonly columns: Readonly<Record<'what' | 'every' | 'latest' | 'rank' | 'sources', string>>;
  readonly highest: (figure: string, period: string) => string;
  readonly rank: (best: number, worst: number, of: number, by: string) => string;
  readonly peers: Readonly<Record<'country' | 'city' | 'part' | 'origin', string>>;
  readonly unranked: Readonly<Record<'differs' | 'few', string>>;
  readonly sources: (count: number) => string;
  readonly rankHelpTitle: string;
  readonly rankHelp: string;
  readonly compare: (name: string) => string;
  readonly alsoOn: string;
}

const en: Words = {
  title: 'Areas',
  lead: 'Countries, cities and groups with figures on file, and how many indicators each has.',
  find: 'Find an area',
  findButton: 'Find',
  groups: 'Groups',
  countries: 'Countries and territories',
  cities: 'Cities',
  parts: 'Parts of countries',
  elsewhere: 'Elsewhere',
  others: 'Cities, parts of countries and groups',
  counts: (asArea, asOrigin) =>
    [asArea > 0 ? `${asArea} as a place` : '', asOrigin > 0 ? `${asOrigin} by origin` : '']
      .filter(Boolean)
      .join(', '),
  noMatch: (text) => `No area is called “${text}”.`,
  description: (name) =>
    `Every indicator that has a figure for ${name}, with its period, its source and its rank.`,
  kinds: {
    country: 'Country',
    territory: 'Territory',
    state: 'State or province',
    department: 'Department',
    municipality: 'Municipality',
    city: 'City',
    region: 'Region',
    group: 'Group',
  },
  memberOf: (groups) => `member of ${groups}`,
  within: (country) => `in ${country}`,
  members: (names) => `of ${names}`,
  known: (shown, all) => `${shown} of ${all} indicators have a figure for it; the others are left out.`,
  notCalculated:
    'Of the group as a whole no figure can be calculated: too few of its members have one in the same year. These have some:',
  seeAll: 'See all indicators',
  jump: 'On this page',
  here: 'As a place',
  abroad: 'As an origin',
  printed: 'Said once',
  inPlace: (name) => `In ${name}`,
  fromPlace: (name) => `People from ${name}, elsewhere`,
  hereHelp: 'What happened there, or who lives there',
  abroadHelp: 'Counted by nationality or origin, in other countries',
  printedTitle: 'Said once, in a document',
  printedHelp: 'These are not series. The hedge and the date are the document’s own.',
  belowHighest: (title, percent, period) => `${title} ${percent} below its highest, ${period}`,
  highestYet: (title, period) => `${title} at its highest on file in ${period}`,
  ranked: (title, rank, period) => `${title}, ${rank} in ${period}`,
  columns: {
    what: 'Indicator',
    every: 'every figure',
    latest: 'latest',
    rank: 'rank, highest first',
    sources: 'sources',
  },
  highest: (figure, period) => `Highest ${figure}, ${period}`,
  rank: (best, worst, of, by) => `${best === worst ? best : `${best} to ${worst}`} of ${of} ${by}`,
  peers: { country: 'countries', city: 'cities', part: 'places of its kind', origin: 'origins' },
  unranked: {
    differs: 'Not ranked: countries measure it differently',
    few: 'Not ranked: fewer than five have a figure',
  },
  sources: (count) => (count === 1 ? '1 source' : `${count} sources`),
  rankHelpTitle: 'How to read a rank.',
  rankHelp:
    'The bar covers every position that the figures allow: one tick where it is certain, a span where rounding or an interval leaves it open. There is no rank where countries measure differently.',
  compare: (name) => `Compare figures of ${name}`,
  alsoOn: 'Also',
};

const es: Words = {
  title: 'Lugares',
  lead: 'Países, ciudades y grupos de los que hay cifras, y cuántos indicadores tiene cada uno.',
  find: 'Buscar un lugar',
  findButton: 'Buscar',
  groups: 'Grupos',
  countries: 'Países y territorios',
  cities: 'Ciudades',
  parts: 'Partes de países',
  elsewhere: 'Otros países',
  others: 'Ciudades, partes de países y grupos',
  counts: (asArea, asOrigin) =>
    [asArea > 0 ? `${asArea} como lugar` : '', asOrigin > 0 ? `${asOrigin} por origen` : '']
      .filter(Boolean)
      .join(', '),
  noMatch: (text) => `Ningún lugar se llama «${text}».`,
  description: (name) =>
    `Todos los indicadores con alguna cifra de ${name}, con su periodo, su fuente y su posición.`,
  kinds: {
    country: 'País',
    territory: 'Territorio',
    state: 'Estado o provincia',
    department: 'Departamento',
    municipality: 'Municipio',
    city: 'Ciudad',
    region: 'Región',
    group: 'Grupo',
  },
  memberOf: (groups) => `forma parte de ${groups}`,
  within: (country) => `en ${country}`,
  members: (names) => `de ${names}`,
  known: (shown, all) => `${shown} de ${all} indicadores tienen una cifra; los demás no se muestran.`,
  notCalculated:
    'No se puede calcular ninguna cifra del grupo entero: muy pocos de sus miembros tienen una en el mismo año. Tienen alguna:',
  seeAll: 'Ver todos los indicadores',
  jump: 'En esta página',
  here: 'Como lugar',
  abroad: 'Como origen',
  printed: 'Dicho una vez',
  inPlace: (name) => `En ${name}`,
  fromPlace: (name) => `Personas de ${name} en otros países`,
  hereHelp: 'Lo que ocurrió allí o quiénes viven allí',
  abroadHelp: 'Contadas por nacionalidad u origen, en otros países',
  printedTitle: 'Dicho una vez, en un documento',
  printedHelp: 'No son series. El matiz y la fecha son los del documento.',
  belowHighest: (title, percent, period) => `${title} ${percent} por debajo de su máximo, ${period}`,
  highestYet: (title, period) => `${title} en su máximo registrado en ${period}`,
  ranked: (title, rank, period) => `${title}, ${rank} en ${period}`,
  columns: {
    what: 'Indicador',
    every: 'todas las cifras',
    latest: 'última',
    rank: 'posición, de mayor a menor',
    sources: 'fuentes',
  },
  highest: (figure, period) => `Máximo ${figure}, ${period}`,
  rank: (best, worst, of, by) => `${best === worst ? best : `${best} a ${worst}`} de ${of} ${by}`,
  peers: { country: 'países', city: 'ciudades', part: 'lugares de su clase', origin: 'orígenes' },
  unranked: {
    differs: 'Sin posición: cada país lo mide a su manera',
    few: 'Sin posición: menos de cinco tienen una cifra',
  },
  sources: (count) => (count === 1 ? '1 fuente' : `${count} fuentes`),
  rankHelpTitle: 'Cómo leer una posición.',
  rankHelp:
    'La barra abarca todas las posiciones que permiten las cifras: una marca donde es segura, un tramo donde el redondeo o un intervalo la dejan abierta. No hay posición donde cada país mide a su manera.',
  compare: (name) => `Cotejar cifras de ${name}`,
  alsoOn: 'También',
};

export const AREA_WORDS: Readonly<Record<Language, Words>> = { en, es };
