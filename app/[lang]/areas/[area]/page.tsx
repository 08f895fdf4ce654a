/** `/areas/HND`: what is known of one country, city or group. A name leads to its code: `/areas/honduras`. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import { areaHref, AreaView } from '#app/_views/areas/AreaView.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { AREA_WORDS } from '#app/_words/areas.ts';
import { PLACE_KINDS, type Area, type Catalogue } from '#stats/model/catalogue.ts';
import { NotFound, notFound } from '#stats/problem.ts';
import { decodeEscapes } from '#stats/query-string.ts';
import { foldText } from '#stats/text.ts';
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { describePage } from '../../_reading/metadata.ts';
import { renderPage, type Asking } from '../../_reading/page.tsx';
import { readStanding, versionOf, type PageProps } from '../../_reading/request.ts';

interface AreaProps extends PageProps {
  readonly params: Promise<{ readonly lang: string; readonly area: string }>;
}

const KINDS: readonly Area['kind'][] = [...PLACE_KINDS, 'group'];

/** The area that a segment of an address names, by its code or by its name in either language. */
function areaNamed({ areas }: Catalogue, segment: string): Area | null {
  const text = foldText(decodeEscapes(segment) ?? segment).replaceAll('-', ' ');
  const named = (area: Area): readonly string[] =>
    [area.code, area.name.en, area.name.es].map((name) => foldText(name).replaceAll('-', ' '));
  return areas.find((area) => KINDS.includes(area.kind) && named(area).includes(text)) ?? null;
}

async function findNamed(props: AreaProps): Promise<Area | null> {
  const [{ lang, area }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { catalogue } = await readStanding(lang, versionOf(searchParams));
  return areaNamed(catalogue, area);
}

export async function generateMetadata(props: AreaProps): Promise<Metadata> {
  const area = await findNamed(props);
  if (!area) return describePage(props, '/areas', () => ({ title: null }));
  return describePage(props, `/areas/${area.code}`, (language) => ({
    title: area.name[language],
    description: AREA_WORDS[language].description(area.name[language]),
  }));
}

async function render({ place, catalogue }: Asking, segment: string): Promise<ReactElement> {
  const { language, release } = place;
  const area = areaNamed(catalogue, segment);
  const profile = area && (await siteData.loadAreaProfile(release.version, language, area.code));
  if (!profile) {
    const names = catalogue.areas
      .filter(({ kind }) => KINDS.includes(kind))
      .map(({ name }) => name[language]);
    throw new NotFound(notFound(NOT_FOUND_NAMES.area, decodeEscapes(segment) ?? segment, names));
  }
  return (
    <PageFrame isStill place={place} path={`/areas/${profile.area.code}`}>
      <AreaView {...{ profile, catalogue, place }} />
    </PageFrame>
  );
}

export default async function Page(props: AreaProps): Promise<ReactElement> {
  const [{ lang, area: segment }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { place } = await readStanding(lang, versionOf(searchParams));
  const area = await findNamed(props);
  if (area && area.code !== segment) redirect(areaHref(place, area.code));
  return renderPage(props, {
    path: `/areas/${segment}`,
    accepted: [],
    render: (asking) => render(asking, segment),
  });
}
