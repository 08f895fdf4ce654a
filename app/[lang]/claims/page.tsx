/** `/claims`: every claim on file with its verdict in a release. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import { ClaimsView } from '#app/_views/claims/ClaimsView.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { claimWordsIn } from '#app/_words/claims.ts';
import { CHECK_VERDICTS } from '#stats/claims/claim.ts';
import { BadQuery, unknownValue } from '#stats/problem.ts';
import { describePage } from '../_reading/metadata.ts';
import { renderPage } from '../_reading/page.tsx';
import type { PageProps } from '../_reading/request.ts';

const PATH = '/claims';
const VERDICT = 'verdict';

export const generateMetadata = (props: PageProps): Promise<Metadata> =>
  describePage(props, PATH, (language) => ({
    title: claimWordsIn(language).claims,
    description: claimWordsIn(language).lead,
  }));

export default function Page(props: PageProps): Promise<ReactElement> {
  return renderPage(props, {
    path: PATH,
    accepted: [VERDICT],
    render: async ({ place, releases, catalogue, parameters }) => {
      const { version } = place.release;
      const asked = parameters.get(VERDICT) ?? null;
      const only = CHECK_VERDICTS.find((verdict) => verdict === asked) ?? null;
      if (asked !== null && only === null) throw new BadQuery(unknownValue(VERDICT, asked, CHECK_VERDICTS));
      const previous = releases[releases.findIndex((release) => release.version === version) - 1]?.version;
      const [results, earlier] = await Promise.all([
        siteData.loadClaims(version, place.language),
        previous === undefined ? null : siteData.loadClaims(previous, place.language),
      ]);
      const before =
        previous !== undefined && earlier
          ? {
              version: previous,
              verdicts: new Map(earlier.map(({ claim, checked }) => [claim.id, checked.outcome.verdict])),
            }
          : null;
      return (
        <PageFrame isStill place={place} path={PATH} query={only === null ? '' : `${VERDICT}=${only}`}>
          <ClaimsView {...{ results, before, only, catalogue, place }} />
        </PageFrame>
      );
    },
  });
}
