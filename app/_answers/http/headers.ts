/** Headers that say how long an answer holds, who may read it, and which bytes it is. */
import { createHash } from 'node:crypto';

/**
 * Version of how faces are written. The values of a pinned address never change; its bytes change only
 * with this number, which is part of every ETag, and a line in the CHANGELOG.
 */
const FORMAT_VERSION = 3;

/** A pinned address never changes what it says. */
export const PINNED = 'public, max-age=31536000, immutable';
/** HTML around pinned values, and what lists the releases: a new release shows within minutes. */
export const FIVE_MINUTES = 'public, max-age=300';
export const ONE_MINUTE = 'public, max-age=60';
export const NO_STORE = 'no-store';

/** Data may be read by any page, and is never taken for something else. */
export const CORS_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, X-Data-Version, Link, Content-Disposition, Deprecation, Sunset',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
};

/** The answer to a browser that asks whether it may ask. */
export const PREFLIGHT: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': 'If-None-Match, If-Modified-Since, Range',
  'access-control-max-age': '86400',
};

export const METHODS = 'GET, HEAD, OPTIONS';

/** The strong ETag of bytes before any encoding. */
export function etagOf(body: string | Uint8Array): string {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  return `"${hash}.${FORMAT_VERSION}"`;
}

/** A file name for any browser: ASCII for the old ones, UTF-8 for the others. */
export function attachment(name: string): string {
  const ascii = name.replace(/[^\w.~-]+/g, '-');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
