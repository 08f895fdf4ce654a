/** One year at a time: the years in which some place has both, as bars of how many places, and links to the next ones. */
import type { ReactElement } from 'react';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import type { PageContext } from '../page/page-context.ts';

export interface YearStep {
  readonly year: number;
  readonly places: number;
  readonly href: string;
}

export function YearSteps({
  steps,
  year,
  place,
}: {
  readonly steps: readonly YearStep[];
  readonly year: string;
  readonly place: PageContext;
}): ReactElement | null {
  const words = COMPARE_WORDS[place.language];
  if (steps.length < 2) return null;
  const most = Math.max(...steps.map(({ places }) => places));
  const at = steps.findIndex((step) => String(step.year) === year);
  const [before, after] = [steps[at - 1], steps[at + 1]];
  return (
    <nav className="year-steps" aria-label={words.years}>
      {before && (
        <a href={before.href} rel="prev">
          ‹ {before.year}
        </a>
      )}
      {/* Too narrow to be pressed: the links beside them and the list of years lead to each year. */}
      <ol aria-hidden="true">
        {steps.map((step) => (
          <li
            key={step.year}
            className={String(step.year) === year ? 'chosen' : undefined}
            title={words.yearOf(step.year, step.places)}
          >
            <span style={{ height: `${Math.max(2, Math.round((28 * step.places) / most))}px` }} />
          </li>
        ))}
      </ol>
      {after && (
        <a href={after.href} rel="next">
          {after.year} ›
        </a>
      )}
    </nav>
  );
}
