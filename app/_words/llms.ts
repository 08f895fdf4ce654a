/** Texts of `/llms.txt`, which introduces the site to assistants. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly summary: string;
  readonly rules: readonly string[];
  readonly asking: string;
  /** How a question is written, with an example in code. */
  readonly ways: readonly string[];
  readonly indicators: (release: string) => string;
  readonly machines: string;
  readonly links: Readonly<Record<'openapi' | 'releases' | 'limits' | 'names', string>>;
}

export const LLMS_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    summary:
      'Statistics on violence, migration and asylum in the Americas. Every figure keeps its hedge, its source and its release.',
    rules: [
      'A word before a number is part of the figure. Quote “more than 20,000” whole; never drop the word and never take the midpoint of a range.',
      'Name the source and the release with a figure. An address that names a release always returns the same figures.',
      'A gap has a reason (not published, suppressed, a member is missing). It is never zero.',
      'Figures computed by Cotejo are marked so; the text says by which rule.',
      'The section “Can these be compared?” gives the verdict on comparing the figures of an answer, with its reasons.',
    ],
    asking: 'How to ask',
    ways: [
      '`/data/1.0.0/homicide-rate.md?country=HND~SLV&time=2010..2019`: an answer as text; `.csv` and `.json` have every column.',
      '`country=` ISO 3166-1 alpha-3, joined by `~`; `group=`, `origin=`, `source=`, `breakdown=`, `time=latest`, `transform=`.',
      'An assistant that speaks the Model Context Protocol can use the tools at `/mcp` (Streamable HTTP, no key).',
      '`count` in the query returns the number of rows. `lang=es` answers in Spanish. Unknown parameters are refused, and the answer names the accepted ones.',
    ],
    indicators: (release) => `Indicators of release ${release}`,
    machines: 'For programs',
    links: {
      openapi: 'Every address and parameter (OpenAPI 3.1)',
      releases: 'Releases',
      limits: 'Limits of a request',
      names: 'Indicators with definitions, sources and notes',
    },
  },
  es: {
    summary:
      'Estadísticas de violencia, migración y asilo en América. Cada cifra conserva su matiz, su fuente y su edición.',
    rules: [
      'La palabra que precede a un número forma parte de la cifra. Cite entero «más de 20 000»; no quite la palabra ni tome el punto medio de un intervalo.',
      'Con la cifra, nombre la fuente y la edición. Una dirección que nombra una edición devuelve siempre las mismas cifras.',
      'Un hueco tiene un motivo (no publicado, omitido por la fuente, falta un miembro). Nunca es un cero.',
      'Las cifras calculadas por Cotejo lo dicen, y el texto explica con qué regla.',
      'El apartado «¿Se pueden comparar?» da el veredicto sobre las cifras de una respuesta, con sus motivos.',
    ],
    asking: 'Cómo preguntar',
    ways: [
      '`/data/1.0.0/homicide-rate.md?country=HND~SLV&time=2010..2019&lang=es`: una respuesta como texto; `.csv` y `.json` tienen todas las columnas.',
      '`country=` ISO 3166-1 alfa-3, unidos por `~`; `group=`, `origin=`, `source=`, `breakdown=`, `time=latest`, `transform=`.',
      'Un asistente que hable el Model Context Protocol dispone de herramientas en `/mcp` (Streamable HTTP, sin clave).',
      'Con `count` en la consulta se obtiene el número de filas. Los parámetros desconocidos se rechazan y la respuesta nombra los admitidos.',
    ],
    indicators: (release) => `Indicadores de la edición ${release}`,
    machines: 'Para programas',
    links: {
      openapi: 'Todas las direcciones y parámetros (OpenAPI 3.1)',
      releases: 'Ediciones',
      limits: 'Límites de una petición',
      names: 'Indicadores con definiciones, fuentes y notas',
    },
  },
};
