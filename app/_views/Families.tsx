/** The indicators of a release, grouped by what kind of number they are. */
import type { ReactElement } from 'react';
import type { Comparison } from '#stats/comparison.ts';
import { MEASURES } from '#stats/measure.ts';
import { MEASURE_WORDS } from '#stats/vocabulary.ts';
import { wordsIn } from '#app/_words/words.ts';
import { IndicatorRow } from './IndicatorRow.tsx';
import type { Place } from './place.ts';

export function Families({
  comparisons,
  place,
}: {
  readonly comparisons: readonly Comparison[];
  readonly place: Place;
}): ReactElement {
  const about = wordsIn(place.language).family;
  return (
    <>
      {MEASURES.map((measure) => {
        const members = comparisons.filter(({ indicator }) => indicator.measure === measure);
        if (members.length === 0) return null;
        return (
          <section key={measure} id={measure} className="family">
            <div>
              <h3>{MEASURE_WORDS[measure][place.language]}</h3>
              <p className="about">{about[measure]}</p>
            </div>
            <ul className="idx">
              {members.map((comparison) => (
                <IndicatorRow key={comparison.indicator.id} comparison={comparison} place={place} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
