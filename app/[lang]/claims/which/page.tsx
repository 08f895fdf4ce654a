/** `/claims/which?indicator=homicide-rate&area=MEX&number=21.5`: the period and the source of a number. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import { WhichView } from '#app/_views/claims/WhichView.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { CHECK_WORDS } from '#app/_words/check.ts';
import { whichWordsIn } from '#app/_words/which.ts';
import { plainForm } from '#stats/claims/printed-number.ts';
import { printedNumber } from '#stats/claims/relation.ts';
import { BadQuery, malformed, unknownValue } from '#stats/problem.ts';
import { encodeValue } from '#stats/query-string.ts';
import { describePage } from '../../_reading/metadata.ts';
import { renderPage } from '../../_reading/page.tsx';
import type { PageProps } from '../../_reading/request.ts';

const PATH = '/claims/which';
const PARAMETERS = ['area', 'indicator', 'number'] as const;

export const generateMetadata = (props: PageProps): Promise<Metadata> =>
  describePage(props, PATH, (language) => ({
    title: whichWordsIn(language).title,
    description: whichWordsIn(language).lead,
  }));

export default function Page(props: PageProps): Promise<ReactElement> {
  return renderPage(props, {
    path: PATH,
    accepted: PARAMETERS,
    render: async ({ place, catalogue, parameters }) => {
      const [area, id, typed] = PARAMETERS.map((name) => parameters.get(name) ?? '') as [
        string,
        string,
        string,
      ];
      const isAsked = PARAMETERS.some((name) => parameters.has(name));
      const indicator = catalogue.indicators.find((candidate) => candidate.id === id) ?? null;
      if (isAsked && !indicator)
        throw new BadQuery(
          unknownValue(
            'indicator',
            id,
            catalogue.indicators.map((candidate) => candidate.id),
          ),
        );
      if (isAsked && !catalogue.areas.some(({ code }) => code === area))
        throw new BadQuery(
          unknownValue(
            'area',
            area,
            catalogue.areas.map(({ code }) => code),
          ),
        );
      const plain = isAsked ? plainForm(typed, place.language) : null;
      const number = plain === null ? null : printedNumber(plain);
      if (isAsked && !number)
        throw new BadQuery(
          malformed('number', typed, ['21.5', '20000'], {
            en: CHECK_WORDS.en.badNumber,
            es: CHECK_WORDS.es.badNumber,
          }),
        );
      const found = number ? await siteData.loadMatches(place.release.version, id, area, number) : null;
      const query = isAsked
        ? PARAMETERS.map((name) => `${name}=${encodeValue(parameters.get(name) ?? '')}`).join('&')
        : '';
      return (
        <PageFrame place={place} path={PATH} query={query}>
          <WhichView asked={{ indicator, area, number: typed }} {...{ found, catalogue, place }} />
        </PageFrame>
      );
    },
  });
}
