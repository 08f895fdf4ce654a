/**
 * `/oembed?url=...`: oEmbed 1.0, for sites that turn a pasted address into an embed. The HTML is a quotation with the
 * finding, its sources and its release, which stands where frames are taken away, and the frame.
 */
import { OEMBED_PROBLEMS, OEMBED_WORDS } from '#app/_words/oembed.ts';
import { BadQuery, malformed, NotFound } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import type { AnswerContext } from '../data/context.ts';
import { nameTarget, ownAddress, type NamedTarget, type OwnAddress } from '../data/pasted/pasted-address.ts';
import { notImplemented } from '../errors/problem-document.ts';
import { CARD } from '../http/format-parameters.ts';
import { CORS_HEADERS, etagOf, FIVE_MINUTES, PINNED } from '../http/headers.ts';
import { markup, type Markup } from '../http/html.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { readTarget, type EmbedTarget } from './oembed-target.ts';
import { BY_WIDTH, SANDBOX, WIDE } from './snippet.ts';

const TYPES = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' } as const;
type OembedFormat = keyof typeof TYPES;
const isFormat = (text: string): text is OembedFormat => Object.hasOwn(TYPES, text);

const MOST_PIXELS = 10_000;
/** Seconds for which a consumer may keep the answer: a pinned one does not change. */
const YEAR = 31_536_000;
const MINUTES = 300;

/** A column of text. */
const COLUMN_WIDTH = 700;

/** A limit of the consumer. @throws BadQuery */
function pixelsIn(parameters: ReadonlyMap<string, string>, name: 'maxwidth' | 'maxheight'): number {
  const text = parameters.get(name);
  if (text === undefined || text === '') return Infinity;
  const pixels = Number(text);
  if (/^\d{1,5}$/.test(text) && pixels >= 1 && pixels <= MOST_PIXELS) return pixels;
  throw new BadQuery(malformed(name, text, [`${name}=600`], OEMBED_PROBLEMS.size));
}

interface Pasted {
  readonly named: NamedTarget;
  readonly target: EmbedTarget;
}

const isPinned = ({ named, target }: Pasted): boolean =>
  named.names === 'release' && target.mayChange !== true;

/** What our own refusals of a question mean here: there is nothing to embed (oEmbed 1.0, 2.3.5). */
async function targetOf(
  address: OwnAddress,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<Pasted> {
  try {
    const named = await nameTarget(address, context);
    return { named, target: await readTarget(named, request, context) };
  } catch (error) {
    if (error instanceof BadQuery && !(error instanceof NotFound)) throw new NotFound(error.problem);
    throw error;
  }
}

/** The quotation: what the chart says, in words, with whom it has it from. */
function quotation(
  { title, subtitle, credit, page, version, language }: EmbedTarget,
  origin: string,
): Markup {
  const words = OEMBED_WORDS[language];
  const from = credit !== '' && ` ${words.sources} ${credit}.`;
  const what = subtitle !== '' && ` ${subtitle.replace(/\.$/, '')}.`;
  return markup`<blockquote><p><a href="${origin}${page}">${title}</a>.${what}${from} ${words.release(version)}</p></blockquote>`;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The frame. Its sandbox lets links open and files be downloaded. On a phone the column is narrower than the consumer
 * said: there a frame whose height follows its width is in a box. WordPress keeps neither the
 * box nor a style, so that the border is also taken away in the old way.
 */
function frame(address: string, title: string, { width, height }: Size, css: string | null): Markup {
  const own = markup`<iframe src="${address}" title="${title}" width="${width}" height="${height}" frameborder="0" style="border:0;max-width:100%${css !== null && `;height:${css}`}" loading="lazy" sandbox="${SANDBOX}"></iframe>`;
  return css === null ? own : markup`<div style="max-width:${width}px;${BY_WIDTH}">${own}</div>`;
}

/** A figure in a text takes the lines that a quotation has. */
const QUOTATION_HEIGHT = 80;

/** As wide as the column allows, and as high as nothing is cut, if the consumer allows that. */
function sizeOf({ heightAt }: EmbedTarget, maxWidth: number, maxHeight: number): Size {
  const width = Math.min(COLUMN_WIDTH, maxWidth);
  const whole = heightAt === null ? QUOTATION_HEIGHT : heightAt(width);
  return { width, height: Math.min(whole, maxHeight) };
}

/** The fields of an answer of type `rich`, in the order of the specification. */
function fieldsOf(
  { named, target }: Pasted,
  origin: string,
  { maxWidth, maxHeight }: { readonly maxWidth: number; readonly maxHeight: number },
): Readonly<Record<string, string | number>> {
  const { embed, title, version, heightAt, heightCss, card } = target;
  const size = sizeOf(target, maxWidth, maxHeight);
  const isCut = maxHeight < Infinity || size.width < WIDE;
  const address = named.names === 'latest' ? embed.replace(`/embed/${version}/`, '/embed/latest/') : embed;
  const quoted = quotation(target, origin);
  const html =
    heightAt === null
      ? quoted
      : markup`${quoted}${frame(origin + address, title, size, isCut ? null : heightCss)}`;
  const hasCard = card !== null && maxWidth >= CARD.width && maxHeight >= CARD.height;
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Cotejo',
    provider_url: `${origin}/`,
    cache_age: isPinned({ named, target }) ? YEAR : MINUTES,
    ...(hasCard && {
      thumbnail_url: `${origin}${card}`,
      thumbnail_width: CARD.width,
      thumbnail_height: CARD.height,
    }),
    html: html.markup,
    ...size,
  };
}

const xmlOf = (fields: Readonly<Record<string, string | number>>): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${Object.entries(fields)
    .map(([name, value]) => `<${name}>${markup`${value}`.markup}</${name}>\n`)
    .join('')}</oembed>\n`;

/**
 * Answers a consumer. Parameters that we do not know are ignored here, because consumers add their own.
 * @throws BadQuery without an address or for an absurd size, NotFound where there is nothing to embed
 */
export async function answerOembed(request: AnswerRequest, context: AnswerContext): Promise<WholeAnswer> {
  const parameters = parseParameters(request.search);
  const format = parameters.get('format') ?? 'json';
  if (!isFormat(format))
    return notImplemented(request, malformed('format', format, Object.keys(TYPES), OEMBED_PROBLEMS.format));
  const limits = { maxWidth: pixelsIn(parameters, 'maxwidth'), maxHeight: pixelsIn(parameters, 'maxheight') };
  const { origin } = request;
  const pasted = await targetOf(ownAddress(parameters.get('url'), origin), request, context);
  const fields = fieldsOf(pasted, origin, limits);
  const body = format === 'json' ? `${JSON.stringify(fields)}\n` : xmlOf(fields);
  const { language, version } = pasted.target;
  return {
    status: 200,
    headers: {
      ...CORS_HEADERS,
      'content-type': TYPES[format],
      'content-language': language,
      'cache-control': isPinned(pasted) ? PINNED : FIVE_MINUTES,
      etag: etagOf(body),
      'x-data-version': version,
    },
    body,
    keep: MINUTES,
  };
}
