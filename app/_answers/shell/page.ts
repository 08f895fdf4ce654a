/** An embed as HTML: complete without a script, a framework or a picture. */
import type { ChartModel } from '#app/_charts/model/chart.ts';
import type { Source } from '#stats/model/catalogue.ts';
import { verdictNotice } from '#stats/comparability/notice.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Language } from '#stats/language.ts';
import { formatNumber } from '#stats/number.ts';
import { EMBED_SCRIPT } from './script.ts';
import { EMBED_STYLE } from './style.ts';
import { fitTogether } from './size-budget.ts';
import { embedTable } from './table.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import { markup, raw, type Markup } from '../http/html.ts';
import type { Drawing } from '../chart/svg.tsx';

/** The logo: two bars that are compared with each other. */
export const BRAND = raw(
  '<svg viewBox="0 0 15 24" aria-hidden="true"><rect width="4.5" height="24" fill="var(--ink)"/><rect x="10" width="4.5" height="24" fill="var(--tie)"/></svg>Cotejo',
);
const GLYPH = raw(
  '<svg viewBox="0 0 20 18" aria-hidden="true"><rect x="3" y="1" width="3" height="16" fill="currentColor"/><rect x="14" y="1" width="3" height="16" fill="currentColor"/><circle cx="10" cy="9" r="2" fill="currentColor"/></svg>',
);

/** Links open outside the frame. */
export const link = (href: string, text: string | Markup, name = ''): Markup =>
  markup`<a${name !== '' && markup` class="${name}"`} href="${href}" target="_blank" rel="noopener">${text}</a>`;

interface Frame {
  readonly language: Language;
  readonly theme?: string;
  readonly title: string;
  readonly head?: Markup;
  readonly main: Markup;
  readonly script?: string;
}

/** The HTML page around the text of an embed or a problem. */
export function framePage({ language, theme = 'auto', title, head, main, script }: Frame): string {
  const themed = theme !== 'auto' && markup` data-theme="${theme}"`;
  return markup`<!doctype html>
<html lang="${language}"${themed}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · Cotejo</title>
${head ?? null}<style>${raw(EMBED_STYLE)}</style></head>
<body><main>
<div class="twin"></div>
${main}
</main>${script !== undefined && markup`<script>${raw(script)}</script>`}</body></html>
`.markup;
}

const withStop = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** A mandatory sentence, with the sign of two bars and a point between them. */
export const noticeOf = (text: string): Markup =>
  markup`<div class="notice">${GLYPH}<div>${withStop(text)}</div></div>\n`;

/** The text on a source card for a field that the source does not state. */
const NOT_STATED = 'not stated';

/** Author, title, date and licence of a source. */
export function sourceLine(source: Source, language: Language): Markup {
  const { licenceIs, noLicence } = EMBED_WORDS[language];
  const title = source.title[language];
  const { name, url } = source.licence;
  const licence = url ? link(url, name) : name === NOT_STATED ? noLicence : licenceIs(name);
  const who = [source.author, source.publisher].find((name) => name !== undefined && name !== NOT_STATED);
  const titled = source.url ? link(source.url, title) : title;
  return markup`<li>${who !== undefined && `${who}: `}${titled} (${source.published}). ${licence}</li>\n`;
}

/** Mandatory notes: those of the groups, of the indicator and of the figures. */
export function mandatoryNotes(
  { indicator, areas, cells, language }: Comparison,
  model: ChartModel,
): string[] {
  const shown = new Set(cells.map((cell) => cell.area));
  const groups = areas.flatMap((area) =>
    area.note && area.kind === 'group' && shown.has(area.code)
      ? [`${area.name[language]}: ${area.note[language]}`]
      : [],
  );
  const notes = [...indicator.notes, ...cells.flatMap((cell) => cell.notes)].filter((note) => note.mandatory);
  const texts = [...groups, ...notes.map((note) => note.text[language]), ...model.notes];
  return [...new Set(texts.map(withStop))];
}

/** The figures that Cotejo computed, listed below the legend of the chart. */
export const methodNotesOf = ({ ours }: ChartModel): Markup | false =>
  ours.length > 0 &&
  markup`<ul class="key ours">${ours.map((text) => markup`<li>${withStop(text)}</li>`)}</ul>\n`;

/** More series than these are counted: the names must not take the room of the chart. */
const MOST_NAMES = 12;

function drawnNames(names: readonly string[], language: Language): string {
  const rest = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).join('; ');
  return rest > 0 ? `${shown}; ${EMBED_WORDS[language].andMore(formatNumber(rest, language))}` : shown;
}

export interface EmbedParts {
  readonly comparison: Comparison;
  readonly drawing: Drawing;
  readonly theme: string;
  /** Addresses of the same question, pinned: the page, the CSV, this embed. */
  readonly page: string;
  readonly csv: string;
  readonly self: string;
  /** The revisions since this release; null if there are none, or if it is the newest release. */
  readonly revised: { readonly latest: string; readonly figures: number } | null;
}

/** The whole page, under 40 KB (`size-budget.ts`). */
export function embedPage({ comparison, drawing, theme, page, csv, self, revised }: EmbedParts): string {
  const { language, release, sources } = comparison;
  const words = EMBED_WORDS[language];
  const { model, legend } = drawing;
  const { title, subtitle } = model.heading;
  const key =
    legend.length > 0 &&
    markup`<ul class="key">${legend.map(({ words: entry, sample }) => markup`<li>${raw(sample)}${entry}</li>`)}</ul>\n`;
  const notices = [...model.notices, ...verdictNotice(comparison)].map(noticeOf);
  const newest = page.replace(/[&?]release=[^&]*$/, '');
  const notice =
    revised !== null &&
    markup`<div class="notice">${GLYPH}<div>${words.revisedSince(release.version, revised.figures)} ${link(newest, words.seeLatest(revised.latest))}</div></div>\n`;
  const notes = mandatoryNotes(comparison, model).map((note) => markup`<li>${note}</li>\n`);
  const links = markup`${link(csv, words.data)} · ${link(`${page}#cite`, words.cite)}`;
  const headed = (own: {
    readonly title: string;
    readonly subtitle: string;
  }): Markup => markup`<h1>${own.title}</h1>
<p class="def">${own.subtitle}</p>
${notice}<figure>`;
  const before = headed({ title, subtitle });
  const after = markup`</figure>
${key}${methodNotesOf(model)}${notices}`;
  const foot = markup`<ul class="source">${notes}${sources.map((source) => sourceLine(source, language))}</ul>
<div class="line">${link(page, BRAND, 'brand')}<span>${words.release} ${release.version} · ${links}</span></div>`;
  const head = markup`<link rel="canonical" href="${self}">
<link rel="alternate" type="text/csv" href="${csv}">
`;
  const frame = { language, theme, title, head, script: EMBED_SCRIPT };
  const all = comparison.cells.length;
  const { chart, table, heading } = fitTogether(
    framePage({ ...frame, main: markup`${before}${after}${foot}` }),
    all === 0 ? null : drawing,
    (drawn, names) =>
      words.drawn(formatNumber(drawn, language), formatNumber(all, language), drawnNames(names, language)),
    (room) => embedTable(comparison, `${title}. ${subtitle}`, room),
  );
  const drawn = all === 0 ? markup`<p>${words.nothing}</p>` : chart;
  // A part of the figures never has the title of all.
  const above = heading ? headed(heading) : before;
  const own = heading ? { ...frame, title: heading.title } : frame;
  return framePage({ ...own, main: markup`${above}${drawn}${after}${table}\n${foot}` });
}
