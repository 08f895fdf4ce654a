/** The periods that a reader goes through where a chart shows one period only. */
import { CHART_LAYOUTS } from '#app/_charts/chart-kinds.ts';
import type { PeriodCount } from '#app/_controls/periods.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { formatQuery } from '#stats/query/query.ts';
import { formatPeriod, parsePeriod } from '#stats/time/period.ts';
import { indicatorHref, type PageContext } from '../../page/page-context.ts';
import type { Tab } from '../tabs.ts';
import type { YearStep } from './YearSteps.tsx';

/** Fewer places than this share of the most are no picture of the whole. */
const LEAST = 0.25;

export interface Steps {
  readonly at: string;
  readonly steps: readonly YearStep[];
}

/** The period that a chart shows, and all periods of its kind with figures; null for charts of all periods. */
export function stepsOf(
  comparison: Comparison,
  tab: Tab,
  periods: readonly PeriodCount[],
  place: PageContext,
): Steps | null {
  if (tab === 'table' || !CHART_LAYOUTS[tab].isOfOnePeriod) return null;
  const [shown] = CHART_LAYOUTS[tab].derive?.(comparison).comparison.cells ?? [];
  if (!shown) return null;
  const { indicator } = comparison;
  const most = Math.max(0, ...periods.map(({ count }) => count));
  const steps = periods.flatMap(({ code, count }): YearStep[] => {
    const period = parsePeriod(code);
    if (period?.basis !== shown.period.basis || count < most * LEAST) return [];
    const query = { ...comparison.query, time: { from: code, to: code } };
    return [
      {
        code,
        name: formatPeriodWords(period, 'stated', comparison.language),
        places: count,
        // The kind is written out: of one period alone another may suit better.
        href: indicatorHref(
          place,
          indicator.id,
          [formatQuery(query, indicator), `tab=${tab}`].filter(Boolean).join('&'),
        ),
      },
    ];
  });
  return { at: formatPeriod(shown.period), steps };
}
