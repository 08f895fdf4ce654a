/** The search of the catalogue: a plain form that the server handles. */
import type { ReactElement } from 'react';
import { wordsIn } from '#app/_words/words.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';

export function SearchForm({
  place,
  asked,
}: {
  readonly place: PageContext;
  readonly asked: string;
}): ReactElement {
  const words = wordsIn(place.language).home;
  return (
    <>
      <form className="search" role="search" action={pageHref({ ...place, pinned: false }, '/')} method="get">
        <svg viewBox="0 0 18 18" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
          <circle cx="7.5" cy="7.5" r="5.5" />
          <path d="m12 12 5 5" />
        </svg>
        <input
          type="search"
          name="q"
          defaultValue={asked}
          aria-label={words.search}
          placeholder={words.searchHint}
        />
        {place.pinned && <input type="hidden" name="release" value={place.release.version} />}
        <button className="btn btn-main" type="submit">
          {words.searchButton}
        </button>
      </form>
      <p className="try">
        {words.try}
        {words.tryThese.map((text) => (
          <a key={text} href={pageHref(place, '/', `q=${encodeURIComponent(text)}`)}>
            {text}
          </a>
        ))}
      </p>
    </>
  );
}
