/**
 * The header Retry-After: seconds, or a date (RFC 9110, 10.2.3).
 *
 * @returns milliseconds from now, or null if the header is absent or cannot be parsed
 * @example parseRetryAfter('120', now) === 120_000
 */
export function parseRetryAfter(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const at = text === '' ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
