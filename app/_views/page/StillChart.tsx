/**
 * A chart without a script, for a page and for a phone; the style sheet shows one of them. Every mark leads to the
 * evidence of its figure.
 */
import type { ReactElement } from 'react';
import type { ChartModel, MarkPosition } from '#app/_charts/model/chart.ts';
import { StaticChart } from '#app/_charts/svg/StaticChart.tsx';
import { escapeXml } from '#app/_downloads/discovery/xml.ts';
import { addressHref } from './evidence-href.ts';
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
        <MarkLinks model={models[size]} place={place} />
      </div>
    ))}
  </>
);

/**
 * The links of the marks, above the drawing and as text, because a chart may have a thousand. They are for the
 * pointer alone: by key and for screen readers the same links are in the table.
 */
function MarkLinks({
  model,
  place,
}: {
  readonly model: ChartModel;
  readonly place: StillChartProps['place'];
}): ReactElement | null {
  const links = model.stops.flatMap((stop, i) =>
    stop.readings.map(({ at, evidence }) => {
      if (!at || evidence === null) return '';
      const href = escapeXml(addressHref(evidence, place));
      return `<a href="${href}" tabindex="-1">${hitArea(at, reachOf(model, i))}</a>`;
    }),
  );
  const markup = links.join('');
  if (markup === '') return null;
  return (
    <svg
      className="chart mark-links"
      viewBox={`0 0 ${model.width} ${model.height}`}
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: markup }}
    />
  );
}

/** How far from a point a pointer meets it: less where the next periods are near. */
const [LEAST_REACH, MOST_REACH] = [3, 9];

function reachOf({ stops }: ChartModel, at: number): number {
  const stop = stops[at];
  const gaps = [stops[at - 1], stops[at + 1]].flatMap((next) =>
    next && stop && next.panel === stop.panel && next.x !== stop.x ? [Math.abs(next.x - stop.x) / 2] : [],
  );
  return Math.max(LEAST_REACH, Math.min(MOST_REACH, ...gaps));
}

const rounded = (pixels: number): number => Math.round(pixels * 10) / 10;

const hitArea = ({ x, y, box }: MarkPosition, reach: number): string =>
  box
    ? `<rect x="${rounded(box.x)}" y="${rounded(box.y)}" width="${rounded(box.w)}" height="${rounded(box.h)}"/>`
    : `<circle cx="${rounded(x)}" cy="${rounded(y)}" r="${rounded(reach)}"/>`;
