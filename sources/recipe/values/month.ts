/** Names of months as publishers write them: `October`, `Oct`, `OCT.`, `octubre`, `01 October`, `10`. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'enero', 'ene'],
  ['february', 'febrero'],
  ['march', 'marzo'],
  ['april', 'abril', 'abr'],
  ['may', 'mayo'],
  ['june', 'junio'],
  ['july', 'julio'],
  ['august', 'agosto', 'ago'],
  ['september', 'septiembre', 'setiembre', 'sept', 'set'],
  ['october', 'octubre'],
  ['november', 'noviembre'],
  ['december', 'diciembre', 'dic'],
];

/**
 * The month from 1 to 12; null if the text is not a month. A number before a name is its position in the
 * fiscal year and is ignored.
 * @example parseMonth('01 October') === 10
 */
export function parseMonth(text: string): number | null {
  const plain = text.trim().toLowerCase();
  if (/^\d{1,2}$/.test(plain)) return Number(plain) >= 1 && Number(plain) <= 12 ? Number(plain) : null;
  const word = /^(?:\d{1,2}[\s.-]+)?([\p{L}]+)\.?$/u.exec(plain)?.[1];
  if (word === undefined || word.length < 3) return null;
  const found = MONTHS.findIndex((names) =>
    names.some((n) => n === word || (word.length === 3 && n.startsWith(word))),
  );
  return found < 0 ? null : found + 1;
}
