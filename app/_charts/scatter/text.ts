/** A scatter plot in words: the highest, the lowest, how many there are, and every pair. */
import type { PairHalf } from '#stats/pairing/pairs.ts';
import { figureText } from '#stats/format/figure.ts';
import { floorOf } from '#stats/uncertainty/hedge.ts';
import type { Language } from '#stats/language.ts';
import { formatNumber } from '#stats/number.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { COMPARE_CHART_WORDS } from '#app/_words/compare-chart.ts';
import { lower } from '../text/letter-case.ts';
import { headingOf } from '../wording/heading.ts';
import type { ChartModel } from '../model/chart.ts';
import type { Point } from './point.ts';
import { hedgeOfCell } from '#stats/model/cell.ts';

/** Most pairs that a text alternative names individually. */
const MOST = 12;

/** A figure as words. */
const said = ({ comparison }: PairHalf, cell: Cell, language: Language): string =>
  figureText(cell, comparison.indicator, language);

/** The lowest and the highest on the first axis; undefined if a hedge leaves it open which that is. */
function endsOf(points: readonly Point[], { comparison }: PairHalf): readonly (Point | undefined)[] {
  const floor = floorOf(comparison.indicator.signed);
  const ranked = points.flatMap((point) => {
    const [{ stated, ...cell }] = point.cells;
    return stated ? [{ point, hedge: hedgeOfCell({ ...cell, stated }, floor) }] : [];
  });
  const least = ranked.find((entry) =>
    ranked.every(({ hedge }) => entry.hedge.high <= hedge.low || hedge === entry.hedge),
  );
  const greatest = ranked.find((candidate) =>
    ranked.every(({ hedge }) => candidate.hedge.low >= hedge.high || hedge === candidate.hedge),
  );
  return [least?.point, greatest?.point];
}

export function scatterHeading(
  halves: readonly [PairHalf, PairHalf],
  points: readonly Point[],
  alignment: string,
  width: number,
  language: Language,
): ChartModel['heading'] {
  const words = COMPARE_CHART_WORDS[language];
  const titles = halves.map(({ comparison }) => comparison.indicator.title[language]);
  const [bottom, top] = endsOf(points, halves[0]);
  const tell = ({ name, cells }: Point): readonly [string, string, string] => [
    name,
    said(halves[0], cells[0], language),
    said(halves[1], cells[1], language),
  ];
  const title =
    !top || !bottom
      ? points.length === 0
        ? alignment.replace(/\.$/, '')
        : words.both(titles[0] ?? '', titles[1] ?? '')
      : top === bottom
        ? words.one(titles[0] ?? '', titles[1] ?? '', ...tell(top))
        : words.ends(titles[0] ?? '', lower(titles[1] ?? ''), tell(top), tell(bottom));
  const periods = [
    ...new Set(points.map(({ cells }) => formatPeriodWords(cells[0].period, 'stated', language))),
  ];
  const when = periods.length === 1 ? (periods[0] ?? '') : '';
  const subtitle = words.subtitle(formatNumber(points.length, language, 0), points.length, when);
  return headingOf({ title, subtitle }, width);
}

export function scatterAltText(
  halves: readonly [PairHalf, PairHalf],
  points: readonly Point[],
  heading: ChartModel['heading'],
  more: readonly string[],
  language: Language,
): string {
  const words = COMPARE_CHART_WORDS[language];
  const titles = halves.map(({ comparison }) => comparison.indicator.title[language]);
  const named = points
    .slice(0, MOST)
    .map(
      ({ name, cells }) =>
        `${name}: ${cells.map((cell, i) => said(halves[i === 0 ? 0 : 1], cell, language)).join('; ')}.`,
    );
  const rest = points.length - named.length;
  return [
    `${heading.title}.`,
    `${words.kind(titles[0] ?? '', titles[1] ?? '')} ${heading.subtitle}`,
    ...more,
    ...named,
    ...(rest > 0 ? [words.more(rest)] : []),
  ].join(' ');
}
