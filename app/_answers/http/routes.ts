/**
 * The addresses of data, embeds and health, read from a path. An address of ours with a form that we do not have is
 * refused here; whether its release and its indicator exist is looked up later.
 */
import { ERROR_WORDS } from '#app/_words/errors.ts';
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { BadQuery, malformed, NotFound, notFound } from '#stats/problem.ts';
import { FORMAT_NAMES, type AnswerFormat } from './formats.ts';

export type RouteAddress =
  | { readonly kind: 'health' }
  | { readonly kind: 'releases' }
  | { readonly kind: 'config' }
  | { readonly kind: 'openapi' }
  | { readonly kind: 'sums'; readonly release: string }
  | { readonly kind: 'indicators'; readonly release: string }
  | { readonly kind: 'dimensions'; readonly release: string; readonly indicator: string }
  | { readonly kind: 'revisions'; readonly release: string; readonly indicator: string }
  | {
      readonly kind: 'data';
      readonly release: string;
      readonly indicator: string;
      readonly format: AnswerFormat;
    }
  /** Several indicators in one answer. */
  | { readonly kind: 'compare'; readonly release: string; readonly format: AnswerFormat }
  | { readonly kind: 'compare-embed'; readonly release: string }
  | { readonly kind: 'embed'; readonly release: string; readonly indicator: string }
  | { readonly kind: 'font'; readonly name: string }
  /** `rest` is the path after `latest`, as it came. */
  | { readonly kind: 'latest'; readonly space: 'data' | 'embed'; readonly rest: string };

/** Where these addresses are described for programs. */
export const OPENAPI_ADDRESS = '/data/openapi.json';

const PATTERNS = {
  data: [
    '/data/releases.json',
    '/data/config.json',
    OPENAPI_ADDRESS,
    '/data/{release}/indicators.json',
    '/data/{release}/SHA256SUMS',
    '/data/{release}/{indicator}/dimensions.json',
    '/data/{release}/{indicator}/revisions.json',
    ...FORMAT_NAMES.map((format) => `/data/{release}/{indicator}.${format}`),
    ...FORMAT_NAMES.map((format) => `/data/{release}/compare.${format}`),
    '/data/latest/...',
  ],
  embed: ['/embed/{release}/{indicator}', '/embed/{release}/compare', '/embed/latest/...'],
} as const;

/** The segments of a path. Throws BadQuery for an invalid escape and for control characters. */
function segmentsOf(path: string): string[] {
  let decoded: string[];
  try {
    decoded = path.slice(1).split('/').map(decodeURIComponent);
  } catch {
    throw new BadQuery(malformed(null, path, ['/data/latest/indicators.json'], ERROR_WORDS.badEscape));
  }
  if (!/[\u0000-\u001f\u007f]/.test(decoded.join(''))) return decoded;
  throw new BadQuery(malformed(null, path, ['/data/latest/indicators.json'], ERROR_WORDS.controlCharacters));
}

/** The path after its second segment, as it came: `latest` itself may be written with escapes. */
const restOf = (path: string): string => path.split('/').slice(3).join('/');

function parseData(path: string, segments: readonly string[]): RouteAddress {
  const [first = '', second = '', third] = segments;
  if (segments.length === 1 && first === 'releases.json') return { kind: 'releases' };
  if (segments.length === 1 && first === 'config.json') return { kind: 'config' };
  if (segments.length === 1 && first === 'openapi.json') return { kind: 'openapi' };
  if (first === 'latest' && segments.length > 1) {
    return { kind: 'latest', space: 'data', rest: restOf(path) };
  }
  if (segments.length === 2 && second === 'SHA256SUMS') return { kind: 'sums', release: first };
  if (segments.length === 2 && second === 'indicators.json') return { kind: 'indicators', release: first };
  if (segments.length === 3 && third === 'dimensions.json') {
    return { kind: 'dimensions', release: first, indicator: second };
  }
  if (segments.length === 3 && third === 'revisions.json') {
    return { kind: 'revisions', release: first, indicator: second };
  }
  const dot = second.indexOf('.');
  if (segments.length !== 2 || dot < 1)
    throw new NotFound(notFound(NOT_FOUND_NAMES.url, path, PATTERNS.data));
  const ending = second.slice(dot + 1);
  const format = FORMAT_NAMES.find((name) => name === ending);
  if (!format) {
    const endings = FORMAT_NAMES.map((name) => `.${name}`);
    throw new NotFound(notFound(NOT_FOUND_NAMES.format, `.${ending}`, endings));
  }
  if (second.slice(0, dot) === 'compare') return { kind: 'compare', release: first, format };
  return { kind: 'data', release: first, indicator: second.slice(0, dot), format };
}

function parseEmbed(path: string, segments: readonly string[]): RouteAddress {
  const [first = '', second = ''] = segments;
  if (first === 'latest' && segments.length > 1) {
    return { kind: 'latest', space: 'embed', rest: restOf(path) };
  }
  if (segments.length !== 2 || second === '')
    throw new NotFound(notFound(NOT_FOUND_NAMES.url, path, PATTERNS.embed));
  if (first === 'fonts') return { kind: 'font', name: second };
  if (second === 'compare') return { kind: 'compare-embed', release: first };
  return { kind: 'embed', release: first, indicator: second };
}

/** Whether a path is one of ours, well formed or not; every other path is a page's. */
export const isOurs = (path: string): boolean =>
  /^\/(?:data|embed)(?:\/|$)/.test(path) || path === '/healthz';

/**
 * Reads a path that `isOurs`.
 * @throws BadQuery for a malformed escape, NotFound for a form that we do not have
 */
export function parseAddress(path: string): RouteAddress {
  if (path === '/healthz') return { kind: 'health' };
  const [space, ...segments] = segmentsOf(path);
  return space === 'data' ? parseData(path, segments) : parseEmbed(path, segments);
}
