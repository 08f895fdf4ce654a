/** The front page: search, list of indicators, and the pair of asylum figures. */
import type { Filled } from './filled.ts';

const en = {
  home: {
    head: 'noun, from Spanish',
    title: 'Setting two things side by side to check one against the other.',
    lead: 'Homicide, migration and asylum figures for the Americas, each with its hedge, its period and its source.',
    search: 'Search indicators and places',
    // Short enough for the field on a phone.
    searchHint: 'Indicator or place',
    searchButton: 'Search',
    try: 'For example',
    tryThese: ['homicide', 'Honduras', 'unaccompanied children', 'caravan'],
    onFile: ({ n }: Filled<'n'>) => `${n} indicators`,
    onFileShown: ({ n, shown }: Filled<'n' | 'shown'>) => `${n} indicators; ${shown} shown`,
    found: ({ n, all, q }: Filled<'n' | 'all' | 'q'>) => `${n} of ${all} indicators for “${q}”`,
    none: ({ q }: Filled<'q'>) => `No results for “${q}”`,
    noneHelp:
      'The search covers names, other words for them and definitions of indicators, and the names of places.',
    nearest: ({ q }: Filled<'q'>) => `Nothing has every word of “${q}”. These are the nearest.`,
    together: ({ titles, places }: Filled<'titles' | 'places'>) =>
      places === '' ? `Compare: ${titles}` : `Compare: ${titles}, ${places}`,
    map: ({ title, extent, year }: Filled<'title' | 'extent' | 'year'>) =>
      `Map: ${title}, ${extent}, ${year}`,
    world: 'World',
    areaLink: ({ name }: Filled<'name'>) => `Everything about ${name}`,
    areaFound: ({ n, name }: Filled<'n' | 'name'>) => `${n} indicators with figures of ${name}`,
    areaNone: ({ name }: Filled<'name'>) =>
      `None of these has a figure of ${name}; these are its other figures.`,
    otherAreas: 'Also found:',
    showAll: 'Show all indicators',
    changed: ({ version, date }: Filled<'version' | 'date'>) => `Release ${version}, ${date}`,
    changedFirst: ({ indicators, areas, sources }: Filled<'indicators' | 'areas' | 'sources'>) =>
      `${indicators} indicators, ${areas} areas and ${sources} sources.`,
    allReleases: 'All releases',
  },
  hero: {
    asylumHead: ({ origin, year }: Filled<'origin' | 'year'>) =>
      `Asylum granted in US courts, ${origin}, ${year}.`,
    asylumSub: 'One question, two answers.',
    asylumPrinted: ({
      numerator,
      denominator,
      period,
      date,
    }: Filled<'numerator' | 'denominator' | 'period' | 'date'>) =>
      `${numerator} of ${denominator} petitions in ${period}, as counted by a report of ${date}`,
    asylumMerits: ({
      numerator,
      denominator,
      period,
      source,
    }: Filled<'numerator' | 'denominator' | 'period' | 'source'>) =>
      `${numerator} of ${denominator} cases decided on the merits in ${period}, from ${source}`,
    'of-petitions': 'of the petitions counted by the report',
    'of-decided-on-merits': 'of the cases decided on the merits',
    'of-all-closed': 'of all cases closed for any reason',
    asylumVerdict: 'Different denominators: not on one line',
    asylumNote: 'Both are correct. They differ because they divide by different totals.',
    asylumLink: 'See the figures side by side',
  },
};

const es: typeof en = {
  home: {
    head: 'sustantivo masculino',
    title: 'Poner dos cosas lado a lado y comprobar la una con la otra.',
    lead: 'Cifras de homicidios, migración y asilo en las Américas, cada una con su matiz, su periodo y su fuente.',
    search: 'Buscar indicadores y lugares',
    searchHint: 'Indicador o lugar',
    searchButton: 'Buscar',
    try: 'Por ejemplo',
    tryThese: ['homicidio', 'Honduras', 'menores no acompañados', 'caravana'],
    onFile: ({ n }: Filled<'n'>) => `${n} indicadores`,
    onFileShown: ({ n, shown }: Filled<'n' | 'shown'>) => `${n} indicadores; ${shown} a la vista`,
    found: ({ n, all, q }: Filled<'n' | 'all' | 'q'>) => `${n} de ${all} indicadores para «${q}»`,
    none: ({ q }: Filled<'q'>) => `Sin resultados para «${q}»`,
    noneHelp:
      'La búsqueda abarca los nombres de los indicadores, otras palabras para ellos y sus definiciones, y los nombres de los lugares.',
    nearest: ({ q }: Filled<'q'>) => `Nada tiene todas las palabras de «${q}». Esto es lo más cercano.`,
    together: ({ titles, places }: Filled<'titles' | 'places'>) =>
      places === '' ? `Cotejar: ${titles}` : `Cotejar: ${titles}, ${places}`,
    map: ({ title, extent, year }: Filled<'title' | 'extent' | 'year'>) =>
      `Mapa: ${title}, ${extent}, ${year}`,
    world: 'Mundo',
    areaLink: ({ name }: Filled<'name'>) => `Todo sobre ${name}`,
    areaFound: ({ n, name }: Filled<'n' | 'name'>) => `${n} indicadores con cifras de ${name}`,
    areaNone: ({ name }: Filled<'name'>) =>
      `Ninguno de ellos tiene una cifra de ${name}; estas son sus otras cifras.`,
    otherAreas: 'También:',
    showAll: 'Ver todos los indicadores',
    changed: ({ version, date }: Filled<'version' | 'date'>) => `Edición ${version}, ${date}`,
    changedFirst: ({ indicators, areas, sources }: Filled<'indicators' | 'areas' | 'sources'>) =>
      `${indicators} indicadores, ${areas} zonas y ${sources} fuentes.`,
    allReleases: 'Todas las ediciones',
  },
  hero: {
    asylumHead: ({ origin, year }: Filled<'origin' | 'year'>) =>
      `Asilo concedido en tribunales de EE. UU., ${origin}, ${year}.`,
    asylumSub: 'Una pregunta, dos respuestas.',
    asylumPrinted: ({
      numerator,
      denominator,
      period,
      date,
    }: Filled<'numerator' | 'denominator' | 'period' | 'date'>) =>
      `${numerator} de ${denominator} solicitudes, ${period}, según un informe de ${date}`,
    asylumMerits: ({
      numerator,
      denominator,
      period,
      source,
    }: Filled<'numerator' | 'denominator' | 'period' | 'source'>) =>
      `${numerator} de ${denominator} casos resueltos en cuanto al fondo, ${period}, según ${source}`,
    'of-petitions': 'de las solicitudes que cuenta el informe',
    'of-decided-on-merits': 'de los casos resueltos en cuanto al fondo',
    'of-all-closed': 'de todos los casos cerrados por cualquier vía',
    asylumVerdict: 'Denominadores distintos: no van en una misma línea',
    asylumNote: 'Las dos son correctas. Difieren porque se dividen entre totales distintos.',
    asylumLink: 'Ver las cifras una al lado de otra',
  },
};

export const HOME_WORDS = { en, es };
