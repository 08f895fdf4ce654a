/**
 * The answer that an envelope chart draws: the preferred source's line for each series, with ends from the
 * least to the greatest figure of all sources. A year that only other sources have is a range without a
 * middle. No figure is computed: each end of the band is the figure of some source.
 */
import { SEVERAL_SOURCES_WORDS } from '#app/_words/several-sources.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { DerivedChart } from './chart-layout.ts';
import { sourceDisagreementText } from './wording/source-disagreement.ts';
import { envelopesOf } from '#stats/sources/range.ts';
import { ownFigures } from '#stats/sources/disagreement.ts';
import type { Cell } from '#stats/model/observation.ts';
import { sourceRank, subjectKey } from '#stats/sources/series-key.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { tilesTime } from './scales/months.ts';

/**
 * Lines in their bands, with words that name the preferred source and state where the sources differ most.
 */
export function sourceRangeChart(comparison: Comparison): DerivedChart {
  const text = sourceDisagreementText(comparison);
  const band = SEVERAL_SOURCES_WORDS[comparison.language].band(text?.chosen ?? '');
  return {
    comparison: withSourceRange(comparison),
    kind: 'line',
    sentences: [band, ...(text?.spread ? [text.spread] : [])],
  };
}

function withSourceRange(comparison: Comparison): Comparison {
  const { indicator, cells } = comparison;
  const yearly = ownFigures(cells.filter((cell) => tilesTime(cell.basis)));
  const rank = sourceRank(indicator.sources);
  const things = new Map<string, Cell[]>();
  for (const cell of yearly) things.set(subjectKey(cell), [...(things.get(subjectKey(cell)) ?? []), cell]);
  const drawn = [...things.values()].flatMap((of) => {
    const chosen = [...of].sort((a, b) => rank(a.source) - rank(b.source))[0]?.source;
    return envelopesOf(of, indicator.signed).flatMap((envelope): Cell[] => {
      const period = formatPeriod(envelope.period);
      const same = of.filter((cell) => formatPeriod(cell.period) === period);
      const own = same.find((cell) => cell.source === chosen);
      const ends = Number.isFinite(envelope.low) && Number.isFinite(envelope.high);
      const wide = ends && envelope.low < envelope.high;
      if (own?.stated && own.stated.value !== null && ends) {
        const stated = { ...own.stated, low: envelope.low, high: envelope.high };
        return [{ ...own, stated, isBand: true }];
      }
      if (own) return [own];
      const [other] = same;
      if (!other || chosen === undefined || !wide) return [];
      const range = { qualifier: 'range', value: null, low: envelope.low, high: envelope.high } as const;
      return [{ ...other, source: chosen, stated: range, attributedTo: null, locator: null, printed: null }];
    });
  });
  return { ...comparison, cells: drawn };
}
