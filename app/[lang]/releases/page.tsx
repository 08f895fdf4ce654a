/** `/releases`: every published release. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { ReleasesView } from '#app/_views/releases/ReleasesView.tsx';
import { pagesIn } from '#app/_words/pages.ts';
import { describePage } from '../_reading/metadata.ts';
import { renderPage } from '../_reading/page.tsx';
import type { PageProps } from '../_reading/request.ts';

const PATH = '/releases';

export const generateMetadata = (props: PageProps): Promise<Metadata> =>
  describePage(props, PATH, (language) => ({
    title: pagesIn(language).releases.title,
    description: pagesIn(language).releases.lead,
  }));

export default function Page(props: PageProps): Promise<ReactElement> {
  return renderPage(props, {
    path: PATH,
    accepted: [],
    render: async ({ place, releases }) => {
      const counted = await Promise.all(
        releases.map(async (release, i) => {
          const before = releases[i - 1]?.version;
          const changes =
            before === undefined ? null : await siteData.loadRevisionCounts(before, release.version);
          return { release, changes, catalogue: await siteData.loadCatalogue(release.version) };
        }),
      );
      const known = counted.flatMap(({ release, catalogue, changes }) =>
        catalogue ? [{ release, catalogue, changes }] : [],
      );
      return (
        <PageFrame isStill place={place} path={PATH}>
          <ReleasesView releases={known} place={place} />
        </PageFrame>
      );
    },
  });
}
