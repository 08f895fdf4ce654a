/**
 * The code that puts an embed on a site: a figure with the frame over a picture of the same chart. Where frames
 * are taken out (mail, feeds, readers), the picture with its text and the address remain.
 */
import { EMBED_WORDS } from '#app/_words/embed.ts';
import type { Language } from '#stats/language.ts';
import type { FrameHeights } from '../chart/frames.ts';
import { markup } from '../http/html.ts';

/** What the frame may do: links and downloads work, and it has no cookies, because it has no origin. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** From this width on a frame is wide. */
export const WIDE = 480;

export interface SnippetParts {
  readonly language: Language;
  /** What is drawn, for the frame's title. */
  readonly title: string;
  readonly alternative: string;
  readonly credit: string;
  /** The release it names; null if it follows the newest. */
  readonly version: string | null;
  /** Addresses with scheme and host. */
  readonly embed: string;
  readonly page: string;
  readonly picture: string;
  readonly heights: FrameHeights;
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

/** The HTML to paste. */
export function snippetOf(parts: SnippetParts): string {
  const { language, title, alternative, credit, version, embed, page, picture, heights, width } = parts;
  const words = EMBED_WORDS[language];
  const tall = Math.max(heights.narrow, heights.wide);
  const css = frameHeight(width === null ? heights : fixedHeights(heights, width));
  const fixed = css === null && width !== null ? fixedHeights(heights, width).wide : tall;
  const height = css === null ? '' : `;height:${css}`;
  // Never higher than the frame that lies over it.
  const least = css === null ? fixed : Math.min(heights.narrow, heights.wide);
  const figure = `margin:0;container-type:inline-size${width === null ? '' : `;max-width:${width}px`}`;
  const release = version === null ? words.newestRelease : words.inRelease(version);
  return markup`<figure style="${figure}">
<div style="display:grid">
<a href="${page}" style="grid-area:1/1"><img src="${picture}" alt="${alternative}" width="600" loading="lazy" style="display:block;width:auto;max-width:100%;height:auto;max-height:${least}px"></a>
<iframe src="${embed}" title="${title}" width="100%" height="${fixed}" loading="lazy" sandbox="${SANDBOX}" style="grid-area:1/1;position:relative;width:100%;border:0${height}"></iframe>
</div>
<figcaption style="overflow-wrap:anywhere">${credit}. Cotejo, ${release}: <a href="${page}">${page}</a></figcaption>
</figure>`.markup;
}

/** A frame of a fixed width has the height of its class. */
const fixedHeights = ({ narrow, wide }: FrameHeights, width: number): FrameHeights =>
  width < WIDE ? { narrow, wide: narrow } : { narrow: wide, wide };

/**
 * The lines that let a frame be as high as what is in it, also with an open fold. It hears only our frames, by
 * their window and their origin (a frame in a sandbox has none), and takes only heights that a page can have.
 */
export const listenerOf = (origin: string): string =>
  `<script>addEventListener('message',function(e){var d=e.data,f;if(d&&d.type==='cotejo:height')for(f of document.querySelectorAll('iframe[src^="${origin}/embed/"]'))
if(f.contentWindow===e.source&&e.origin===(f.hasAttribute('sandbox')&&!f.sandbox.contains('allow-same-origin')?'null':'${origin}'))f.style.height=Math.min(Math.max(+d.height||0,120),4000)+'px'})</script>`;
