/**
 * Parses the paths of data, embeds and health. A path under these prefixes with an unknown form is refused
 * here; whether its release and indicator exist is checked later.
 */
import { BULK_SUMMARIES, type BulkFormat } from '#app/_words/bulk.ts';
import { ERROR_WORDS } from '#app/_words/errors.ts';
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { withoutTracking } from '#stats/query/tracking.ts';
import { BadQuery, malformed, NotFound, notFound } from '#stats/problem.ts';
import { decodeEscapes } from '#stats/query-string.ts';
import { parseEmbed, type EmbedAddress } from './embed-routes.ts';
import { CITATION_NAMES, FORMAT_NAMES, type AnswerFormat, type CitationName } from './formats.ts';

export type RouteAddress =
  | { readonly kind: 'health' }
  | { readonly kind: 'releases' }
  | { readonly kind: 'config' }
  | { readonly kind: 'openapi' }
  | { readonly kind: 'codebook' }
  | { readonly kind: 'catalogue' }
  | { readonly kind: 'feed' }
  | { readonly kind: 'sitemap' }
  | { readonly kind: 'llms' }
  /** `segments` are those after `/sdmx/2.1`. */
  | { readonly kind: 'sdmx'; readonly segments: readonly string[] }
  | { readonly kind: 'sums'; readonly release: string }
  | { readonly kind: 'indicators'; readonly release: string }
  /** Every figure of a release, or of one of its sources. */
  | {
      readonly kind: 'bulk';
      readonly release: string;
      readonly source: string | null;
      readonly format: BulkFormat;
    }
  | { readonly kind: 'citation'; readonly release: string; readonly format: CitationName }
  /** One series in every file; and the figures in which a number stands. */
  | { readonly kind: 'vintages'; readonly format: EvidenceFormat }
  | { readonly kind: 'which' }
  /** The register of doubts. */
  | { readonly kind: 'doubts'; readonly format: 'json' | 'atom' }
  /** What changed between two releases; its parameters name them. */
  | { readonly kind: 'diff'; readonly format: DiffFormat }
  /** All claims on file with their verdicts in a release; one of them; and a claim of the reader's own. */
  | { readonly kind: 'claims'; readonly release: string; readonly format: EvidenceFormat }
  | { readonly kind: 'claim'; readonly release: string; readonly id: string }
  | { readonly kind: 'check'; readonly release: string }
  /** One published figure in all releases. */
  | { readonly kind: 'observation'; readonly id: string; readonly format: EvidenceFormat }
  /** What a computed figure of an answer was made from. */
  | {
      readonly kind: 'evidence';
      readonly release: string;
      readonly indicator: string;
      readonly format: EvidenceFormat;
    }
  | { readonly kind: 'dimensions'; readonly release: string; readonly indicator: string }
  | { readonly kind: 'changes'; readonly release: string; readonly indicator: string }
  | { readonly kind: 'revisions'; readonly release: string; readonly indicator: string }
  | {
      readonly kind: 'data';
      readonly release: string;
      readonly indicator: string;
      readonly format: AnswerFormat;
    }
  /** `segments` are those after `/pxweb/{release}/v2` or `v1`. */
  | {
      readonly kind: 'pxweb';
      readonly release: string;
      readonly api: 'v1' | 'v2';
      readonly segments: readonly string[];
    }
  /** Several indicators in one answer. */
  | { readonly kind: 'compare'; readonly release: string; readonly format: AnswerFormat }
  | { readonly kind: 'oembed' }
  | EmbedAddress
  /** `rest` is the path after `latest`, as sent. */
  | { readonly kind: 'latest'; readonly space: 'data' | 'embed' | 'pxweb'; readonly rest: string };

/** The formats in which whole releases and sources can be had. */
export const BULK_FORMATS = Object.keys(BULK_SUMMARIES.release) as readonly BulkFormat[];

/** The formats of evidence. */
export const EVIDENCE_FORMATS = ['json', 'csv'] as const;
export type EvidenceFormat = (typeof EVIDENCE_FORMATS)[number];

/** The formats of what changed. */
export const DIFF_FORMATS = ['json', 'csv', 'atom'] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/** The address of the OpenAPI document. */
export const OPENAPI_ADDRESS = '/data/openapi.json';

/** What sites ask that turn a pasted address into an embed (oembed.com). */
export const OEMBED_ADDRESS = '/oembed';

/** The path that all addresses of the SDMX interface begin with. */
export const SDMX_BASE = '/sdmx/2.1';

/** The address of the tools for assistants. */
export const MCP_ADDRESS = '/mcp';

/** Addresses outside the prefixes, each with its answer. Each has a folder of this name in `app`. */
const AT_ROOT: Readonly<Record<string, RouteAddress>> = {
  '/healthz': { kind: 'health' },
  '/llms.txt': { kind: 'llms' },
  '/sitemap.xml': { kind: 'sitemap' },
  [OEMBED_ADDRESS]: { kind: 'oembed' },
};

/** The lists directly under `/data`. */
const LISTINGS: Readonly<Record<string, RouteAddress>> = {
  'releases.json': { kind: 'releases' },
  'config.json': { kind: 'config' },
  'openapi.json': { kind: 'openapi' },
  'codebook.json': { kind: 'codebook' },
  'catalog.jsonld': { kind: 'catalogue' },
  'releases.atom': { kind: 'feed' },
  'vintages.json': { kind: 'vintages', format: 'json' },
  'vintages.csv': { kind: 'vintages', format: 'csv' },
  'which.json': { kind: 'which' },
  'doubts.json': { kind: 'doubts', format: 'json' },
  'doubts.atom': { kind: 'doubts', format: 'atom' },
  ...Object.fromEntries(DIFF_FORMATS.map((format) => [`diff.${format}`, { kind: 'diff', format }])),
};

const DATA_PATTERNS = [
  '/data/releases.json',
  '/data/config.json',
  OPENAPI_ADDRESS,
  '/data/codebook.json',
  '/data/catalog.jsonld',
  '/data/releases.atom',
  ...EVIDENCE_FORMATS.map((format) => `/data/vintages.${format}`),
  '/data/which.json',
  '/data/doubts.json',
  '/data/doubts.atom',
  ...DIFF_FORMATS.map((format) => `/data/diff.${format}`),
  '/data/{release}/indicators.json',
  '/data/{release}/SHA256SUMS',
  ...CITATION_NAMES.map((format) => `/data/{release}/citation.${format}`),
  ...EVIDENCE_FORMATS.map((format) => `/data/{release}/claims.${format}`),
  '/data/{release}/claims/{id}.json',
  '/data/{release}/check.json',
  ...EVIDENCE_FORMATS.map((format) => `/data/observations/{id}.${format}`),
  '/data/{release}/{indicator}/dimensions.json',
  '/data/{release}/{indicator}/revisions.json',
  '/data/{release}/{indicator}/changes.atom',
  ...EVIDENCE_FORMATS.map((format) => `/data/{release}/{indicator}/evidence.${format}`),
  ...BULK_FORMATS.map((format) => `/data/{release}/all.${format}`),
  ...BULK_FORMATS.map((format) => `/data/{release}/sources/{id}.${format}`),
  ...FORMAT_NAMES.map((format) => `/data/{release}/{indicator}.${format}`),
  ...FORMAT_NAMES.map((format) => `/data/{release}/compare.${format}`),
  '/data/latest/...',
] as const;

/** The segments of a path. Throws BadQuery for an invalid escape and for control characters. */
function segmentsOf(path: string): string[] {
  if (decodeEscapes(path) === null)
    throw new BadQuery(malformed(null, path, ['/data/latest/indicators.json'], ERROR_WORDS.badEscape));
  const segments = path.slice(1).split('/');
  const decoded = segments.flatMap((segment) => decodeEscapes(segment) ?? []);
  if (!/[\u0000-\u001f\u007f]/.test(decoded.join(''))) return decoded;
  throw new BadQuery(malformed(null, path, ['/data/latest/indicators.json'], ERROR_WORDS.controlCharacters));
}

/** The path after its second segment, as sent: `latest` itself may contain escapes. */
const restOf = (path: string): string => path.split('/').slice(3).join('/');

/** A file of a whole release or source; null for every other address. */
function parseBulk([release = '', first = '', second]: readonly string[]): RouteAddress | null {
  const isOfSource = first === 'sources' && second !== undefined;
  if (!isOfSource && second !== undefined) return null;
  const name = isOfSource ? second : first;
  const format = BULK_FORMATS.find((ending) => name.endsWith(`.${ending}`));
  if (!format) return null;
  const id = name.slice(0, -format.length - 1);
  if (isOfSource) return { kind: 'bulk', release, source: id, format };
  return id === 'all' ? { kind: 'bulk', release, source: null, format } : null;
}

/** The id and the format of evidence; the id itself may have dots. */
function splitEnding(text: string): { id: string; format: EvidenceFormat } | null {
  const format = EVIDENCE_FORMATS.find((ending) => text.endsWith(`.${ending}`));
  return format ? { id: text.slice(0, -format.length - 1), format } : null;
}

function parseData(path: string, segments: readonly string[]): RouteAddress {
  const [first = '', second = '', third] = segments;
  const listing = Object.hasOwn(LISTINGS, first) ? LISTINGS[first] : undefined;
  if (segments.length === 1 && listing) return listing;
  if (first === 'latest' && segments.length > 1) {
    return { kind: 'latest', space: 'data', rest: restOf(path) };
  }
  if (segments.length === 2 && second === 'SHA256SUMS') return { kind: 'sums', release: first };
  if (segments.length === 2 && second === 'indicators.json') return { kind: 'indicators', release: first };
  const citation = CITATION_NAMES.find((format) => second === `citation.${format}`);
  if (segments.length === 2 && citation) return { kind: 'citation', release: first, format: citation };
  if (segments.length === 3 && third === 'dimensions.json') {
    return { kind: 'dimensions', release: first, indicator: second };
  }
  if (segments.length === 3 && third === 'revisions.json') {
    return { kind: 'revisions', release: first, indicator: second };
  }
  if (segments.length === 3 && third === 'changes.atom') {
    return { kind: 'changes', release: first, indicator: second };
  }
  const claims = EVIDENCE_FORMATS.find((format) => second === `claims.${format}`);
  if (segments.length === 2 && claims) return { kind: 'claims', release: first, format: claims };
  if (segments.length === 2 && second === 'check.json') return { kind: 'check', release: first };
  if (segments.length === 3 && second === 'claims' && third?.endsWith('.json')) {
    return { kind: 'claim', release: first, id: third.slice(0, -'.json'.length) };
  }
  const evidence = EVIDENCE_FORMATS.find((format) => third === `evidence.${format}`);
  if (segments.length === 3 && evidence) {
    return { kind: 'evidence', release: first, indicator: second, format: evidence };
  }
  const read = first === 'observations' && segments.length === 2 ? splitEnding(second) : null;
  if (read) return { kind: 'observation', ...read };
  const bulk = segments.length > 3 ? null : parseBulk(segments);
  if (bulk) return bulk;
  const dot = second.indexOf('.');
  if (segments.length !== 2 || dot < 1)
    throw new NotFound(notFound(NOT_FOUND_NAMES.url, path, DATA_PATTERNS));
  const ending = second.slice(dot + 1);
  const format = FORMAT_NAMES.find((name) => name === ending);
  if (!format) {
    const endings = FORMAT_NAMES.map((name) => `.${name}`);
    throw new NotFound(notFound(NOT_FOUND_NAMES.format, `.${ending}`, endings));
  }
  if (second.slice(0, dot) === 'compare') return { kind: 'compare', release: first, format };
  return { kind: 'data', release: first, indicator: second.slice(0, dot), format };
}

function parsePxWeb(path: string, segments: readonly string[]): RouteAddress {
  const [release = '', version, ...rest] = segments;
  if (version !== 'v2' && version !== 'v1')
    throw new NotFound(
      notFound(NOT_FOUND_NAMES.url, path, ['/pxweb/latest/v2/config', '/pxweb/latest/v2/tables']),
    );
  if (release === 'latest') return { kind: 'latest', space: 'pxweb', rest: restOf(path) };
  return { kind: 'pxweb', release, api: version, segments: rest };
}

/** Whether a path belongs to data, embeds or health, well formed or not; Next answers every other path. */
export const isOurs = (path: string): boolean =>
  /^\/(?:data|embed|sdmx|pxweb)(?:\/|$)/.test(path) || Object.hasOwn(AT_ROOT, path);

/** Whether a path is read by people, whose links mail programs mark: pages and embeds, not data. */
const leavesOutTracking = (path: string): boolean => !isOurs(path) || /^\/embed(?:\/|$)/.test(path);

/** The query of an address as it is read: a link that was marked for a reader is the same address. */
export const searchRead = (path: string, search: string): string =>
  search !== '' && leavesOutTracking(path) ? withoutTracking(search) : search;

/**
 * Reads a path that `isOurs`.
 * @throws BadQuery for a malformed escape, NotFound for an unknown form
 */
export function parseAddress(path: string): RouteAddress {
  const atRoot = Object.hasOwn(AT_ROOT, path) ? AT_ROOT[path] : undefined;
  if (atRoot) return atRoot;
  const [space, ...segments] = segmentsOf(path);
  if (space === 'sdmx') {
    if (segments[0] !== '2.1')
      throw new NotFound(notFound(NOT_FOUND_NAMES.url, path, [`${SDMX_BASE}/dataflow`]));
    return { kind: 'sdmx', segments: segments.slice(1) };
  }
  if (space === 'pxweb') return parsePxWeb(path, segments);
  if (space === 'data') return parseData(path, segments);
  if (segments[0] === 'latest' && segments.length > 1)
    return { kind: 'latest', space: 'embed', rest: restOf(path) };
  return parseEmbed(path, segments);
}
