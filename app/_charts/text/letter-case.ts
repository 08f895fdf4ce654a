/** Names and units where they begin a sentence, and where they stand inside one. */

/** Units that begin with a name. */
const NAMED = /^(Gini|Dólares de EE)/;

/**
 * A unit inside a sentence: `US dollars` and `Gini index` keep their capitals, `People` does not.
 * @example lower('Homicides per 100,000 people') === 'homicides per 100,000 people'
 */
export const lower = (words: string): string =>
  /^[A-ZÁÉÍÓÚ][a-záéíóúñ]/.test(words) && !NAMED.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
