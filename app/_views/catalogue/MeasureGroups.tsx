/**
 * The indicators of a release, grouped by what kind of number they are. Of each kind the main ones are shown
 * and the rest folded away, so that the catalogue can be seen whole; what a search found is never folded.
 */
import type { ReactElement } from 'react';
import type { Comparison } from '#stats/model/comparison.ts';
import { MEASURES } from '#stats/model/measure.ts';
import { MEASURE_WORDS } from '#stats/format/labels.ts';
import { wordsIn } from '#app/_words/words.ts';
import { IndicatorRow } from './IndicatorRow.tsx';
import type { PageContext } from '../page/page-context.ts';

export function MeasureGroups({
  comparisons,
  place,
  folded,
}: {
  readonly comparisons: readonly Comparison[];
  readonly place: PageContext;
  /** Whether only the main indicators are shown at first. */
  readonly folded: boolean;
}): ReactElement {
  const { family: about, familyRest } = wordsIn(place.language);
  const list = (members: readonly Comparison[]): ReactElement => (
    <ul className="idx">
      {members.map((comparison) => (
        <IndicatorRow key={comparison.indicator.id} comparison={comparison} place={place} />
      ))}
    </ul>
  );
  return (
    <>
      {MEASURES.map((measure) => {
        const members = comparisons.filter(({ indicator }) => indicator.measure === measure);
        if (members.length === 0) return null;
        const { main, rest } = folded ? mainOf(members) : { main: members, rest: [] };
        return (
          <section key={measure} id={measure} className="family">
            <div>
              <h3>{MEASURE_WORDS[measure][place.language]}</h3>
              <p className="about">{about[measure]}</p>
            </div>
            <div>
              {list(main)}
              {rest.length > 0 && (
                <details className="rest">
                  <summary>
                    {familyRest[measure][rest.length === 1 ? 'one' : 'many']({ n: rest.length })}
                  </summary>
                  {list(rest)}
                </details>
              )}
            </div>
          </section>
        );
      })}
    </>
  );
}

/** A family without a main indicator has nothing to stand for it: all of it is shown. */
export function mainOf(members: readonly Comparison[]): {
  readonly main: readonly Comparison[];
  readonly rest: readonly Comparison[];
} {
  const main = members.filter(({ indicator }) => indicator.featured);
  if (main.length === 0) return { main: members, rest: [] };
  return { main, rest: members.filter((member) => !main.includes(member)) };
}
