/**
 * The opening of the catalogue: the meaning of the word "cotejo", with a real pair of numbers as an example.
 */
import type { ReactElement, ReactNode } from 'react';
import { wordsIn } from '#app/_words/words.ts';
import type { PageContext } from '../page/page-context.ts';
import { SearchForm } from './SearchForm.tsx';
import { Gutter, TwinRule } from '../page/Brand.tsx';

export function Hero({
  place,
  children,
}: {
  readonly place: PageContext;
  /** The pair of numbers; absent if the release does not have it. */
  readonly children: ReactNode;
}): ReactElement {
  const words = wordsIn(place.language).home;
  return (
    <>
      <section className="hero halves">
        <div className="entry">
          <p className="head">
            <b>cotejo</b> &nbsp;{words.head}
          </p>
          <h1>{words.title}</h1>
          <p className="sub">{words.lead}</p>
          <SearchForm place={place} asked="" />
        </div>
        <Gutter />
        <div>{children}</div>
      </section>
      <TwinRule />
    </>
  );
}
