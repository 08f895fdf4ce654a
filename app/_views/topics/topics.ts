/** The topics with the queries whose figures answer their questions. */
import { TOPIC_TEXTS, type TopicId, type TopicText } from '#app/_words/topics.ts';

/** The figures of a part, as the page of its indicator is asked for them. */
interface TopicQuery {
  readonly indicator: string;
  readonly search: string;
}

export type TopicPart = TopicText['parts'][number] & TopicQuery;

export interface Topic extends Omit<TopicText, 'parts'> {
  readonly id: TopicId;
  readonly parts: readonly TopicPart[];
}

/** In the order of the parts of each topic. */
const QUERIES: Readonly<Record<TopicId, readonly TopicQuery[]>> = {
  violence: [
    {
      indicator: 'homicide-rate',
      search: 'country=SLV~HND~GTM~MEX&source=owid-homicide-rate&time=2000..latest',
    },
    { indicator: 'homicide-rate', search: 'country=SLV~HND~MEX&time=2014' },
  ],
  'children-2014': [
    {
      indicator: 'uac-apprehensions',
      search: 'basis=us-fiscal-year&breakdown=border=southwest&source=ohss-encounters-family-status-annual',
    },
    {
      indicator: 'family-unit-apprehensions',
      search: 'basis=us-fiscal-year&breakdown=border=southwest&source=ohss-encounters-family-status-annual',
    },
  ],
  'southern-border': [
    {
      indicator: 'border-apprehensions',
      search:
        'basis=us-fiscal-year&breakdown=border=southwest&origin=_T&source=cbp-southwest-apprehensions&time=FY1990..latest',
    },
    { indicator: 'mexico-apprehensions', search: 'time=2014-10/2015-04' },
  ],
  asylum: [
    {
      indicator: 'asylum-grant-share',
      search: 'definition=of-decided-on-merits&origin=SLV~HND~GTM~MEX&source=unhcr-asylum-decisions',
    },
    {
      indicator: 'asylum-applications',
      search: 'breakdown=authority=courts;application=new&definition=persons&origin=SLV~HND~GTM~MEX',
    },
  ],
  caravan: [
    { indicator: 'caravan-size', search: '' },
    { indicator: 'border-troops', search: '' },
  ],
  dangers: [
    { indicator: 'border-deaths', search: 'breakdown=border=southwest&source=cbp-border-deaths' },
    { indicator: 'migrant-kidnappings', search: '' },
  ],
};

export const TOPICS: readonly Topic[] = (Object.keys(TOPIC_TEXTS) as TopicId[]).map((id) => {
  const { title, lead, parts }: TopicText = TOPIC_TEXTS[id];
  const queries = QUERIES[id];
  return {
    id,
    title,
    lead,
    parts: parts.flatMap((part, i) => {
      const query = queries[i];
      return query ? [{ ...part, ...query }] : [];
    }),
  };
});
