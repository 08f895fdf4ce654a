/** What is wrong with a query, in the words of its answer. */
import type { Text } from '../language.ts';

/** What a URL can name that does not exist; Spanish with its article. */
export const NOT_FOUND_NAMES = {
  url: { en: 'URL', es: 'la URL' },
  format: { en: 'format', es: 'el formato' },
  release: { en: 'release', es: 'la edición' },
  indicator: { en: 'indicator', es: 'el indicador' },
  page: { en: 'page', es: 'la página' },
  font: { en: 'font', es: 'el tipo de letra' },
} as const satisfies Readonly<Record<string, Text>>;
