/** `/topics`: the questions of the founding documents. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { TopicLinks } from '#app/_views/topics/TopicView.tsx';
import { TOPICS_WORDS } from '#app/_words/topics.ts';
import { describePage } from '../_reading/metadata.ts';
import { renderPage } from '../_reading/page.tsx';
import type { PageProps } from '../_reading/request.ts';

const PATH = '/topics';

export const generateMetadata = (props: PageProps): Promise<Metadata> =>
  describePage(props, PATH, (language) => ({
    title: TOPICS_WORDS[language].title,
    description: TOPICS_WORDS[language].lead,
  }));

export default function Page(props: PageProps): Promise<ReactElement> {
  return renderPage(props, {
    path: PATH,
    accepted: [],
    render: ({ place }) => (
      <PageFrame isStill place={place} path={PATH}>
        <div className="title">
          <h1>{TOPICS_WORDS[place.language].title}</h1>
          <p className="def">{TOPICS_WORDS[place.language].lead}</p>
        </div>
        <TopicLinks place={place} />
      </PageFrame>
    ),
  });
}
