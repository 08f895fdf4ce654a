/** The tooltip of a point: the area, and for each of its two figures the indicator and the source. */
import { evidenceAddress } from '#stats/evidence/address.ts';
import { isShownWithFigure } from '#stats/comparability/few-cases.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import { seriesOf } from '#stats/model/comparison.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Language } from '#stats/language.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { seriesKey, type Cell } from '#stats/model/observation.ts';
import type { TooltipEntry, FocusPoint } from '../model/chart.ts';
import { doubtTexts } from '../wording/doubt-text.ts';
import { namesOf } from '../wording/series-name.ts';
import { middleOf, type DotSizes, type Point } from './point.ts';

/** One stop for each point, from left to right. */
export function focusPoints(
  halves: readonly [PairHalf, PairHalf],
  points: readonly Point[],
  at: { readonly x: (n: number) => number; readonly y: (n: number) => number },
  language: Language,
  sizes: DotSizes | null = null,
): FocusPoint[] {
  const names = halves.map(({ comparison }) => namesOf(comparison, seriesOf(comparison), language));
  const stops = points.map(({ name, colour, cells, size }): FocusPoint => {
    const [x, y] = [at.x(middleOf(cells[1])), at.y(middleOf(cells[0]))];
    const readings = ([0, 1] as const).flatMap((side): TooltipEntry[] => {
      const [cell, own] = [cells[side], names[side]];
      const { indicator } = halves[side].comparison;
      if (!own) return [];
      const notes = cell.notes.filter(isShownWithFigure).map((note) => note.text[language]);
      return [
        {
          series: seriesKey(cell),
          colour,
          who: indicator.title[language],
          period: own.period(cell),
          figure: figureText(cell, indicator, language),
          source: own.citation(cell),
          from: own.from(cell),
          note:
            [own.credit(cell), ...doubtTexts(cell, halves[side].comparison, language), ...notes]
              .filter(Boolean)
              .join('. ') || null,
          evidence: evidenceAddress(cell, halves[side].comparison),
          // The two figures share one ring.
          at: side === 0 ? { x, y } : null,
        },
      ];
    });
    return { name, x, y, panel: 0, readings: [...readings, ...sizeReading(size, sizes, colour, language)] };
  });
  return stops.sort((a, b) => a.x - b.x || a.y - b.y);
}

/** The figure that decides the size of a dot. */
function sizeReading(
  size: Cell | null,
  sizes: DotSizes | null,
  colour: TooltipEntry['colour'],
  language: Language,
): TooltipEntry[] {
  if (!size || !sizes) return [];
  return [
    {
      series: seriesKey(size),
      colour,
      who: sizes.indicator.title[language],
      period: formatPeriodWords(size.period, size.periodStatus, language),
      figure: figureText(size, sizes.indicator, language),
      source: sizes.sources.get(size.source) ?? size.source,
      from: sizes.sources.get(size.source) ?? size.source,
      note: null,
      evidence: null,
      at: null,
    },
  ];
}
