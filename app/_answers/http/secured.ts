/** Headers that every answer has, no matter which code made it: for security, and for caches in front. */

/** The site uses no device features, and pages that it opens or that open it get no handle to it. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
};

const OF_A_DOCUMENT: Readonly<Record<string, string>> = {
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
};

/** A page that is not for frames has its own browsing context group, and other sites cannot embed it. */
const OF_A_PAGE: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Data are not documents: a browser that shows them loads and runs nothing. */
const DATA_POLICY = "default-src 'none'; sandbox";

/** What changes when a release is published: a cache in front can drop all of it by one tag. */
const FOLLOWS_RELEASES = { 'cache-tag': 'latest' };
const isKeptForMinutes = (control = ''): boolean => /^public, max-age=(?:60|300),/.test(control);

const isHtml = (type: string): boolean => type.startsWith('text/html');

/**
 * Adds the security headers that an answer does not set itself. A 304 omits those that the client already
 * has.
 */
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
    ...(isKeptForMinutes(headers['cache-control']) && FOLLOWS_RELEASES),
    ...(html && OF_A_DOCUMENT),
    ...(html && !isFramed && OF_A_PAGE),
    ...(!html && { 'content-security-policy': DATA_POLICY }),
    ...(!html && isOurs && { 'cross-origin-resource-policy': 'same-origin' }),
    ...headers,
  };
}
