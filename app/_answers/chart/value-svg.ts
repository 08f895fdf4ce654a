/** A figure in running text as a picture: one line with the number under a double rule, and its mandatory notes. */
import type { FigurePhrase } from '#app/_downloads/sentence/phrase.ts';
import { FONTS, paintOf } from '#app/_charts/scales/palette.ts';
import { fitAnyFont, textWidth, wrapText } from '#app/_charts/text/metrics.ts';
import { markup } from '../http/html.ts';

const SIZE = 18;
const NOTE = 12;
/** A longer line is broken, as a column of text would. */
const WIDEST = 640;

export function drawValue(
  { figure, unit, source, text }: FigurePhrase,
  notes: readonly string[],
  theme: 'light' | 'dark',
): string {
  return fitAnyFont(() => {
    const behind = [unit, source === '' ? '' : `(${source})`].filter(Boolean).join(' ');
    const across = figure === '' ? 0 : textWidth(figure, SIZE, 600);
    const space = figure === '' ? 0 : textWidth(' ', SIZE);
    const first = wrapText(behind, WIDEST - across - space, 'note', 1 + behind.length, SIZE)[0] ?? '';
    const rest = behind.slice(first.length).trim();
    const more = rest === '' ? [] : wrapText(rest, WIDEST, 'note', 1 + rest.length, SIZE);
    const small = notes.flatMap((note) => wrapText(note, WIDEST, 'note', 1 + note.length, NOTE));
    const widths = [
      across + space + textWidth(first, SIZE),
      ...more.map((line) => textWidth(line, SIZE)),
      ...small.map((line) => textWidth(line, NOTE)),
    ];
    const [width, height] = [Math.ceil(Math.max(...widths)) + 2, 30 + more.length * 26 + small.length * 17];
    const ink = paintOf('ink', theme);
    const tie = paintOf('tie', theme);
    const rules = figure !== '' && [
      markup`<path d="M0 24.5h${across}M0 27.5h${across}" stroke="${tie}" stroke-width="1" fill="none"/>`,
    ];
    const number =
      figure !== '' && markup`<text x="0" y="19" font-weight="600" fill="${ink}">${figure}</text>`;
    const lines = [
      markup`<text x="${across + space}" y="19" fill="${ink}">${first}</text>`,
      ...more.map((line, i) => markup`<text x="0" y="${45 + i * 26}" fill="${ink}">${line}</text>`),
      ...small.map(
        (line, i) =>
          markup`<text x="0" y="${44 + more.length * 26 + i * 17}" font-size="${NOTE}" fill="${paintOf('ink-2', theme)}">${line}</text>`,
      ),
    ];
    return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${text}" font-family="${FONTS.own.sans}" font-size="${SIZE}"><title>${text}</title>${number}${rules}${lines}</svg>
`.markup;
  });
}
