/** `/doubts`: the register of doubts. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import { DoubtsView } from '#app/_views/claims/DoubtsView.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { doubtWordsIn } from '#app/_words/doubts.ts';
import { describePage } from '../_reading/metadata.ts';
import { renderPage } from '../_reading/page.tsx';
import type { PageProps } from '../_reading/request.ts';

const PATH = '/doubts';

export const generateMetadata = (props: PageProps): Promise<Metadata> =>
  describePage(props, PATH, (language) => ({
    title: doubtWordsIn(language).title,
    description: doubtWordsIn(language).lead,
  }));

export default function Page(props: PageProps): Promise<ReactElement> {
  return renderPage(props, {
    path: PATH,
    accepted: [],
    render: async ({ place, catalogue }) => (
      <PageFrame place={place} path={PATH}>
        <DoubtsView doubts={await siteData.loadDoubts(place.release.version)} {...{ catalogue, place }} />
      </PageFrame>
    ),
  });
}
