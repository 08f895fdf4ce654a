/** Several sources for one thing: what their disagreement changes, and the rules as the method page says them. */
import type { Text } from '../language.ts';

/** What the verdict says to a reader. */
export const DEPENDENCE_WORDS = {
  no: {
    en: 'Every available source says the same.',
    es: 'Todas las fuentes disponibles dicen lo mismo.',
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

/** The rule of this file as the method page says it. */
export const DEPENDENCE_RULE: Text = {
  en: 'We check the order of areas in the latest period that two sources share, and the rises and falls from the first such period to the last, against every other source that has all the figures. If another source reverses the result, we say so; if ranges allow both results, we say that it may.',
  es: 'Comprobamos el orden de las zonas en el último periodo que comparten dos fuentes, y las subidas y bajadas desde el primero de esos periodos hasta el último, con cada una de las demás fuentes que tienen todas las cifras. Si otra fuente invierte el resultado, lo decimos; si los intervalos admiten ambos resultados, decimos que podría invertirlo.',
};

/** The rule of this file as the method page says it. */
export const ENVELOPE_RULE: Text = {
  en: 'If sources disagree, each keeps its own figure. The range of sources runs from the lowest to the highest value that any of them allows, names those sources and says how far apart they are. It is not an average, and it never mixes figures with different definitions.',
  es: 'Si las fuentes discrepan, cada una conserva su cifra. La franja de fuentes va del valor más bajo al más alto que admite alguna de ellas, nombra esas fuentes e indica cuánto distan. No es un promedio, y nunca mezcla cifras con definiciones distintas.',
};
