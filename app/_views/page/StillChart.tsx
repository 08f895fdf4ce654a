/**
 * A chart without a script, for a page and for a phone; the style sheet shows one of them. Every mark leads to the
 * evidence of its figure.
 */
import type { ReactElement } from 'react';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import { StaticChart } from '#app/_charts/svg/StaticChart.tsx';
import { addressHref } from './evidence-href.ts';
import { MarkLinks, type MarkLink } from './MarkLinks.tsx';
import type { PageContext } from './page-context.ts';

export interface StillChartProps {
  readonly models: { readonly wide: ChartModel; readonly narrow: ChartModel };
  readonly place: Omit<PageContext, 'origin'>;
  /** Makes ids unique if a page has several charts. */
  readonly idPrefix?: string;
}

export const StillChart = ({ models, place, idPrefix = '' }: StillChartProps): ReactElement => (
  <>
    {(['wide', 'narrow'] as const).map((size) => (
      <div key={size} className={`only-${size} still`}>
        <StaticChart model={models[size]} palette="css" idPrefix={`${idPrefix}${size}`} />
        <MarkLinks
          links={linksOf(models[size], place)}
          width={models[size].width}
          height={models[size].height}
        />
      </div>
    ))}
  </>
);

/** How far from a point a pointer meets it: less where the next periods are near. */
const [LEAST_REACH, MOST_REACH] = [3, 9];

function linksOf({ stops }: ChartModel, place: StillChartProps['place']): MarkLink[] {
  return stops.flatMap((stop, i) => {
    const gaps = [stops[i - 1], stops[i + 1]].flatMap((next) =>
      next && next.panel === stop.panel && next.x !== stop.x ? [Math.abs(next.x - stop.x) / 2] : [],
    );
    const reach = Math.max(LEAST_REACH, Math.min(MOST_REACH, ...gaps));
    return stop.readings.flatMap(({ at, evidence }) =>
      at && evidence !== null ? [{ href: addressHref(evidence, place), at, reach }] : [],
    );
  });
}
