/**
 * Parses a query string into parameters. Each parameter may occur once; its values are joined by `~`. Parsing
 * takes linear time, and a text that is too long is refused before it is read.
 */
import { PROBLEM_TEXTS } from './wording/problems.ts';
import { LIMITS } from './limits.ts';
import { BadQuery, malformed, repeatedParameter, tooLong } from './problem.ts';

/**
 * A text without its escapes; null if one of them is broken. `decodeURIComponent` throws there, and a reader's text may
 * always be broken.
 * @example decodeEscapes('caf%C3%A9') === 'café' && decodeEscapes('%zz') === null
 */
export function decodeEscapes(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function decode(text: string, parameter: string | null): string {
  const decoded = decodeEscapes(text.replaceAll('+', ' '));
  if (decoded === null)
    throw new BadQuery(malformed(parameter, text, ['%20', '%C3%A9'], PROBLEM_TEXTS.badEscape));
  if (/[\u0000-\u001f\u007f]/.test(decoded)) {
    throw new BadQuery(malformed(parameter, text, [], PROBLEM_TEXTS.controlCharacters));
  }
  return decoded;
}

/**
 * The parameters of a raw query string (without `?`). An empty value is kept, because it has a meaning.
 * @throws BadQuery over 8 KB, malformed escape, control character, repeated parameter
 * @example parseParameters('country=HND~SLV&time=2014').get('country') === 'HND~SLV'
 */
export function parseParameters(search: string): ReadonlyMap<string, string> {
  if (search.length > LIMITS.queryBytes) throw new BadQuery(tooLong(LIMITS.queryBytes));
  const parameters = new Map<string, string>();
  for (const part of search.split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const name = decode(at < 0 ? part : part.slice(0, at), null);
    if (parameters.has(name)) throw new BadQuery(repeatedParameter(name));
    parameters.set(name, at < 0 ? '' : decode(part.slice(at + 1), name));
  }
  return parameters;
}

/** Escapes a value for our URLs: `~`, `..`, `=`, `;`, `/`, `@` and `:` are left as they are. */
export const encodeValue = (value: string): string =>
  encodeURIComponent(value).replace(/%(3D|3B|2F|40|3A|2C)/g, (escape) => decodeURIComponent(escape));
