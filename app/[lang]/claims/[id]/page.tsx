/** `/claims/c04`: one claim with its arithmetic, and its verdict in every release. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import { claimReview } from '#app/_downloads/claims/document.ts';
import { ClaimView } from '#app/_views/claims/ClaimView.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { pageHref } from '#app/_views/page/page-context.ts';
import type { Claim } from '#stats/claims/claim.ts';
import type { Language } from '#stats/language.ts';
import { NotFound } from '#stats/problem.ts';
import { describePage } from '../../_reading/metadata.ts';
import { renderPage } from '../../_reading/page.tsx';
import { readStanding, versionOf, type PageProps } from '../../_reading/request.ts';

interface ClaimProps extends PageProps {
  readonly params: Promise<{ readonly lang: string; readonly id: string }>;
}

/** Null for an id that is not on file: the page itself says so. */
async function titledClaim(version: string, language: Language, id: string): Promise<Claim | null> {
  try {
    return (await siteData.loadClaim(version, language, id)).claim;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

export async function generateMetadata(props: ClaimProps): Promise<Metadata> {
  const [{ lang, id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { place } = await readStanding(lang, versionOf(searchParams));
  const claim = await titledClaim(place.release.version, place.language, id);
  return describePage(props, `/claims/${id}`, (language) => ({
    title: claim?.statement[language] ?? null,
    ...(claim && { description: claim.note[language], isEmbeddable: true }),
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
      const result = await siteData.loadClaim(release.version, language, id);
      const history = await Promise.all(
        releases.map(async ({ version }) => {
          const { checked } = await siteData.loadClaim(version, language, id);
          return { version, outcome: checked.outcome };
        }),
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
