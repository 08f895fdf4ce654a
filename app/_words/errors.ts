/** Texts of error answers that the server itself makes. What is wrong with a query is said in `stats/wording`. */
import type { Text } from '#stats/language.ts';
import type { Problem } from '#stats/problem.ts';

export const PROBLEM_TITLES: Readonly<
  Record<Problem['code'] | 'method' | 'not-implemented' | 'failure' | 'busy', Text>
> = {
  'unknown-parameter': { en: 'Unknown parameter', es: 'Parámetro desconocido' },
  'repeated-parameter': { en: 'Repeated parameter', es: 'Parámetro repetido' },
  'unknown-value': { en: 'Unknown value', es: 'Valor desconocido' },
  malformed: { en: 'Invalid value', es: 'Valor no válido' },
  'too-long': { en: 'Query too long', es: 'Consulta demasiado larga' },
  'too-many': { en: 'Too many values', es: 'Demasiados valores' },
  'not-found': { en: 'Not found', es: 'No se encuentra' },
  method: { en: 'Method not allowed', es: 'Método no permitido' },
  'not-implemented': { en: 'Unknown format', es: 'Formato desconocido' },
  failure: { en: 'Internal error', es: 'Error interno' },
  busy: { en: 'Temporarily unavailable', es: 'No disponible en este momento' },
};

export const ERROR_WORDS = {
  method: (allow: string): Text => ({
    en: `This URL accepts only ${allow}.`,
    es: `Esta URL solo admite ${allow}.`,
  }),
  failure: {
    en: 'Something went wrong on our side. Your request is fine; please try again.',
    es: 'El fallo es nuestro. Su consulta es correcta; inténtelo de nuevo.',
  },
  timeout: (seconds: number): Text => ({
    en: `This took longer than ${seconds} seconds. Choose fewer areas or years.`,
    es: `Esto tardó más de ${seconds} segundos. Elija menos zonas o años.`,
  }),
  busy: {
    en: 'The server is busy. Try again in a few seconds.',
    es: 'El servidor está ocupado. Inténtelo de nuevo en unos segundos.',
  },
  databaseAway: {
    en: 'The database is not responding. Try again in a moment.',
    es: 'La base de datos no responde. Inténtelo de nuevo en un momento.',
  },
  behind: {
    en: 'This server may not have the release yet. Try again in a few seconds.',
    es: 'Puede que este servidor aún no tenga la edición. Inténtelo de nuevo en unos segundos.',
  },
  nothingPublished: {
    en: 'No release has been published yet.',
    es: 'Todavía no se ha publicado ninguna edición.',
  },
  unreadable: { en: 'The URL cannot be read.', es: 'La URL no se puede leer.' },
  laterRelease: {
    en: 'The second release must be later than the first.',
    es: 'La segunda edición debe ser posterior a la primera.',
  },
  badEscape: {
    en: 'A percent sign in the path is not followed by a valid UTF-8 escape.',
    es: 'Un signo de porcentaje de la ruta no va seguido de una secuencia UTF-8 válida.',
  },
  controlCharacters: {
    en: 'A URL cannot contain control characters.',
    es: 'Una URL no puede contener caracteres de control.',
  },
  twoIndicators: {
    en: 'An image shows two indicators. The page and the other formats accept more.',
    es: 'Una imagen muestra dos indicadores. La página y los demás formatos admiten más.',
  },
  pictureTooLarge: ({ pixels, most }: { readonly pixels: string; readonly most: string }): Text => ({
    en: `The picture would have ${pixels} million pixels; at most ${most} million are drawn. Lower scale= or width=, or ask for fewer figures.`,
    es: `La imagen tendría ${pixels} millones de píxeles; se dibujan ${most} como máximo. Reduzca scale= o width=, o pida menos cifras.`,
  }),
  notTogether: (first: string, second: string): Text => ({
    en: `${first}= cannot be combined with ${second}. Remove one of the two.`,
    es: `${first}= no se combina con ${second}. Quite uno de los dos.`,
  }),
  fullIsUnfiltered: (parameter: string): Text => ({
    en: `csvType=full returns the whole indicator and cannot be combined with ${parameter}. Remove one of the two.`,
    es: `csvType=full devuelve el indicador entero y no se combina con ${parameter}. Quite uno de los dos.`,
  }),
} as const satisfies Readonly<Record<string, Text | ((...values: never[]) => Text)>>;
