/** `/areas`: every area with figures, and a finder (`?q=`) that leads to the page of the area that it names. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import { AreaList } from '#app/_views/areas/AreaList.tsx';
import { areaHref } from '#app/_views/areas/AreaView.tsx';
import { search } from '#app/_views/catalogue/search.ts';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { AREA_WORDS } from '#app/_words/areas.ts';
import type { Area, Catalogue } from '#stats/model/catalogue.ts';
import { areasWithPages } from '#stats/query/area-profile.ts';
import { foldText } from '#stats/text.ts';
import { describePage } from '../_reading/metadata.ts';
import { renderPage } from '../_reading/page.tsx';
import { readStanding, versionOf, type PageProps } from '../_reading/request.ts';

const PATH = '/areas';
/** Longer texts are no name. */
const LONGEST = 100;

export const generateMetadata = (props: PageProps): Promise<Metadata> =>
  describePage(props, PATH, (language) => ({
    title: AREA_WORDS[language].title,
    description: AREA_WORDS[language].lead,
  }));

/** Areas of which a word begins with the text, in either language; else those that the search knows by it. */
function areasFound(catalogue: Catalogue, listed: readonly Area[], asked: string): readonly Area[] {
  const text = foldText(asked);
  const names = ({ name, code }: Area): string[] => [name.en, name.es, code].map(foldText);
  const same = listed.filter((area) => names(area).includes(text));
  if (same.length > 0) return same;
  const begun = listed.filter((area) =>
    names(area).some((name) => name.startsWith(text) || name.includes(` ${text}`)),
  );
  if (begun.length > 0) return begun;
  const codes = new Set(search(catalogue, asked).areas.map(({ code }) => code));
  return listed.filter(({ code }) => codes.has(code));
}

async function findAsked(
  props: PageProps,
): Promise<{ readonly asked: string; readonly areas: readonly Area[] }> {
  const [{ lang }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { q } = searchParams;
  const asked = (typeof q === 'string' ? q : '').trim().slice(0, LONGEST);
  if (asked === '') return { asked, areas: [] };
  const { catalogue, place } = await readStanding(lang, versionOf(searchParams));
  const counts = await siteData.loadAreaCounts(place.release.version);
  const listed = areasWithPages(catalogue, new Set(counts.map(({ code }) => code)));
  const areas = areasFound(catalogue, listed, asked);
  const [only, ...others] = areas;
  if (only && others.length === 0) redirect(areaHref(place, only.code));
  return { asked, areas };
}

export default async function Page(props: PageProps): Promise<ReactElement> {
  const { asked, areas } = await findAsked(props);
  return renderPage(props, {
    path: PATH,
    accepted: ['q'],
    render: async ({ place, catalogue }) => (
      <PageFrame
        isStill
        place={place}
        path={PATH}
        query={asked === '' ? '' : `q=${encodeURIComponent(asked)}`}
      >
        <AreaList
          counts={await siteData.loadAreaCounts(place.release.version)}
          {...{ catalogue, place, asked }}
          found={areas}
        />
      </PageFrame>
    ),
  });
}
