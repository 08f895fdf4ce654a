/** A field that finds an area by its name; a browser offers the names while one is typed. Without scripts too. */
import type { ReactElement } from 'react';
import { AREA_WORDS } from '#app/_words/areas.ts';
import type { Area } from '#stats/model/catalogue.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';
import { areaHref } from './AreaView.tsx';

export interface AreaFinderProps {
  readonly place: PageContext;
  /** Every area that has a page. */
  readonly areas: readonly Area[];
  /** The text that was asked; empty if none was. */
  readonly asked: string;
  /** The areas that it may mean. */
  readonly found: readonly Area[];
}

export function AreaFinder({ place, areas, asked, found }: AreaFinderProps): ReactElement {
  const { language } = place;
  const words = AREA_WORDS[language];
  return (
    <>
      <form
        className="plain-form area-finder"
        role="search"
        method="get"
        action={pageHref({ ...place, pinned: false }, '/areas')}
      >
        {place.pinned && <input type="hidden" name="release" value={place.release.version} />}
        <div className="field">
          <label htmlFor="f-area">{words.find}</label>
          <input
            id="f-area"
            type="search"
            name="q"
            list="area-names"
            autoComplete="off"
            defaultValue={asked}
          />
          <datalist id="area-names">
            {areas.map(({ code, name }) => (
              <option key={code} value={name[language]} />
            ))}
          </datalist>
        </div>
        <button className="btn btn-main" type="submit">
          {words.findButton}
        </button>
      </form>
      {asked !== '' && (
        <div className="area-found" role="status">
          {found.length === 0 ? (
            <p>{words.noMatch(asked)}</p>
          ) : (
            <ul>
              {found.map(({ code, name }) => (
                <li key={code}>
                  <a href={areaHref(place, code)}>{name[language]}</a>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  );
}
