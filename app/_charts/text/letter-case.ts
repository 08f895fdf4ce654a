/** Names and units at the start of a sentence and inside it. */

/** Units that begin with a proper name. */
const NAMED = /^(Gini|Dólares de EE)/;

/**
 * A unit inside a sentence: `US dollars` and `Gini index` keep their capitals, `People` does not.
 * @example lower('Homicides per 100,000 people') === 'homicides per 100,000 people'
 */
export const lower = (words: string): string =>
  /^[A-ZÁÉÍÓÚ][a-záéíóúñ]/.test(words) && !NAMED.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
