/** Over time or across places; what is not possible is grey, with the reason. */
import type { ReactElement } from 'react';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import type { PageContext } from '../page/page-context.ts';

export function ViewSwitch({
  view,
  other,
  place,
}: {
  readonly view: 'time' | 'places';
  /** The address of the other view; null if it has nothing to show. */
  readonly other: string | null;
  readonly place: PageContext;
}): ReactElement {
  const words = COMPARE_WORDS[place.language];
  return (
    <section>
      <h2>{words.shownAs}</h2>
      <div className="view-switch">
        {(['time', 'places'] as const).map((name) =>
          name === view ? (
            <span key={name} aria-current="true">
              {words.views[name]}
            </span>
          ) : other === null ? (
            <span key={name} className="cannot">
              {words.views[name]}
            </span>
          ) : (
            <a key={name} href={other}>
              {words.views[name]}
            </a>
          ),
        )}
      </div>
      {other === null && <p>{words.noOther[view]}</p>}
    </section>
  );
}
