/** The marks of a still chart are links to the evidence of their figures. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { chartOf } from '#app/_charts/chart.ts';
import { StillChart } from '#app/_views/page/StillChart.tsx';
import { CARAVAN_SIZES, CHILDREN_BY_YEAR } from '../_charts/answers.ts';
import { HOMICIDE_LINES } from '../_charts/homicide-lines.ts';

const drawn = (comparison: typeof HOMICIDE_LINES, pinned: boolean) => {
  const chart = chartOf(comparison, { language: 'es' });
  const models = { wide: chart(800), narrow: chart(343) };
  const place = { language: 'es', release: comparison.release, pinned } as const;
  const [wide = ''] = renderToStaticMarkup(<StillChart {...{ models, place }} />).split('only-narrow');
  const readings = models.wide.stops.flatMap((stop) => stop.readings.filter(({ at }) => at));
  return { wide, readings };
};

test.each([
  ['a line', HOMICIDE_LINES, 'circle'],
  ['bars', CHILDREN_BY_YEAR, 'rect'],
  ['rows', CARAVAN_SIZES, 'rect'],
] as const)(
  '%s has a link for each figure, in the language of the page and its release',
  (_, comparison, shape) => {
    const { wide, readings } = drawn(comparison, true);
    const links = [...wide.matchAll(/<a href="([^"]+)" tabindex="-1"><(\w+) [^>]*\/><\/a>/g)];
    expect(links).toHaveLength(readings.length);
    expect(new Set(links.map(([, , element]) => element))).toEqual(new Set([shape]));
    for (const [, href] of links) {
      expect(href).toMatch(/^\/es\/(observations|evidence)\//);
      expect(href).toContain(`release=${comparison.release.version}`);
    }
  },
);

test('a page that follows the latest release has links without a release', () => {
  expect(drawn(HOMICIDE_LINES, false).wide).not.toContain('release=');
});

test('links do not reach further than half way to the next period', () => {
  const { wide, readings } = drawn(HOMICIDE_LINES, false);
  const radii = [...wide.matchAll(/<circle cx="[\d.]+" cy="[\d.]+" r="([\d.]+)"\/><\/a>/g)].map(([, r]) =>
    Number(r),
  );
  const xs = [...new Set(readings.map(({ at }) => at!.x))].sort((a, b) => a - b);
  const least = Math.min(...xs.slice(1).map((x, i) => x - xs[i]!));
  expect(Math.min(...radii)).toBeLessThanOrEqual(Math.max(3, least / 2) + 0.1);
});
