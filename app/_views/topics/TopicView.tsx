/** A topic: its questions, each with what was said and a live chart of the figures on file. */
import type { ReactElement } from 'react';
import { chartOf } from '#app/_charts/chart.ts';
import { TOPICS_WORDS } from '#app/_words/topics.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { ChartNotices } from '../answer/ChartNotices.tsx';
import { Legend } from '../answer/Legend.tsx';
import { indicatorHref, pageHref, type PageContext } from '../page/page-context.ts';
import { StillChart } from '../page/StillChart.tsx';
import { TOPICS, type Topic, type TopicPart } from './topics.ts';

export interface TopicViewProps {
  readonly topic: Topic;
  /** One for each part of the topic that the release can answer. */
  readonly answers: readonly { readonly part: TopicPart; readonly comparison: Comparison }[];
  readonly place: PageContext;
}

export function TopicView({ topic, answers, place }: TopicViewProps): ReactElement {
  const { language } = place;
  const words = TOPICS_WORDS[language];
  return (
    <>
      <div className="title compact">
        <h1>{topic.title[language]}</h1>
        <p className="def">{topic.lead[language]}</p>
      </div>
      {answers.map(({ part, comparison }, i) => (
        <TopicAnswer key={part.question.en} number={i} {...{ part, comparison, place }} />
      ))}
      <section className="topic-others">
        <h2>{words.others}</h2>
        <TopicLinks place={place} except={topic.id} />
      </section>
    </>
  );
}

function TopicAnswer({
  part,
  comparison,
  place,
  number,
}: {
  readonly part: TopicPart;
  readonly comparison: Comparison;
  readonly place: PageContext;
  readonly number: number;
}): ReactElement {
  const { language } = place;
  const words = TOPICS_WORDS[language];
  const chart = chartOf(comparison, { language });
  const [wide, narrow] = [chart(800), chart(343)];
  return (
    <section className="topic-part">
      <h2>{part.question[language]}</h2>
      <figure className="fig">
        <h3>{wide.heading.title}</h3>
        <p className="small mute">{wide.heading.subtitle}</p>
        <StillChart models={{ wide, narrow }} place={place} idPrefix={`t${number}`} />
        <div className="only-wide">
          <Legend model={wide} />
        </div>
        <div className="only-narrow">
          <Legend model={narrow} />
        </div>
        <ChartNotices model={wide} />
        <p className="source">{wide.sources.join('. ')}.</p>
      </figure>
      <div className="topic-text">
        <p className="said">
          <b>{words.claim}:</b> {part.said[language]}
        </p>
        <p>{part.text[language]}</p>
        <p>
          <a className="btn" href={indicatorHref(place, part.indicator, part.search)}>
            {words.open}
          </a>
        </p>
      </div>
    </section>
  );
}

/** Every topic but one, with its first sentence. */
export function TopicLinks({
  place,
  except,
}: {
  readonly place: PageContext;
  readonly except?: string;
}): ReactElement {
  return (
    <ul className="topic-list">
      {TOPICS.filter(({ id }) => id !== except).map(({ id, title, lead }) => (
        <li key={id}>
          <a href={pageHref(place, `/topics/${id}`)}>{title[place.language]}</a>
          <p>{lead[place.language]}</p>
        </li>
      ))}
    </ul>
  );
}
