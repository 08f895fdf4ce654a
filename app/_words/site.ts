/** Names of the site, its main menu and its footer. */
const en = {
  site: {
    name: 'Cotejo',
    tagline: 'Statistics that keep their hedge, their source and their release',
    description:
      'Homicide, migration and asylum figures for the Americas, each with its hedge, its period and its source.',
    skip: 'Skip to content',
    skipToChart: 'Skip to the chart',
    main: 'Main',
    menu: 'Menu',
    language: 'Language',
    indicators: 'Indicators',
    areas: 'Areas',
    topics: 'Topics',
    compare: 'Compare',
    claims: 'Claims',
    doubts: 'Doubts',
    sources: 'Sources',
    method: 'Method',
    addresses: 'Data and URLs',
    releases: 'Releases',
    release: 'Release',
    foot: 'shows every figure with its source. The code is open source; the data keep their publishers’ licences.',
    methodLong: 'Method and aggregation rules',
    addressesLong: 'URLs and formats',
    sourcesLong: 'Sources and licences',
  },
};

const es: typeof en = {
  site: {
    name: 'Cotejo',
    tagline: 'Estadísticas que conservan su matiz, su fuente y su edición',
    description:
      'Cifras de homicidios, migración y asilo en las Américas, cada una con su matiz, su periodo y su fuente.',
    skip: 'Ir al contenido',
    skipToChart: 'Ir al gráfico',
    main: 'Principal',
    menu: 'Menú',
    language: 'Idioma',
    indicators: 'Indicadores',
    areas: 'Lugares',
    topics: 'Temas',
    compare: 'Cotejar',
    claims: 'Afirmaciones',
    doubts: 'Dudas',
    sources: 'Fuentes',
    method: 'Método',
    addresses: 'Datos y URL',
    releases: 'Ediciones',
    release: 'Edición',
    foot: 'muestra cada cifra con su fuente. El código es abierto; los datos conservan la licencia de quien los publicó.',
    methodLong: 'Método y reglas de agregación',
    addressesLong: 'URL y formatos',
    sourcesLong: 'Fuentes y licencias',
  },
};

export const SITE_WORDS = { en, es };
