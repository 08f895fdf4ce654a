/** What each format and each URL returns, for the page of URLs and the OpenAPI document. */
import type { Language, Text } from '#stats/language.ts';

interface FormatWords {
  /** On a button. */
  readonly label: Text;
  readonly summary: Text;
  readonly compareSummary: Text;
}

/** The words of a citation of one style. */
const cited = (label: Text, style: string): FormatWords => ({
  label,
  summary: {
    en: `How to cite the answer, with the sources of its figures: ${style}.`,
    es: `Cómo citar la respuesta, con las fuentes de sus cifras: ${style}.`,
  },
  compareSummary: {
    en: `How to cite several indicators, with the sources of their figures: ${style}.`,
    es: `Cómo citar varios indicadores, con las fuentes de sus cifras: ${style}.`,
  },
});

export const FORMAT_WORDS = {
  csv: {
    label: { en: 'CSV', es: 'CSV' },
    summary: {
      en: 'The answer as a table: one row per figure or gap, with the same columns for every indicator.',
      es: 'La respuesta como tabla: una fila por cifra o hueco, con las mismas columnas para todos los indicadores.',
    },
    compareSummary: {
      en: 'Two indicators: one row per pair, with the hedge and source of each. More than two: their rows one after the other.',
      es: 'Dos indicadores: una fila por par, con el matiz y la fuente de cada uno. Más de dos: sus filas, unas tras otras.',
    },
  },
  json: {
    label: { en: 'JSON', es: 'JSON' },
    summary: {
      en: 'The complete answer: the rows, and the names, sources and editions that they refer to.',
      es: 'La respuesta completa: las filas, con los nombres, las fuentes y las versiones a los que remiten.',
    },
    compareSummary: {
      en: 'Several indicators: each complete answer, which rows match, how the periods were aligned, and the verdict.',
      es: 'Varios indicadores: cada respuesta completa, qué filas se corresponden, cómo se alinean los periodos y el veredicto.',
    },
  },
  svg: {
    label: { en: 'Image (SVG)', es: 'Imagen (SVG)' },
    summary: {
      en: 'The answer as an image with room for other fonts than ours; `fonts=system` names only fonts that every machine and every wiki has.',
      es: 'La respuesta como imagen, con espacio para otras letras que la nuestra; con `fonts=system` solo nombra letras que tiene cualquier equipo y cualquier wiki.',
    },
    compareSummary: {
      en: 'Two indicators as a scatter plot.',
      es: 'Dos indicadores como diagrama de dispersión.',
    },
  },
  png: {
    label: { en: 'Image (PNG)', es: 'Imagen (PNG)' },
    summary: {
      en: 'The answer as a picture in pixels, with the fonts in it: for documents, slides and e-mail. `width` and `scale` set its size, `size=card` makes a preview of 1200 × 630; at most 30 million pixels.',
      es: 'La respuesta como imagen de píxeles, con la letra incluida: para documentos, diapositivas y correo. `width` y `scale` fijan el tamaño y `size=card` da una vista previa de 1200 × 630; como máximo, 30 millones de píxeles.',
    },
    compareSummary: {
      en: 'Two indicators as a scatter plot, in pixels.',
      es: 'Dos indicadores como diagrama de dispersión, en píxeles.',
    },
  },
  pdf: {
    label: { en: 'Page (PDF)', es: 'Página (PDF)' },
    summary: {
      en: 'The answer as a page as large as the picture, with its fonts and its text alternative: for LaTeX, InDesign and print.',
      es: 'La respuesta como página del tamaño de la imagen, con su letra y su texto alternativo: para LaTeX, InDesign e imprenta.',
    },
    compareSummary: {
      en: 'Two indicators as a scatter plot, as a page.',
      es: 'Dos indicadores como diagrama de dispersión, como página.',
    },
  },
  'document.zip': {
    label: { en: 'For a report (ZIP)', es: 'Para un informe (ZIP)' },
    summary: {
      en: 'The picture with all that a report needs: PNG of 300 dots per inch, SVG, PDF, caption, text alternative, citation, pinned link, and the lines for LaTeX and Markdown.',
      es: 'La imagen con todo lo que necesita un informe: PNG de 300 puntos por pulgada, SVG, PDF, pie, texto alternativo, cita, enlace fijo y las líneas para LaTeX y Markdown.',
    },
    compareSummary: {
      en: 'The scatter plot of two indicators with all that a report needs.',
      es: 'El diagrama de dispersión de dos indicadores con todo lo que necesita un informe.',
    },
  },
  md: {
    label: { en: 'Text (Markdown)', es: 'Texto (Markdown)' },
    summary: {
      en: 'The answer as text for people and assistants: the finding, a sentence per series, the table with every hedge in words, notes, sources and links. Of a table of more than 200 rows, the first 200.',
      es: 'La respuesta como texto para personas y asistentes: el resultado, una frase por serie, la tabla con cada matiz en palabras, notas, fuentes y enlaces. De una tabla de más de 200 filas, las primeras 200.',
    },
    compareSummary: {
      en: 'Several indicators as text; of two, the table of pairs and the verdict first.',
      es: 'Varios indicadores como texto; si son dos, primero la tabla de pares y el veredicto.',
    },
  },
  xlsx: {
    label: { en: 'Excel (XLSX)', es: 'Excel (XLSX)' },
    summary: {
      en: 'The answer as a workbook: data with numbers, dates and percentages as such, codebook in both languages, sources, notes, licences and citation. At most 100,000 rows.',
      es: 'La respuesta como libro de Excel: los datos con los números, fechas y porcentajes como tales, diccionario en los dos idiomas, fuentes, notas, licencias y cita. 100 000 filas como máximo.',
    },
    compareSummary: {
      en: 'Several indicators as a workbook, each with a sheet of data.',
      es: 'Varios indicadores como libro de Excel, cada uno con una hoja de datos.',
    },
  },
  parquet: {
    label: { en: 'Parquet', es: 'Parquet' },
    summary: {
      en: 'The rows as Parquet for DuckDB, R and Python: typed columns, with codebook, licences and citation as metadata; ranges of bytes can be requested. At most 250,000 rows.',
      es: 'Las filas como Parquet para DuckDB, R y Python: columnas con su tipo, con diccionario, licencias y cita como metadatos; se pueden pedir rangos de bytes. 250 000 filas como máximo.',
    },
    compareSummary: {
      en: 'Several indicators as Parquet: their rows one after the other.',
      es: 'Varios indicadores como Parquet: sus filas, unas tras otras.',
    },
  },
  'columns.json': {
    label: { en: 'JSON by columns', es: 'JSON por columnas' },
    summary: {
      en: 'The rows as compact JSON, column by column, with the sources and what each column means: a fifth of `.json`. At most 250,000 rows.',
      es: 'Las filas como JSON compacto, columna por columna, con las fuentes y el significado de cada columna; ocupa la quinta parte que `.json`. 250 000 filas como máximo.',
    },
    compareSummary: {
      en: 'Several indicators as compact JSON, each column by column, and the verdict.',
      es: 'Varios indicadores como JSON compacto, cada uno columna por columna, y el veredicto.',
    },
  },
  'jsonstat.json': {
    label: { en: 'JSON-stat', es: 'JSON-stat' },
    summary: {
      en: 'The answer as a JSON-stat 2.0 cube for R, Python and spreadsheets; the status of a number is its hedge.',
      es: 'La respuesta como cubo JSON-stat 2.0 para R, Python y hojas de cálculo; el estado de un número es su matiz.',
    },
    compareSummary: {
      en: 'Several indicators as a JSON-stat 2.0 collection of cubes.',
      es: 'Varios indicadores como colección JSON-stat 2.0 de cubos.',
    },
  },
  'sdmx.csv': {
    label: { en: 'SDMX-CSV', es: 'SDMX-CSV' },
    summary: {
      en: 'The rows as SDMX-CSV 2.1, with hedge, source and place in the source as attributes. A figure with one end has no number as its value; its end is under LOW or HIGH. At most 250,000 rows.',
      es: 'Las filas como SDMX-CSV 2.1, con el matiz, la fuente y el lugar en la fuente como atributos. Una cifra con un solo extremo no tiene número como valor; el extremo está en LOW o HIGH. 250 000 filas como máximo.',
    },
    compareSummary: {
      en: 'Several indicators as SDMX-CSV 2.1, each with its own structure.',
      es: 'Varios indicadores como SDMX-CSV 2.1, cada uno con su estructura.',
    },
  },
  zip: {
    label: { en: 'Data package (ZIP)', es: 'Paquete de datos (ZIP)' },
    summary: {
      en: 'The answer ready to deposit: CSV, codebook, text, citation and licences, described as Data Package 2.0, CSVW, Croissant and RO-Crate, with the hash of every file. At most 100,000 rows.',
      es: 'La respuesta lista para depositar: CSV, diccionario, texto, cita y licencias, descrita como Data Package 2.0, CSVW, Croissant y RO-Crate, con la huella de cada archivo. 100 000 filas como máximo.',
    },
    compareSummary: {
      en: 'Several indicators ready to deposit, each with its own CSV.',
      es: 'Varios indicadores listos para depositar, cada uno con su CSV.',
    },
  },
  'apa.txt': cited({ en: 'Citation as text (APA)', es: 'Cita como texto (APA)' }, 'APA'),
  bib: cited({ en: 'Citation for BibTeX', es: 'Cita para BibTeX' }, 'BibTeX'),
  ris: cited(
    { en: 'Citation for reference managers (RIS)', es: 'Cita para gestores bibliográficos (RIS)' },
    'RIS',
  ),
  'csl.json': cited({ en: 'Citation as CSL-JSON', es: 'Cita como CSL-JSON' }, 'CSL-JSON'),
  cff: cited({ en: 'Citation as CITATION.cff', es: 'Cita como CITATION.cff' }, 'Citation File Format 1.2'),
} as const satisfies Readonly<Record<string, FormatWords>>;

/** The list of URLs for programs. */
export const PROGRAM_WORDS: Record<
  Language,
  Record<'title' | 'address' | 'gives' | 'example' | 'machines' | 'count', string>
> = {
  en: {
    title: 'For programs',
    address: 'URL',
    gives: 'Returns',
    example: 'Example',
    machines: 'The same list as an OpenAPI 3.1 document, with every parameter: ',
    count: 'With `count` in the query, a data URL returns the number of rows instead of the rows.',
  },
  es: {
    title: 'Para programas',
    address: 'URL',
    gives: 'Devuelve',
    example: 'Ejemplo',
    machines: 'La misma lista como documento OpenAPI 3.1, con todos los parámetros: ',
    count: 'Con `count` en la consulta, una URL de datos devuelve el número de filas en lugar de las filas.',
  },
};
