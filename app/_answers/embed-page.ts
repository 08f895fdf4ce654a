/** An embed as HTML: complete without a script, a framework or a picture. */
import type { ChartModel } from '#app/_charts/model.ts';
import type { Source } from '#stats/catalogue.ts';
import type { Comparison } from '#stats/comparison.ts';
import type { Language } from '#stats/language.ts';
import { EMBED_SCRIPT } from './embed-script.ts';
import { EMBED_STYLE } from './embed-style.ts';
import { embedTable } from './embed-table.ts';
import { EMBED_WORDS } from './embed-words.ts';
import { html, raw, type Markup } from './html.ts';

/** Two bars that are checked against each other: the sign of the house. */
const BRAND = raw(
  '<svg viewBox="0 0 15 24" aria-hidden="true"><rect width="4.5" height="24" fill="var(--ink)"/><rect x="10" width="4.5" height="24" fill="var(--tie)"/></svg>Cotejo',
);
const GLYPH = raw(
  '<svg viewBox="0 0 20 18" aria-hidden="true"><rect x="3" y="1" width="3" height="16" fill="currentColor"/><rect x="14" y="1" width="3" height="16" fill="currentColor"/><circle cx="10" cy="9" r="2" fill="currentColor"/></svg>',
);

/** Links leave the frame. */
const link = (href: string, text: string | Markup): Markup =>
  html`<a href="${href}" target="_blank" rel="noopener">${text}</a>`;

interface Frame {
  readonly language: Language;
  readonly theme?: string;
  readonly title: string;
  readonly head?: Markup;
  readonly main: Markup;
  readonly script?: string;
}

/** The page around what an embed or a problem says. */
export function framePage({ language, theme = 'auto', title, head, main, script }: Frame): string {
  const themed = theme !== 'auto' && raw(` data-theme="${theme}"`);
  return html`<!doctype html>
    <html lang="${language}" ${themed}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${title} · Cotejo</title>
        ${head ?? null}
        <style>
          ${raw(EMBED_STYLE)}
        </style>
      </head>
      <body>
        <main>
          <div class="twin"></div>
          ${main}
        </main>
        ${
          script !== undefined &&
          html`<script>
            ${raw(script)};
          </script>`
        }
      </body>
    </html> `.markup;
}

const withStop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

function sourceLine(source: Source, language: Language): Markup {
  const title = source.title[language];
  const { name, url } = source.licence;
  const licence = withStop(name);
  return html`<li>
    ${source.publisher}: ${source.url ? link(source.url, title) : title} (${source.published}).
    ${url ? link(url, licence) : EMBED_WORDS[language].licence(name)}
  </li>`;
}

/** Notes that may not be left out: of the indicator, of its groups, of the figures. */
function mandatoryNotes({ indicator, areas, cells, language }: Comparison, model: ChartModel): string[] {
  const shown = new Set(cells.map((cell) => cell.area));
  const groups = areas.flatMap((area) =>
    area.note && area.kind === 'group' && shown.has(area.code)
      ? [`${area.name[language]}: ${area.note[language]}`]
      : [],
  );
  const notes = [...indicator.notes, ...cells.flatMap((cell) => cell.notes)].filter((note) => note.mandatory);
  return [...new Set([...groups, ...notes.map((note) => note.text[language]), ...model.notes])].map(withStop);
}

export interface EmbedParts {
  readonly comparison: Comparison;
  readonly drawing: { readonly model: ChartModel; readonly wide: string; readonly narrow: string };
  readonly theme: string;
  /** Addresses of the same question, pinned: the page, its citation, the CSV, this embed. */
  readonly page: string;
  readonly csv: string;
  readonly self: string;
}

/** The whole page. */
export function embedPage({ comparison, drawing, theme, page, csv, self }: EmbedParts): string {
  const { language, release, sources } = comparison;
  const words = EMBED_WORDS[language];
  const { model, wide, narrow } = drawing;
  const { title, subtitle } = model.heading;
  const notices = model.notices.map(
    (notice) =>
      html`<div class="notice">
        ${GLYPH}
        <div>${withStop(notice)}</div>
      </div> `,
  );
  const notes = mandatoryNotes(comparison, model).map((note) => html`<li>${note}</li>`);
  const main = html`<h1>${title}</h1>
    <p class="def">${subtitle}</p>
    <figure>
      ${comparison.cells.length === 0 ? words.nothing : raw(`<div class="wide">${wide}</div><div class="narrow">${narrow}</div>`)}
    </figure>
    ${notices}${embedTable(comparison, `${title}. ${subtitle}`)}
    <ul class="source">
      ${notes}${sources.map((source) => sourceLine(source, language))}
    </ul>
    <div class="line">
      ${raw(link(page, BRAND).markup.replace('<a ', '<a class="brand" '))}<span
        >${words.release} ${release.version} · ${link(csv, words.data)} ·
        ${link(`${page}#cite`, words.cite)}</span
      >
    </div>`;
  const head = html`<link rel="canonical" href="${self}" /><link
      rel="alternate"
      type="text/csv"
      href="${csv}"
    />`;
  return framePage({ language, theme, title, head, main, script: EMBED_SCRIPT });
}
