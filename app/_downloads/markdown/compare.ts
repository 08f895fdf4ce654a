/** Several indicators as Markdown: of two a table of pairs and the verdict; then each indicator's own text. */
import { MARKDOWN_WORDS } from '#app/_words/markdown.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { verdictText } from '#stats/comparability/verdict.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { pairIndicators, verdictOnPairs, type PairedResult } from '#stats/pairing/pair-indicators.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { figureCell } from './figures.ts';
import { formatMarkdown, inFormat } from './markdown.ts';
import { sideAddress } from '../several.ts';
import { plainText, linkTo, sections, markdownTable } from './text.ts';

/** Pairs of a table; the others are in the data. */
const MOST_PAIRS = 200;

/** The period of a figure where it is not that of its partner. */
const ownPeriod = (cell: Cell, other: Cell, { language }: Comparison): string =>
  cell.period.basis === other.period.basis && cell.periodStatus === 'stated'
    ? ''
    : ` (${plainText(formatPeriodWords(cell.period, cell.periodStatus, language))})`;

function pairTable(halves: readonly PairHalf[], { pairs }: PairedResult, address: string): string {
  const [a, b] = halves.map(({ comparison }) => comparison) as [Comparison, Comparison];
  const { language } = a;
  const words = MARKDOWN_WORDS[language];
  const names = new Map([...b.areas, ...a.areas].map(({ code, name }) => [code, name[language]]));
  const cellOf = (cell: Cell, other: Cell, comparison: Comparison): string =>
    figureCell(cell, { comparison, marksOf: () => [], allRows: '' }) + ownPeriod(cell, other, comparison);
  const rows = pairs
    .slice(0, MOST_PAIRS)
    .map(({ place, cells: [left, right] }) => [
      plainText(names.get(place) ?? place),
      plainText(formatPeriodWords(left.period, left.periodStatus, language)),
      cellOf(left, right, a),
      cellOf(right, left, b),
    ]);
  const head = [
    COMPARE_WORDS[language].place,
    words.period,
    ...[a, b].map(({ indicator }) => plainText(indicator.title[language])),
  ];
  const rest = pairs.length - rows.length;
  return [
    markdownTable(head, rows, (column) => column > 1),
    ...(rest > 0 ? [words.rest(String(rest), linkTo('CSV', inFormat(address, 'csv')))] : []),
  ].join('\n\n');
}

/** The whole text. */
export function formatCompareMarkdown(halves: readonly PairHalf[], address: string): string {
  const language = halves[0]?.comparison.language ?? 'en';
  const words = MARKDOWN_WORDS[language];
  const together = pairIndicators(halves);
  const title = halves.map(({ comparison }) => comparison.indicator.title[language]).join('; ');
  const alone = halves.map(({ comparison }) =>
    formatMarkdown(comparison, sideAddress(comparison, 'md')).replace(
      /\[\^(\d+)\]/g,
      `[^${comparison.indicator.id}-$1]`,
    ),
  );
  const verdict = together && verdictOnPairs(together);
  const alignment = together?.alignment.text[language];
  const pairs: readonly (readonly [string, string])[] = together
    ? [
        [
          words.verdict,
          plainText([verdict && verdictText(verdict, language), alignment].filter(Boolean).join(' ')),
        ],
        [
          words.figures,
          [
            ...(together.pairs.length > 0 ? [pairTable(halves, together, address)] : [words.nothing]),
            ...(together.leftOut.length > 0 ? [words.leftOut(together.leftOut.length)] : []),
          ].join('\n\n'),
        ],
      ]
    : [];
  return [`${sections([['', `# ${plainText(title)}`], ...pairs])}\n`, ...alone].join('\n---\n\n');
}
