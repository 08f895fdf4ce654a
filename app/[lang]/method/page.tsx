/** `/method`: the rules of aggregation in words. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { ProseView } from '#app/_views/page/ProseView.tsx';
import { METHOD } from '#app/_words/method.ts';
import { describePage } from '../_reading/metadata.ts';
import { renderPage } from '../_reading/page.tsx';
import type { PageProps } from '../_reading/request.ts';

const PATH = '/method';

export const generateMetadata = (props: PageProps): Promise<Metadata> =>
  describePage(props, PATH, (language) => ({
    title: METHOD[language].title,
    description: METHOD[language].lead,
  }));

export default function Page(props: PageProps): Promise<ReactElement> {
  return renderPage(props, {
    path: PATH,
    accepted: [],
    render: ({ place }) => (
      <PageFrame place={place} path={PATH}>
        <ProseView prose={METHOD[place.language]} />
      </PageFrame>
    ),
  });
}
