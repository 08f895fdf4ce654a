/** What can stand beside the first indicator, with what the two share on file; what cannot is grey, with the reason. */
import type { ReactElement } from 'react';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import type { Partner } from '#stats/pairing/partners.ts';
import { encodeValue } from '#stats/query-string.ts';
import type { PlaceAxis } from '#stats/query/several.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';

export interface PartnersProps {
  readonly partners: readonly Partner[];
  readonly catalogue: Catalogue;
  /** The first indicator, the one beside it now, and the place that the question is about. */
  readonly first: string;
  readonly beside: string;
  readonly axis: PlaceAxis;
  readonly about: string | null;
  readonly place: PageContext;
}

const GROUPS = ['same', 'origin', 'other', null] as const;

export function Partners({
  partners,
  catalogue,
  first,
  beside,
  axis,
  about,
  place,
}: PartnersProps): ReactElement {
  const { language } = place;
  const words = COMPARE_WORDS[language];
  const title = catalogue.indicators.find(({ id }) => id === first)?.title[language] ?? first;
  const nameOf = (code: string): string =>
    catalogue.areas.find((area) => area.code === code)?.name[language] ?? code;
  const name = about === null ? null : nameOf(about);
  const hrefOf = (partner: Partner): string => {
    const other = partner.how === 'other' ? partner.other : about;
    const isAcross = about === null && partner.how !== 'other';
    const entries: (readonly [string, string])[] = isAcross
      ? [
          ['indicators', `${first}~${partner.indicator.id}`],
          ...(partner.place === 'origin' ? [['place.2', 'origin'] as const] : []),
        ]
      : [
          ['form', '1'],
          ['view', 'time'],
          ['up', first],
          ['across', partner.indicator.id],
          ['where.1', `${axis}:${about ?? ''}`],
          ['where.2', `${partner.place}:${other ?? ''}`],
        ];
    return pageHref(
      place,
      '/compare',
      entries.map(([key, value]) => `${key}=${encodeValue(value)}`).join('&'),
    );
  };
  return (
    <section className="partners" aria-labelledby="partners">
      <div className="sec-head">
        <h2 id="partners">{words.partners(title, name)}</h2>
        <p className="small mute">{words.partnersHelp}</p>
      </div>
      <div className="partner-groups">
        {GROUPS.map((how) => {
          const own = partners.filter((partner) => partner.how === how);
          if (own.length === 0) return null;
          const list = (
            <ul>
              {own.map((partner) => (
                <li
                  key={partner.indicator.id}
                  aria-current={partner.indicator.id === beside ? 'true' : undefined}
                >
                  {how === null ? (
                    <span className="cannot">{partner.indicator.title[language]}</span>
                  ) : (
                    <a href={hrefOf(partner)}>{partner.indicator.title[language]}</a>
                  )}
                  {how === 'other' && partner.other !== null && <small>{nameOf(partner.other)}</small>}
                  <span>
                    {partner.why === null
                      ? words.shares(
                          partner.shared.places.length,
                          partner.shared.years,
                          about === null && how !== 'other',
                        )
                      : words.apart[partner.why]}
                  </span>
                </li>
              ))}
            </ul>
          );
          const heading = words.partnerGroups(how, name);
          return how === null ? (
            <details key="cannot">
              <summary>{`${heading} (${own.length})`}</summary>
              {list}
            </details>
          ) : (
            <div key={how}>
              <h3>{heading}</h3>
              {list}
            </div>
          );
        })}
      </div>
    </section>
  );
}
