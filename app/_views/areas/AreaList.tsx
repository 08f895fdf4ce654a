/** Every area with figures: a finder, then folds of countries by region, of parts, of cities and of groups. */
import type { ReactElement } from 'react';
import { AREA_WORDS } from '#app/_words/areas.ts';
import { collate } from '#stats/collate.ts';
import type { Area, AreaKind, Catalogue } from '#stats/model/catalogue.ts';
import { areasWithPages } from '#stats/query/area-profile.ts';
import type { PageContext } from '../page/page-context.ts';
import { AreaFinder } from './AreaFinder.tsx';
import { areaHref } from './AreaView.tsx';
import { regionsOf } from './regions.ts';

interface AreaCount {
  readonly code: string;
  readonly asArea: number;
  readonly asOrigin: number;
}

export interface AreaListProps {
  readonly counts: readonly AreaCount[];
  readonly catalogue: Catalogue;
  readonly place: PageContext;
  readonly asked: string;
  readonly found: readonly Area[];
}

const COUNTRIES: readonly AreaKind[] = ['country', 'territory'];
const OTHERS = [
  { kinds: ['state', 'department', 'region', 'municipality'], word: 'parts' },
  { kinds: ['city'], word: 'cities' },
  { kinds: ['group'], word: 'groups' },
] as const satisfies readonly { readonly kinds: readonly AreaKind[]; readonly word: string }[];

export function AreaList({ counts, catalogue, place, asked, found }: AreaListProps): ReactElement {
  const { language } = place;
  const words = AREA_WORDS[language];
  const byCode = new Map(counts.map((count) => [count.code, count]));
  const listed = areasWithPages(catalogue, new Set(byCode.keys()));
  const ofKinds = (kinds: readonly AreaKind[]): Area[] =>
    listed
      .filter(({ kind }) => kinds.includes(kind))
      .toSorted((a, b) => collate(a.name[language], b.name[language]));
  const regions = regionsOf(ofKinds(COUNTRIES), catalogue);
  const fold = { byCode, place };
  return (
    <>
      <div className="title compact">
        <h1>{words.title}</h1>
        <p className="def">{words.lead}</p>
      </div>
      <AreaFinder {...{ place, asked, found }} areas={listed} />
      <section className="area-list" aria-labelledby="countries">
        <h2 id="countries">{words.countries}</h2>
        {regions.map(({ region, countries }, i) => (
          <AreaFold
            key={region?.code ?? ''}
            name={region?.name[language] ?? words.elsewhere}
            areas={countries}
            isOpen={i === 0}
            {...fold}
          />
        ))}
      </section>
      <section className="area-list" aria-labelledby="other-areas">
        <h2 id="other-areas">{words.others}</h2>
        {OTHERS.map(({ kinds, word }) => (
          <AreaFold key={word} name={words[word]} areas={ofKinds(kinds)} {...fold} />
        ))}
      </section>
    </>
  );
}

interface AreaFoldProps {
  readonly name: string;
  readonly areas: readonly Area[];
  readonly isOpen?: boolean;
  readonly byCode: ReadonlyMap<string, AreaCount>;
  readonly place: PageContext;
}

function AreaFold({ name, areas, isOpen = false, byCode, place }: AreaFoldProps): ReactElement | null {
  if (areas.length === 0) return null;
  const words = AREA_WORDS[place.language];
  return (
    <details open={isOpen}>
      <summary>
        <b>{name}</b> <small>{areas.length}</small>
      </summary>
      <ul>
        {areas.map(({ code, kind, name: own }) => {
          const { asArea = 0, asOrigin = 0 } = byCode.get(code) ?? {};
          return (
            <li key={code}>
              <a href={areaHref(place, code)}>{own[place.language]}</a>
              {kind !== 'group' && <small>{words.counts(asArea, asOrigin)}</small>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
