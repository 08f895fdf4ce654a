/** `/claims/c04`: one claim with its arithmetic, and its verdict in every release. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import { claimReview } from '#app/_downloads/claims/document.ts';
import { ClaimView } from '#app/_views/claims/ClaimView.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { pageHref } from '#app/_views/page/page-context.ts';
import { NotFound, notFound } from '#stats/problem.ts';
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { describePage } from '../../_reading/metadata.ts';
import { renderPage } from '../../_reading/page.tsx';
import { readStanding, versionOf, type PageProps } from '../../_reading/request.ts';

interface ClaimProps extends PageProps {
  readonly params: Promise<{ readonly lang: string; readonly id: string }>;
}

export async function generateMetadata(props: ClaimProps): Promise<Metadata> {
  const [{ lang, id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { place } = await readStanding(lang, versionOf(searchParams));
  const results = await siteData.loadClaims(place.release.version, place.language);
  const claim = results.find((result) => result.claim.id === id)?.claim;
  return describePage(props, `/claims/${id}`, (language) => ({
    title: claim?.statement[language] ?? null,
    ...(claim && { description: claim.note[language] }),
  }));
}

export default async function Page(props: ClaimProps): Promise<ReactElement> {
  const { id } = await props.params;
  const path = `/claims/${id}`;
  return renderPage(props, {
    path,
    accepted: [],
    render: async ({ place, releases, catalogue }) => {
      const { language, release, origin } = place;
      const all = await Promise.all(
        releases.map(async ({ version }) => ({
          version,
          results: await siteData.loadClaims(version, language),
        })),
      );
      const results = all.find(({ version }) => version === release.version)?.results ?? [];
      const result = results.find(({ claim }) => claim.id === id);
      if (!result)
        throw new NotFound(
          notFound(
            NOT_FOUND_NAMES.claim,
            id,
            results.map(({ claim }) => claim.id),
          ),
        );
      const history = all.flatMap(({ version, results: of }) =>
        of
          .filter(({ claim }) => claim.id === id)
          .map(({ checked }) => ({ version, outcome: checked.outcome })),
      );
      const review = claimReview(result, catalogue, release, {
        language,
        url: origin + pageHref(place, path),
      });
      return (
        <PageFrame place={place} path={path}>
          <script
            type="application/ld+json"
            dangerouslySetInnerHTML={{ __html: JSON.stringify(review).replaceAll('<', '\\u003c') }}
          />
          <ClaimView {...{ result, history, catalogue, place }} />
        </PageFrame>
      );
    },
  });
}
