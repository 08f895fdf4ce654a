/** `/addresses`: how to request data, pictures and embeds, and what the columns of a download mean. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { TableColumns } from '#app/_views/releases/Columns.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { ProseView } from '#app/_views/page/ProseView.tsx';
import { ADDRESSES } from '#app/_words/addresses.ts';
import { describePage } from '../_reading/metadata.ts';
import { renderPage } from '../_reading/page.tsx';
import type { PageProps } from '../_reading/request.ts';
import { Operations } from './Operations.tsx';

const PATH = '/addresses';

export const generateMetadata = (props: PageProps): Promise<Metadata> =>
  describePage(props, PATH, (language) => ({
    title: ADDRESSES[language].title,
    description: ADDRESSES[language].lead,
  }));

export default function Page(props: PageProps): Promise<ReactElement> {
  return renderPage(props, {
    path: PATH,
    accepted: [],
    render: ({ place }) => (
      <PageFrame place={place} path={PATH}>
        <ProseView prose={ADDRESSES[place.language]}>
          <Operations language={place.language} />
          <TableColumns language={place.language} />
        </ProseView>
      </PageFrame>
    ),
  });
}
