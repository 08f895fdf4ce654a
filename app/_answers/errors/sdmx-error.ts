/** A problem as an SDMX error message. The codes are those of the standard. */
import type { Text } from '#stats/language.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (character) => ESCAPES[character] ?? '');

/** The code of SDMX for an HTTP status: no results, too large, syntax, not implemented, the server. */
export const sdmxErrorCode = (status: number): number =>
  status === 404 ? 100 : status === 413 ? 130 : status === 405 ? 501 : status >= 500 ? status : 140;

/** The whole message. */
export function sdmxError(code: number, text: Text): string {
  const base = 'http://www.sdmx.org/resources/sdmxml/schemas/v2_1';
  const texts = (['en', 'es'] as const).map(
    (language) => `<com:Text xml:lang="${language}">${escaped(text[language])}</com:Text>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<mes:Error xmlns:mes="${base}/message" xmlns:com="${base}/common">` +
    `<mes:ErrorMessage code="${code}">${texts.join('')}</mes:ErrorMessage></mes:Error>\n`
  );
}
