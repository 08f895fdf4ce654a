/** Every area with figures, by kind, with how many indicators it has. */
import type { ReactElement } from 'react';
import { AREA_WORDS } from '#app/_words/areas.ts';
import { collate } from '#stats/collate.ts';
import type { AreaKind, Catalogue } from '#stats/model/catalogue.ts';
import { areasWithPages } from '#stats/query/area-profile.ts';
import type { PageContext } from '../page/page-context.ts';
import { areaHref } from './AreaView.tsx';

export interface AreaListProps {
  readonly counts: readonly { readonly code: string; readonly asArea: number; readonly asOrigin: number }[];
  readonly catalogue: Catalogue;
  readonly place: PageContext;
}

const KINDS = [
  { kinds: ['group'], word: 'groups' },
  { kinds: ['country', 'territory'], word: 'countries' },
  { kinds: ['state', 'department', 'region', 'municipality'], word: 'parts' },
  { kinds: ['city'], word: 'cities' },
] as const satisfies readonly { readonly kinds: readonly AreaKind[]; readonly word: string }[];

export function AreaList({ counts, catalogue, place }: AreaListProps): ReactElement {
  const { language } = place;
  const words = AREA_WORDS[language];
  const byCode = new Map(counts.map((count) => [count.code, count]));
  const listed = areasWithPages(catalogue, new Set(byCode.keys()));
  return (
    <>
      <div className="title">
        <h1>{words.title}</h1>
        <p className="def">{words.lead}</p>
      </div>
      {KINDS.map(({ kinds, word }) => {
        const areas = listed
          .filter((area) => kinds.some((kind) => kind === area.kind))
          .toSorted((a, b) => collate(a.name[language], b.name[language]));
        if (areas.length === 0) return null;
        return (
          <section key={word} className="area-list" aria-labelledby={word}>
            <h2 id={word}>{words[word]}</h2>
            <ul>
              {areas.map(({ code, name }) => {
                const { asArea = 0, asOrigin = 0 } = byCode.get(code) ?? {};
                return (
                  <li key={code}>
                    <a href={areaHref(place, code)}>{name[language]}</a>
                    {word !== 'groups' && <small>{words.counts(asArea, asOrigin)}</small>}
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </>
  );
}
