/** What each URL returns that is not a format of a question, for the page of URLs and the OpenAPI document. */
import type { Text } from '#stats/language.ts';

export const OPERATION_WORDS = {
  getCompareEmbed: {
    en: 'Two indicators as a page for an iframe.',
    es: 'Dos indicadores como página para un iframe.',
  },
  getEmbed: { en: 'The answer as a page for an iframe.', es: 'La respuesta como página para un iframe.' },
  getClaimEmbed: {
    en: 'A claim on file as one sentence with its verdict, for an iframe.',
    es: 'Una afirmación del registro como una frase con su veredicto, para un iframe.',
  },
  getCheckEmbed: {
    en: 'A claim of your own as one sentence with its verdict, for an iframe.',
    es: 'Una afirmación propia como una frase con su veredicto, para un iframe.',
  },
  getValue: {
    en: 'One figure for running text, with hedge, unit, source and period: as a small page, as text, or as a picture as high as a line.',
    es: 'Una cifra para un texto, con matiz, unidad, fuente y periodo: como página pequeña, como texto o como imagen de la altura de una línea.',
  },
  getBoard: {
    en: 'Up to six questions as one page for an iframe.',
    es: 'Hasta seis consultas como una página para un iframe.',
  },
  getOembed: {
    en: 'oEmbed 1.0 for a page or an embed of this site, as JSON or XML: a quotation with finding, sources and release, and the frame.',
    es: 'oEmbed 1.0 de una página o una inserción de este sitio, en JSON o XML: una cita con el resultado, las fuentes y la edición, y el marco.',
  },
  getReleases: { en: 'Every release, oldest first.', es: 'Todas las ediciones, la más antigua primero.' },
  getConfig: { en: 'Limits, languages and formats.', es: 'Límites, idiomas y formatos.' },
  getIndicators: { en: 'The indicators of a release.', es: 'Los indicadores de una edición.' },
  getDimensions: {
    en: 'The codes that a query about an indicator can use, with the number of rows for each.',
    es: 'Los códigos que admite una consulta sobre un indicador, con el número de filas de cada uno.',
  },
  getRevisions: {
    en: 'What has changed since a release, row by row: first what was revised or removed, then what was added or confirmed by a newer edition. `to` names a later release; the default is the newest.',
    es: 'Qué ha cambiado desde una edición, fila por fila: primero lo revisado o retirado, después lo nuevo y lo confirmado por una versión posterior de la fuente. `to` nombra una edición posterior; si falta, es la última.',
  },
  getVintages: {
    en: 'One series in every file of every source, with statistics of how each file revised the one before; without `area`, these statistics over all series.',
    es: 'Una serie en todos los archivos de todas las fuentes, con estadísticas de cuánto revisó cada archivo al anterior; sin `area`, esas estadísticas en todas las series.',
  },
  getWhich: {
    en: 'Where a printed number stands: the periods, sources and files of an area in which it rounds to that number.',
    es: 'Dónde figura un número impreso: los periodos, fuentes y archivos de una zona en los que se redondea a él.',
  },
  getChanges: {
    en: 'A question as an Atom feed: an entry for each release that changed a figure shown, with the figure before, the figure now and the file that says so. Feed readers use the URL with `latest`.',
    es: 'Una consulta como canal Atom: una entrada por cada edición que cambió alguna de sus cifras, con la cifra anterior, la actual y el archivo que lo dice. Los lectores de canales usan la URL con `latest`.',
  },
  getDoubts: {
    en: 'Figures in doubt, with reason, status and who reported them.',
    es: 'Cifras en duda, con el motivo, el estado y quién las señaló.',
  },
  getDoubtsAtom: { en: 'The doubts as an Atom feed.', es: 'Las dudas como canal Atom.' },
  getDiff: {
    en: 'What was added, removed, revised and confirmed between two releases, with the old and the new figure, the size and the kind of each change.',
    es: 'Lo añadido, retirado, revisado y confirmado entre dos ediciones, con la cifra anterior y la nueva, el tamaño y el tipo de cada cambio.',
  },
  getClaims: {
    en: 'Every claim on file with its verdict in a release and the arithmetic.',
    es: 'Todas las afirmaciones con su veredicto en una edición y la cuenta.',
  },
  getClaim: {
    en: 'One claim: the figures with their evidence, the arithmetic, and what other sources would make of it.',
    es: 'Una afirmación: las cifras con su procedencia, la cuenta y lo que resultaría con otras fuentes.',
  },
  getCheck: {
    en: 'Checks a claim of your own: terms, expression and relation in, verdict and arithmetic out.',
    es: 'Comprueba una afirmación propia: entran términos, expresión y relación; salen el veredicto y la cuenta.',
  },
  getObservation: {
    en: 'Where one published figure comes from: its place in the source, its file, its value in every release, and what other sources say.',
    es: 'De dónde sale una cifra publicada: su lugar en la fuente, su archivo, su valor en cada edición y lo que dicen otras fuentes.',
  },
  getEvidence: {
    en: 'What one computed figure of an answer was made from: the rule, the members with value and weight, and the sum done again.',
    es: 'De qué se hizo una cifra calculada de una respuesta: la regla, los miembros con su valor y su peso, y la suma repetida.',
  },
  getCodebook: {
    en: 'What every column and code of the files means, in both languages.',
    es: 'Qué significa cada columna y cada código de los archivos, en los dos idiomas.',
  },
  getCatalogue: {
    en: 'The indicators of the newest release as a DCAT 3 catalogue, with the files of each.',
    es: 'Los indicadores de la edición más reciente como catálogo DCAT 3, con los archivos de cada uno.',
  },
  getFeed: { en: 'The releases as an Atom feed.', es: 'Las ediciones como canal Atom.' },
  getSitemap: {
    en: 'The pages of the site, for search engines.',
    es: 'Las páginas del sitio, para los buscadores.',
  },
  getCitation: {
    en: 'How to cite a release, with all its sources.',
    es: 'Cómo citar una edición, con todas sus fuentes.',
  },
  getLlms: {
    en: 'What an assistant needs to read the site: how to ask, how to read a figure, every indicator with the URL of its text.',
    es: 'Lo que un asistente necesita para leer el sitio: cómo preguntar, cómo leer una cifra y cada indicador con la URL de su texto.',
  },
  getPxWeb: {
    en: 'PxWebApi 2: the configuration, the indicators as tables, and the variables of a table in JSON-stat 2.0.',
    es: 'PxWebApi 2: la configuración, los indicadores como tablas y las variables de una tabla en JSON-stat 2.0.',
  },
  getPxWebData: {
    en: 'PxWebApi 2: figures as published, chosen with `valueCodes[area]=HND,SLV`; wildcards, `top(3)`, `from()`, `to()` and `range()` are accepted, and a selection may be sent by POST. At most 150,000 numbers.',
    es: 'PxWebApi 2: cifras tal como se publicaron, elegidas con `valueCodes[area]=HND,SLV`; se admiten comodines, `top(3)`, `from()`, `to()` y `range()`, y la selección puede enviarse por POST. 150 000 números como máximo.',
  },
  getPxWebOne: {
    en: 'PxWebApi 1, for clients that have no other version yet, such as the package pxweb of R: the tables, and the variables of a table; its figures are chosen by POST, in `json` or `json-stat2`.',
    es: 'PxWebApi 1, para clientes que aún no tienen otra versión, como el paquete pxweb de R: las tablas y las variables de una tabla; sus cifras se eligen por POST, en `json` o `json-stat2`.',
  },
  pxWebLanguage: { en: 'The language of the texts.', es: 'El idioma de los textos.' },
  getSdmxData: {
    en: 'SDMX 2.1: figures as published, as generic or structure-specific SDMX-ML, SDMX-CSV or SDMX-JSON by `Accept` or `format`; with `includeHistory=true` every value that a release revised.',
    es: 'SDMX 2.1: cifras tal como se publicaron, en SDMX-ML genérico o específico, SDMX-CSV o SDMX-JSON según `Accept` o `format`; con `includeHistory=true`, cada valor que una edición revisó.',
  },
  getSdmxAvailable: {
    en: 'SDMX 2.1: which codes have figures.',
    es: 'SDMX 2.1: qué códigos tienen cifras.',
  },
  getSdmxStructure: {
    en: 'SDMX 2.1: structures; with `references=children` also the code lists and concepts.',
    es: 'SDMX 2.1: estructuras; con `references=children`, también las listas de códigos y los conceptos.',
  },
  getSums: {
    en: 'SHA-256 checksums of each indicator’s complete table as CSV and JSON, in the format of `sha256sum --check`.',
    es: 'Sumas SHA-256 de la tabla completa de cada indicador en CSV y JSON, en el formato de `sha256sum --check`.',
  },
} as const satisfies Readonly<Record<string, Text>>;
