/** Whether the circles of a scatter plot are alike or as large as the population of their places. */
import type { ReactElement } from 'react';
import { COMPARE_MANY_WORDS } from '#app/_words/compare-many.ts';
import type { PageContext } from '../page/page-context.ts';

export interface SizeAddresses {
  readonly isSized: boolean;
  /** The address of the page with the other kind of circles. */
  readonly other: string;
}

export function SizeSwitch({
  isSized,
  other,
  place,
}: SizeAddresses & { readonly place: PageContext }): ReactElement {
  const words = COMPARE_MANY_WORDS[place.language];
  return (
    <section>
      <h2>{words.circles}</h2>
      <div className="view-switch">
        {([false, true] as const).map((own) => {
          const name = own ? words.byPopulation : words.alike;
          return own === isSized ? (
            <span key={name} aria-current="true">
              {name}
            </span>
          ) : (
            <a key={name} href={other}>
              {name}
            </a>
          );
        })}
      </div>
    </section>
  );
}
