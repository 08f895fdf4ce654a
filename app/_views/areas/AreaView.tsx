/** The page of an area: what is known of it as a place, as an origin, and what documents say of it once. */
import type { ReactElement } from 'react';
import { AREA_WORDS } from '#app/_words/areas.ts';
import { isPlace, isSubnational, type Area, type Catalogue } from '#stats/model/catalogue.ts';
import type { AreaProfile, ProfileEntry } from '#stats/query/area-profile.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';
import { findingOf } from './finding.ts';
import { PrintedOnce } from './PrintedOnce.tsx';
import { ProfileTable } from './ProfileTable.tsx';

export interface AreaViewProps {
  readonly profile: AreaProfile;
  readonly catalogue: Catalogue;
  readonly place: PageContext;
}

/** Most members that are named, and most groups. */
const MOST_NAMED = 8;
const MOST_GROUPS = 3;

/** The address of an area's page. */
export const areaHref = (place: Omit<PageContext, 'origin'>, code: string): string =>
  pageHref(place, `/areas/${code}`);

/** Links to areas, separated by commas. */
function AreaLinks({
  areas,
  place,
}: {
  readonly areas: readonly Area[];
  readonly place: PageContext;
}): ReactElement {
  return (
    <>
      {areas.map(({ code, name }, i) => (
        <span key={code}>
          {i > 0 && ', '}
          <a href={areaHref(place, code)}>{name[place.language]}</a>
        </span>
      ))}
    </>
  );
}

/** The kind of an area, and the areas that it belongs to or consists of. */
function Belongs({ profile: { area }, catalogue, place }: AreaViewProps): ReactElement | null {
  const { language } = place;
  const words = AREA_WORDS[language];
  const { kind, within, members = [] } = area;
  if (!isPlace(kind) && kind !== 'group') return null;
  const named = (codes: readonly string[]): Area[] =>
    codes.flatMap((code) => catalogue.areas.find((other) => other.code === code) ?? []);
  const [before, related] = isSubnational(kind)
    ? [words.within(''), named([within ?? ''])]
    : kind === 'group'
      ? [words.members(''), named(members.map((member) => member.area))]
      : [
          words.memberOf(''),
          catalogue.areas
            .filter((other) => other.members?.some((own) => own.area === area.code))
            .slice(0, MOST_GROUPS),
        ];
  return (
    <>
      {words.kinds[kind]}
      {related.length > 0 && related.length <= MOST_NAMED && (
        <>
          {kind === 'group' || isSubnational(kind) ? ' ' : ', '}
          {before}
          <AreaLinks areas={related} place={place} />
        </>
      )}
      .{area.note && ` ${area.note[language]}.`}{' '}
    </>
  );
}

function JumpLinks({
  label,
  parts,
}: {
  readonly label: string;
  readonly parts: readonly { readonly id: string; readonly label: string }[];
}): ReactElement {
  return (
    <nav className="jump" aria-label={label}>
      {parts.map((part) => (
        <a key={part.id} href={`#${part.id}`}>
          {part.label}
        </a>
      ))}
    </nav>
  );
}

export function AreaView(props: AreaViewProps): ReactElement {
  const { profile, catalogue, place } = props;
  const { area, entries, printed, withFigures } = profile;
  const words = AREA_WORDS[place.language];
  const name = area.name[place.language];
  const [here, abroad] = (['area', 'origin'] as const).map((axis) =>
    entries.filter((entry) => entry.axis === axis),
  );
  const shown = new Set(
    [...entries.map(({ comparison }) => comparison), ...printed].map(({ indicator }) => indicator.id),
  );
  const parts = [
    { id: 'place', label: words.here, is: (here?.length ?? 0) > 0 },
    { id: 'origin', label: words.abroad, is: (abroad?.length ?? 0) > 0 },
    { id: 'printed', label: words.printed, is: printed.length > 0 },
  ].filter(({ is }) => is);
  return (
    <>
      <div className="title area-title">
        <h1>{name}</h1>
        <p className="def">
          <Belongs {...props} />
          {words.known(shown.size, catalogue.indicators.length)}{' '}
          <a href={pageHref(place, '/')}>{words.seeAll}</a>
        </p>
      </div>
      {parts.length === 0 && (
        <p className="not-calculated">
          {words.notCalculated}{' '}
          <AreaLinks areas={catalogue.areas.filter(({ code }) => withFigures.includes(code))} place={place} />
          .
        </p>
      )}
      {parts.length > 1 && <JumpLinks label={words.jump} parts={parts} />}
      <ProfilePart
        id="place"
        heading={words.inPlace(name)}
        help={words.hereHelp}
        entries={here ?? []}
        {...{ area, place }}
      />
      <ProfilePart
        id="origin"
        heading={words.fromPlace(name)}
        help={words.abroadHelp}
        entries={abroad ?? []}
        {...{ area, place }}
      />
      {printed.length > 0 && <PrintedOnce {...{ printed, area, place }} />}
      {entries.some(({ rank }) => rank) && (
        <p className="rank-help small mute">
          <b>{words.rankHelpTitle}</b> {words.rankHelp}
        </p>
      )}
    </>
  );
}

interface ProfilePartProps {
  readonly id: string;
  readonly heading: string;
  readonly help: string;
  readonly entries: readonly ProfileEntry[];
  readonly area: Area;
  readonly place: PageContext;
}

/** The indicators of one axis as a table; its heading is a finding, if there is one. */
function ProfilePart({ id, heading, help, entries, area, place }: ProfilePartProps): ReactElement | null {
  if (entries.length === 0) return null;
  const finding = findingOf(entries, place.language);
  return (
    <section id={id} className="profile" aria-labelledby={`${id}-title`}>
      <div className="sec-head">
        <h2 id={`${id}-title`}>{finding === null ? heading : `${heading}: ${finding}`}</h2>
        <p className="small mute">{help}</p>
      </div>
      <ProfileTable {...{ entries, area, place }} labelledBy={`${id}-title`} />
    </section>
  );
}
