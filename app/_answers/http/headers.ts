/** Headers that state how long an answer is valid, who may read it, and which bytes it is. */
import { createHash } from 'node:crypto';

/**
 * The version of the output formats. The values of a pinned address never change; its bytes change only with
 * this number, which is part of every ETag and has a line in the CHANGELOG.
 */
const FORMAT_VERSION = 5;

/**
 * The version of the drawings. Pictures of pinned addresses, and texts that begin with a chart's title, change
 * only with this number. Data do not depend on it, so it is part of no other ETag.
 */
const DRAWING_VERSION = 3;

/** What the bytes of an answer with a drawing depend on. */
export const withDrawing = (seal: string): string => `${seal} drawing ${DRAWING_VERSION}`;

/** The answer of a pinned address never changes. */
export const PINNED = 'public, max-age=31536000, immutable';
/**
 * RFC 5861: a cache may send what it has for an hour while it asks again, and for a day if the site does not answer.
 * Every such answer names its release, so an old one is old but not false.
 */
const STALE = 'stale-while-revalidate=3600, stale-if-error=86400';
/** For HTML around pinned values and for lists of releases: a new release appears within minutes. */
export const FIVE_MINUTES = `public, max-age=300, ${STALE}`;
export const ONE_MINUTE = `public, max-age=60, ${STALE}`;
export const NO_STORE = 'no-store';

/** Any page may read the data, and browsers must not guess another type. */
export const CORS_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, X-Data-Version, Link, Content-Disposition, Deprecation, Sunset, Accept-Ranges, Content-Range, Content-Length',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
};

/** The answer to a CORS preflight request. */
export const PREFLIGHT: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': 'If-None-Match, If-Modified-Since, If-Range, Range',
  'access-control-max-age': '86400',
};

export const METHODS = 'GET, HEAD, OPTIONS';

export const MCP_METHODS = 'POST, OPTIONS';

/** The preflight of a page that speaks the Model Context Protocol. */
export const MCP_PREFLIGHT: Readonly<Record<string, string>> = {
  ...PREFLIGHT,
  'access-control-allow-methods': MCP_METHODS,
  'access-control-allow-headers': 'Content-Type, Accept, MCP-Protocol-Version, Mcp-Method, Mcp-Name',
};

/** The strong ETag of bytes before any encoding. */
export function etagOf(body: string | Uint8Array): string {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  return `"${hash}.${FORMAT_VERSION}"`;
}

/** An SVG that is opened directly runs nothing and loads nothing. */
export const SVG_POLICY: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
};

/** A file name for any browser: ASCII for old browsers, UTF-8 for the others. */
export function attachment(name: string): string {
  const ascii = name.replace(/[^\w.~-]+/g, '-');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
