/** `/sources`: every source of a release. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { SourcesView } from '#app/_views/sources/SourcesView.tsx';
import { pagesIn } from '#app/_words/pages.ts';
import { describePage } from '../_reading/metadata.ts';
import { renderPage } from '../_reading/page.tsx';
import type { PageProps } from '../_reading/request.ts';

const PATH = '/sources';

export const generateMetadata = (props: PageProps): Promise<Metadata> =>
  describePage(props, PATH, (language) => ({
    title: pagesIn(language).sources.title,
    description: pagesIn(language).sources.lead,
  }));

export default function Page(props: PageProps): Promise<ReactElement> {
  return renderPage(props, {
    path: PATH,
    accepted: [],
    render: ({ place, catalogue }) => (
      <PageFrame isStill place={place} path={PATH}>
        <SourcesView {...{ catalogue, place }} />
      </PageFrame>
    ),
  });
}
