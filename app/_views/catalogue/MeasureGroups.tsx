/**
 * The indicators of a release, grouped by kind of number. The main indicators of each kind are shown and the
 * others are folded, so that the whole catalogue fits on a page.
 */
import type { ReactElement } from 'react';
import { MEASURES } from '#stats/model/measure.ts';
import { MEASURE_WORDS } from '#stats/format/labels.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { Headline } from './headline.ts';
import { IndicatorRow } from './IndicatorRow.tsx';
import type { PageContext } from '../page/page-context.ts';

export function MeasureGroups({
  headlines,
  place,
}: {
  readonly headlines: readonly Headline[];
  readonly place: PageContext;
}): ReactElement {
  const { family: about, familyRest } = wordsIn(place.language);
  const list = (members: readonly Headline[]): ReactElement => (
    <ul className="idx">
      {members.map((headline) => (
        <IndicatorRow key={headline.comparison.indicator.id} headline={headline} place={place} />
      ))}
    </ul>
  );
  return (
    <>
      {MEASURES.map((measure) => {
        const members = headlines.filter(({ comparison }) => comparison.indicator.measure === measure);
        if (members.length === 0) return null;
        const { main, rest } = mainOf(members);
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

/** A family without a main indicator is shown completely. */
export function mainOf(members: readonly Headline[]): {
  readonly main: readonly Headline[];
  readonly rest: readonly Headline[];
} {
  const main = members.filter(({ comparison }) => comparison.indicator.featured);
  if (main.length === 0) return { main: members, rest: [] };
  return { main, rest: members.filter((member) => !main.includes(member)) };
}
