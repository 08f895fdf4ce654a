/** Parses the paths under `/embed`, except `latest`. */
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { NotFound, notFound } from '#stats/problem.ts';

export type EmbedAddress =
  | { readonly kind: 'embed'; readonly release: string; readonly indicator: string }
  | { readonly kind: 'compare-embed'; readonly release: string }
  /** A claim on file, or one of the reader's own, as one sentence. */
  | { readonly kind: 'claim-embed'; readonly release: string; readonly id: string }
  | { readonly kind: 'check-embed'; readonly release: string }
  /** One figure in running text; several comparisons in one frame. */
  | { readonly kind: 'value'; readonly release: string; readonly format: ValueFormat }
  | { readonly kind: 'board'; readonly release: string }
  /** The code that puts an embed on a site, with its choices. */
  | { readonly kind: 'embed-code'; readonly release: string; readonly indicator: string }
  | { readonly kind: 'compare-embed-code'; readonly release: string }
  | { readonly kind: 'board-code'; readonly release: string }
  /** The figures of an embed that have been revised since. */
  | { readonly kind: 'embed-revised'; readonly release: string; readonly indicator: string }
  | { readonly kind: 'compare-embed-revised'; readonly release: string }
  | { readonly kind: 'board-revised'; readonly release: string }
  | FigureAddress
  | { readonly kind: 'font'; readonly name: string };

/** A figure of an embed by its number: the short address of its evidence. */
export interface FigureAddress {
  readonly kind: 'embed-figure';
  readonly release: string;
  /** An indicator, `compare` or `board`. */
  readonly subject: string;
  /** The query of the embed. */
  readonly question: string;
  readonly figure: string;
}

/** A segment of a path cannot be empty. */
export const NO_QUESTION = '-';

/** The forms of a figure in running text. */
export const VALUE_FORMATS = ['html', 'txt', 'svg'] as const;
export type ValueFormat = (typeof VALUE_FORMATS)[number];

const PATTERNS = [
  '/embed/{release}/{indicator}',
  '/embed/{release}/{indicator}/code',
  '/embed/{release}/{indicator}/revised',
  '/embed/{release}/{indicator}/figure/{question}/{number}',
  '/embed/{release}/compare',
  '/embed/{release}/compare/code',
  '/embed/{release}/compare/revised',
  '/embed/{release}/claims/{id}',
  '/embed/{release}/check',
  '/embed/{release}/board',
  '/embed/{release}/board/code',
  '/embed/{release}/board/revised',
  '/embed/{release}/value',
  '/embed/{release}/value.txt',
  '/embed/{release}/value.svg',
  '/embed/latest/...',
] as const;

/** What an embed has beside itself. */
function besideEmbed([
  release = '',
  subject = '',
  what = '',
  ...rest
]: readonly string[]): EmbedAddress | null {
  if (subject === '') return null;
  const [question = '', figure = ''] = rest;
  if (what === 'figure' && rest.length === 2)
    return {
      ...{ kind: 'embed-figure', release, subject, figure },
      question: question === NO_QUESTION ? '' : question,
    };
  if (rest.length > 0) return null;
  if (what === 'code') {
    if (subject === 'compare') return { kind: 'compare-embed-code', release };
    if (subject === 'board') return { kind: 'board-code', release };
    return { kind: 'embed-code', release, indicator: subject };
  }
  if (what === 'revised') {
    if (subject === 'compare') return { kind: 'compare-embed-revised', release };
    if (subject === 'board') return { kind: 'board-revised', release };
    return { kind: 'embed-revised', release, indicator: subject };
  }
  return subject === 'claims' && what !== '' ? { kind: 'claim-embed', release, id: what } : null;
}

/**
 * @param segments those after `/embed`
 * @throws NotFound for an unknown form
 */
export function parseEmbed(path: string, segments: readonly string[]): EmbedAddress {
  const [first = '', second = ''] = segments;
  const beside = segments.length > 2 ? besideEmbed(segments) : null;
  if (beside) return beside;
  if (segments.length !== 2 || second === '')
    throw new NotFound(notFound(NOT_FOUND_NAMES.url, path, PATTERNS));
  if (first === 'fonts') return { kind: 'font', name: second };
  if (second === 'compare') return { kind: 'compare-embed', release: first };
  if (second === 'check') return { kind: 'check-embed', release: first };
  if (second === 'board') return { kind: 'board', release: first };
  const form = VALUE_FORMATS.find((format) => second === (format === 'html' ? 'value' : `value.${format}`));
  if (form) return { kind: 'value', release: first, format: form };
  return { kind: 'embed', release: first, indicator: second };
}
