/** `/topics/violence`: a topic with its charts, made from the figures of the release. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { TopicView } from '#app/_views/topics/TopicView.tsx';
import { TOPICS } from '#app/_views/topics/topics.ts';
import { NotFound, notFound } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { describePage } from '../../_reading/metadata.ts';
import { renderPage, type Asking } from '../../_reading/page.tsx';
import type { PageProps } from '../../_reading/request.ts';

interface TopicProps extends PageProps {
  readonly params: Promise<{ readonly lang: string; readonly topic: string }>;
}

const findTopic = (id: string) => TOPICS.find((topic) => topic.id === id);

export async function generateMetadata(props: TopicProps): Promise<Metadata> {
  const topic = findTopic((await props.params).topic);
  if (!topic) return describePage(props, '/topics', () => ({ title: null }));
  return describePage(props, `/topics/${topic.id}`, (language) => ({
    title: topic.title[language],
    description: topic.lead[language],
  }));
}

async function render({ place, catalogue }: Asking, id: string): Promise<ReactElement> {
  const topic = findTopic(id);
  if (!topic) {
    const paths = TOPICS.map((known) => known.id);
    throw new NotFound(notFound(NOT_FOUND_NAMES.page, id, paths));
  }
  const { release, language } = place;
  // An earlier release may lack an indicator, or its sources: those parts are left out.
  const answers = await Promise.all(
    topic.parts.map(async (part) => {
      const indicator = catalogue.indicators.find((known) => known.id === part.indicator);
      const named = parseParameters(part.search).get('source');
      if (!indicator || (named !== undefined && !indicator.sources.includes(named))) return [];
      const query = parseQuery(parseParameters(part.search), indicator, catalogue);
      const comparison = await siteData.loadComparison({ version: release.version, language, query });
      return [{ part, comparison }];
    }),
  );
  return (
    <PageFrame isStill place={place} path={`/topics/${topic.id}`}>
      <TopicView topic={topic} answers={answers.flat()} place={place} />
    </PageFrame>
  );
}

export default async function Page(props: TopicProps): Promise<ReactElement> {
  const { topic } = await props.params;
  return renderPage(props, {
    path: `/topics/${topic}`,
    accepted: [],
    render: (asking) => render(asking, topic),
  });
}
