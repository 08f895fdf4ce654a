/** `/areas`: every area with figures. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import { AreaList } from '#app/_views/areas/AreaList.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { AREA_WORDS } from '#app/_words/areas.ts';
import { describePage } from '../_reading/metadata.ts';
import { renderPage } from '../_reading/page.tsx';
import type { PageProps } from '../_reading/request.ts';

const PATH = '/areas';

export const generateMetadata = (props: PageProps): Promise<Metadata> =>
  describePage(props, PATH, (language) => ({
    title: AREA_WORDS[language].title,
    description: AREA_WORDS[language].lead,
  }));

export default function Page(props: PageProps): Promise<ReactElement> {
  return renderPage(props, {
    path: PATH,
    accepted: [],
    render: async ({ place, catalogue }) => (
      <PageFrame isStill place={place} path={PATH}>
        <AreaList counts={await siteData.loadAreaCounts(place.release.version)} {...{ catalogue, place }} />
      </PageFrame>
    ),
  });
}
