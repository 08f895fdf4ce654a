/** `/claims/check?a=...&b=...&expression=a / b&relation=at-least:3`: a claim of the reader's own. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import { checkOfForm, fieldsOfCheck } from '#app/_views/claims/check-form.ts';
import { CheckView } from '#app/_views/claims/CheckView.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { pageHref } from '#app/_views/page/page-context.ts';
import { checkWordsIn } from '#app/_words/check.ts';
import { CHECK_PARAMETERS, formatCheck, parseCheck } from '#stats/claims/parameters.ts';
import { BadQuery } from '#stats/problem.ts';
import { describePage } from '../../_reading/metadata.ts';
import { renderPage } from '../../_reading/page.tsx';
import { readStanding, versionOf, type PageProps } from '../../_reading/request.ts';

const PATH = '/claims/check';

export const generateMetadata = (props: PageProps): Promise<Metadata> =>
  describePage(props, PATH, (language) => ({
    title: checkWordsIn(language).title,
    description: checkWordsIn(language).lead,
  }));

/** A submitted form is sent on to the address of its claim. A number that cannot be read stays on the page. */
async function readSubmitted(props: PageProps): Promise<BadQuery | null> {
  const [{ lang }, searchParams] = await Promise.all([props.params, props.searchParams]);
  if (searchParams['form'] === undefined) return null;
  const { place } = await readStanding(lang, versionOf(searchParams));
  const fields = new Map(
    Object.entries(searchParams).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
  let search: string;
  try {
    search = formatCheck(checkOfForm(fields, place.language));
  } catch (error) {
    if (error instanceof BadQuery) return error;
    throw error;
  }
  redirect(pageHref(place, PATH, search));
}

export default async function Page(props: PageProps): Promise<ReactElement> {
  const refused = await readSubmitted(props);
  return renderPage(props, {
    path: PATH,
    accepted: refused ? null : CHECK_PARAMETERS,
    render: async ({ place, catalogue, parameters }) => {
      if (refused) throw refused;
      const isAsked = CHECK_PARAMETERS.some((name) => parameters.has(name));
      const check = isAsked ? parseCheck(parameters) : null;
      const checked = check && (await siteData.checkClaim(place.release.version, place.language, check));
      return (
        <PageFrame place={place} path={PATH} query={check ? formatCheck(check) : ''}>
          <CheckView {...{ checked, catalogue, place }} fields={check ? fieldsOfCheck(check) : new Map()} />
        </PageFrame>
      );
    },
  });
}
