/**
 * A chart without a script, for a page and for a phone; the style sheet shows one of them. Every mark leads to the
 * evidence of its figure.
 */
import type { ReactElement } from 'react';
import { markTargets } from '#app/_charts/marks/mark-targets.ts';
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

const linksOf = (model: ChartModel, place: StillChartProps['place']): MarkLink[] =>
  markTargets(model).map(({ evidence, at, reach }) => ({ href: addressHref(evidence, place), at, reach }));
