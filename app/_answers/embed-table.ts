/** The numbers of an embed as a table, so that they are there without the picture. */
import { namesOf } from '#app/_charts/names.ts';
import type { Comparison } from '#stats/comparison.ts';
import { seriesOf } from '#stats/comparison.ts';
import { crosstabOf } from '#stats/crosstab.ts';
import { figureText } from '#stats/figure.ts';
import type { Cell } from '#stats/observation.ts';
import { formatPeriod } from '#stats/period.ts';
import { GAP_WORDS } from '#stats/vocabulary.ts';
import { EMBED_WORDS } from './embed-words.ts';
import { html, type Markup } from './html.ts';

/** What an embed of 40 KB has room for; the rest is in the data. */
const MOST_ROWS = 60;
const MOST_COLUMNS = 6;

function figure(cell: Cell | null, { indicator, language }: Comparison): Markup {
  if (!cell) return html`<i>${EMBED_WORDS[language].notOnFile}</i>`;
  if (cell.stated) return html`${figureText(cell, indicator, language)}`;
  return html`<i>${cell.gap ? GAP_WORDS[cell.gap.code].words[language] : ''}</i>`;
}

/** Years down, series across: a frame is narrow, and years are many. */
function grid(comparison: Comparison): Markup | null {
  const crosstab = crosstabOf(comparison);
  if (!crosstab || crosstab.rows.length > MOST_COLUMNS || crosstab.periods.length > MOST_ROWS) return null;
  const { periods, rows } = crosstab;
  const { language } = comparison;
  const names = namesOf(comparison, seriesOf(comparison), language);
  const head = rows.map(({ series }) => html`<th scope="col" class="n">${names.series(series)}</th>`);
  const body = periods.map((period, at) => {
    const cells = rows.map((row) => html`<td class="n">${figure(row.cells[at] ?? null, comparison)}</td>`);
    return html`<tr>
      <th scope="row">${formatPeriod(period)}</th>
      ${cells}
    </tr> `;
  });
  return html`<thead>
      <tr>
        <th scope="col">${EMBED_WORDS[language].year}</th>
        ${head}
      </tr>
    </thead>
    <tbody>
      ${body}
    </tbody>`;
}

function listing(comparison: Comparison): Markup {
  const { language } = comparison;
  const words = EMBED_WORDS[language];
  const all = seriesOf(comparison);
  const names = namesOf(comparison, all, language);
  const rows = all.flatMap((series) =>
    series.cells.map(
      (cell) =>
        html`<tr>
          <th scope="row">${names.series(series)}</th>
          <td>${names.period(cell)}</td>
          <td class="n">${figure(cell, comparison)}</td>
          <td>${names.said(cell)}</td>
        </tr> `,
    ),
  );
  const rest = rows.length - MOST_ROWS;
  const more =
    rest > 0 &&
    html`<tr>
      <td colspan="4">${words.more(rest)}</td>
    </tr>`;
  return html`<thead>
      <tr>
        <th scope="col">${words.what}</th>
        <th scope="col">${words.period}</th>
        <th scope="col" class="n">${words.figure}</th>
        <th scope="col">${words.said}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.slice(0, MOST_ROWS)}${more}
    </tbody>`;
}

/** The table, folded away; null where there is nothing to list. */
export function embedTable(comparison: Comparison, caption: string): Markup | null {
  if (comparison.cells.length === 0) return null;
  const { numbers } = EMBED_WORDS[comparison.language];
  return html`<details>
    <summary>${numbers}</summary>
    <div class="wide-table">
      <table>
        <caption>
          ${caption}
        </caption>
        ${grid(comparison) ?? listing(comparison)}
      </table>
    </div>
  </details>`;
}
