/** Headers that every answer has, whoever made it: what a browser may do with it, and what it may tell others. */

/** Nothing of a browser's devices is asked for, and no page that a link opens has a hold on ours. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
};

const OF_A_DOCUMENT: Readonly<Record<string, string>> = {
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
};

/** A page that is not for frames: it shares no group of windows, and nobody else loads it as a part of theirs. */
const OF_A_PAGE: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Data are no documents: shown by a browser they load nothing and run nothing. */
const DATA_POLICY = "default-src 'none'; sandbox";

const isHtml = (type: string): boolean => type.startsWith('text/html');

/** The headers of an answer with those that it does not set itself. A 304 leaves those that its reader has. */
export function secured(
  status: number,
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (status === 304) return headers;
  const html = isHtml(headers['content-type'] ?? '');
  const isFramed = /frame-ancestors \*/.test(headers['content-security-policy'] ?? '');
  const isOurs = headers['cross-origin-resource-policy'] === undefined;
  return {
    ...EVERYWHERE,
    ...(html && OF_A_DOCUMENT),
    ...(html && !isFramed && OF_A_PAGE),
    ...(!html && { 'content-security-policy': DATA_POLICY }),
    ...(!html && isOurs && { 'cross-origin-resource-policy': 'same-origin' }),
    ...headers,
  };
}
