/**
 * The code that puts an embed on a site: a figure with the frame over a picture of the same chart. Where frames
 * are taken out (mail, feeds, readers), the picture with its text and the address remain.
 */
import { EMBED_WORDS } from '#app/_words/embed.ts';
import type { Language } from '#stats/language.ts';
import type { FrameHeights } from '../chart/frames.ts';
import { PICTURE_NOTES, PICTURE_WIDTH } from '../http/format-parameters.ts';
import { markup, type Markup } from '../http/html.ts';
import { join } from '../http/url.ts';
import { BOARD_COLUMNS, COLUMN_GAP } from '../shell/board-height.ts';

/** What the frame may do: links and downloads work, and it has no cookies, because it has no origin. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** From this width on a frame is wide. */
export const WIDE = 480;

/** A picture that stands under the frame, of one of its charts. */
export interface SnippetPicture {
  readonly src: string;
  /** The same, drawn for a phone, with mandatory notes alone: it has the height of the frame. */
  readonly narrow: string;
  readonly alternative: string;
  /** Never higher than the frame that lies over it, in pixels and, where that follows its width, in CSS. */
  readonly most: number;
  readonly mostCss: string | null;
}

/** The address of a picture, and of the one for phones. */
export const pictureAddresses = (path: string, search: string): { src: string; narrow: string } => ({
  src: join(path, search),
  narrow: join(
    path,
    [search, `${PICTURE_NOTES.name}=no`, `${PICTURE_WIDTH.name}=343`].filter(Boolean).join('&'),
  ),
});

/** How high a frame is: the greatest height as attribute, and one for each width in CSS if they differ. */
export interface SnippetHeight {
  readonly pixels: number;
  readonly css: string | null;
}

export interface SnippetParts {
  readonly language: Language;
  /** What is drawn, for the frame's title. */
  readonly title: string;
  readonly credit: string;
  /** The release it names; null if it follows the newest. */
  readonly version: string | null;
  /** Addresses with scheme and host. */
  readonly embed: string;
  readonly page: string;
  readonly pictures: readonly SnippetPicture[];
  readonly height: SnippetHeight;
  /** Pixels; null for the width of the column. */
  readonly width: number | null;
}

/**
 * One height for narrow columns and one for wide ones, in CSS; a browser or a site that does not take it has the
 * greater one.
 * @example frameHeight({ narrow: 510, wide: 450 }) === 'clamp(450px,(480px - 100cqw)*999,510px)'
 */
export function frameHeight({ narrow, wide }: FrameHeights): string | null {
  if (narrow === wide) return null;
  return narrow > wide
    ? `clamp(${wide}px,(${WIDE}px - 100cqw)*999,${narrow}px)`
    : `clamp(${narrow}px,(100cqw - ${WIDE - 1}px)*999,${wide}px)`;
}

/**
 * What holds a frame whose height follows its width. Such a box is as wide as its column; where a box is as wide as
 * what is in it (a cell of a table, a float), it would have no width, so it is given that of a frame without one.
 */
export const BY_WIDTH = 'container-type:inline-size;contain-intrinsic-inline-size:300px';

/** A phone has a picture of its own, or the words of the chart would be half as large as any others. */
function pictureMarkup(
  { src, narrow, alternative, most, mostCss }: SnippetPicture,
  page: string,
  place: string,
): Markup {
  const phone = markup`<source media="(max-width:${WIDE - 1}px)" srcset="${narrow}" width="343">`;
  return markup`<a href="${page}"${place !== '' && markup` style="${place}"`}><picture>${phone}<img src="${src}" alt="${alternative}" width="600" loading="lazy" style="display:block;width:auto;max-width:100%;height:auto;max-height:${most}px${mostCss !== null && `;max-height:${mostCss}`}"></picture></a>`;
}

/** The pictures, in the columns that a board has. */
function picturesMarkup(pictures: readonly SnippetPicture[], page: string): Markup {
  const place = 'grid-area:1/1';
  const [first] = pictures;
  if (first && pictures.length === 1) return pictureMarkup(first, page, place);
  const columns = `display:grid;grid-template-columns:${BOARD_COLUMNS};gap:16px ${COLUMN_GAP}px;align-items:start`;
  const inside = pictures.map((picture) => markup`${pictureMarkup(picture, page, '')}\n`);
  return markup`<div style="${place};${columns}">\n${inside}</div>`;
}

/** The HTML to paste. */
export function snippetOf(parts: SnippetParts): string {
  const { language, title, credit, version, embed, page, pictures, height, width } = parts;
  const words = EMBED_WORDS[language];
  const css = height.css === null ? '' : `;height:${height.css}`;
  const figure = `margin:0;width:100%;${BY_WIDTH}${width === null ? '' : `;max-width:${width}px`}`;
  const release = version === null ? words.newestRelease : words.inRelease(version);
  return markup`<figure style="${figure}">
<div style="display:grid">
${picturesMarkup(pictures, page)}
<iframe src="${embed}" title="${title}" width="100%" height="${height.pixels}" loading="lazy" sandbox="${SANDBOX}" style="grid-area:1/1;position:relative;width:100%;border:0${css}"></iframe>
</div>
<figcaption style="overflow-wrap:anywhere">${credit}. Cotejo, ${release}: <a href="${page}">${page}</a></figcaption>
</figure>`.markup;
}

/**
 * The lines that let a frame be as high as what is in it, also with an open fold. It hears only our frames, by
 * their window and their origin (a frame in a sandbox has none), and takes only heights that a page can have.
 */
export const listenerOf = (origin: string): string =>
  `<script>addEventListener('message',function(e){var d=e.data,f;if(d&&d.type==='cotejo:height')for(f of document.querySelectorAll('iframe[src^="${origin}/embed/"]'))
if(f.contentWindow===e.source&&e.origin===(f.hasAttribute('sandbox')&&!f.sandbox.contains('allow-same-origin')?'null':'${origin}'))f.style.height=Math.min(Math.max(+d.height||0,120),4000)+'px'})</script>`;
