/** What can stand beside the first indicator, with what the two share on file; what cannot is grey, with the reason. */
import type { ReactElement } from 'react';
import { PARTNER_WORDS } from '#app/_words/partners.ts';
import { ON_FILE_WORDS } from '#app/_words/on-file.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import type { Partner } from '#stats/pairing/partners.ts';
import { encodeValue } from '#stats/query-string.ts';
import type { PlaceAxis } from '#stats/query/several.ts';
import { indicatorHref, pageHref, type PageContext } from '../page/page-context.ts';

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

/** The address of a comparison with a partner. */
function partnerHref(partner: Partner, { first, axis, about, place }: PartnersProps): string {
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
  return pageHref(place, '/compare', entries.map(([key, value]) => `${key}=${encodeValue(value)}`).join('&'));
}

const areaNameOf = ({ catalogue, place }: PartnersProps, code: string): string =>
  catalogue.areas.find((area) => area.code === code)?.name[place.language] ?? code;

const titleOf = ({ catalogue, place }: PartnersProps, id: string): string =>
  catalogue.indicators.find((indicator) => indicator.id === id)?.title[place.language] ?? id;

export function Partners(props: PartnersProps): ReactElement {
  const { partners, first, beside, about, place } = props;
  const { language } = place;
  const words = PARTNER_WORDS[language];
  const name = about === null ? null : areaNameOf(props, about);
  return (
    <section className="partners" aria-labelledby="partners">
      <div className="sec-head">
        <h2 id="partners">{words.partners(titleOf(props, first), name)}</h2>
        <p className="small mute">{words.partnersHelp}</p>
      </div>
      <p className="small more-of">
        {[first, beside].map((id) => (
          <span key={id}>
            {titleOf(props, id)}:{' '}
            <a href={indicatorHref(place, `${id}/on-file`)}>{ON_FILE_WORDS[language].link}</a>
          </span>
        ))}
      </p>
      <div className="partner-groups">
        {GROUPS.map((how) => {
          const own = partners.filter((partner) => partner.how === how);
          if (own.length === 0) return null;
          const heading = words.partnerGroups(how, name);
          const list = <PartnerList {...props} partners={own} />;
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

/** The partners of one group, each with what it shares, or why it cannot. */
function PartnerList(props: PartnersProps): ReactElement {
  const { partners, beside, about, place } = props;
  const words = PARTNER_WORDS[place.language];
  return (
    <ul>
      {partners.map((partner) => {
        const { indicator, how, other, shared, why } = partner;
        const title = indicator.title[place.language];
        const isOfPlaces = about === null && how !== 'other';
        return (
          <li key={indicator.id} aria-current={indicator.id === beside ? 'true' : undefined}>
            {how === null ? (
              <span className="cannot">{title}</span>
            ) : (
              <a href={partnerHref(partner, props)}>{title}</a>
            )}
            {how === 'other' && other !== null && <small>{areaNameOf(props, other)}</small>}
            <span>
              {why === null ? words.shares(shared.places.length, shared.years, isOfPlaces) : words.apart[why]}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
