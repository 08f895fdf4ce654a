/**
 * Texts about several sources of one figure: what their disagreement changes, and the rules for the method
 * page.
 */
import type { Text } from '../language.ts';

/** The verdict in words. */
export const DEPENDENCE_WORDS = {
  no: {
    en: 'Every available source says the same.',
    es: 'Todas las fuentes disponibles dicen lo mismo.',
  },
  spread: {
    en: 'Every available source leads to the same conclusion, but their figures differ.',
    es: 'Todas las fuentes disponibles llevan a la misma conclusión, pero sus cifras difieren.',
  },
  possible: {
    en: 'Another source may say the opposite: the figures do not settle it.',
    es: 'Otra fuente puede decir lo contrario: las cifras no permiten saberlo.',
  },
  certain: {
    en: 'It depends on the source: another one disagrees.',
    es: 'Depende de la fuente: otra no coincide.',
  },
  unchecked: {
    en: 'No other source is available to check.',
    es: 'No hay otra fuente con la que comprobarlo.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The rule about dependence on the source, for the method page. */
export const DEPENDENCE_RULE: Text = {
  en: 'We check the order of areas in the latest period that two sources share, and the rises and falls from the first such period to the last, against every other source that has all the figures. If another source reverses the result, we say so; if ranges allow both results, we say that it may.',
  es: 'Comprobamos el orden de las zonas en el último periodo que comparten dos fuentes, y las subidas y bajadas desde el primero de esos periodos hasta el último, con cada una de las demás fuentes que tienen todas las cifras. Si otra fuente invierte el resultado, lo decimos; si los intervalos admiten ambos resultados, decimos que podría invertirlo.',
};

/** The rule about source ranges, for the method page. */
export const ENVELOPE_RULE: Text = {
  en: 'If sources disagree, each keeps its own figure. The range of sources runs from the lowest to the highest value that any of them allows, names those sources and says how far apart they are. It is not an average, and it never mixes figures with different definitions.',
  es: 'Si las fuentes discrepan, cada una conserva su cifra. La franja de fuentes va del valor más bajo al más alto que admite alguna de ellas, nombra esas fuentes e indica cuánto distan. No es un promedio, y nunca mezcla cifras con definiciones distintas.',
};
