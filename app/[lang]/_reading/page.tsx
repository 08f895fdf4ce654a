/**
 * A page of the site: reads the address and renders the answer, or states which parameter is wrong. Next
 * cannot give a rendered page the status 400, and its own 404 page is blank without scripts. Such a page
 * therefore contains a mark, `cotejo-status`, which the server turns into the status.
 */
import type { ReactElement } from 'react';
import { noting } from '#app/_data/asking.ts';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { NotFoundView } from '#app/_views/page/NotFound.tsx';
import { pageHref } from '#app/_views/page/page-context.ts';
import { acceptedNames } from '#app/_views/page/problem-names.ts';
import { ProblemView } from '#app/_views/page/ProblemView.tsx';
import { parseParameters } from '#stats/query-string.ts';
import { BadQuery, NotFound, unknownParameter } from '#stats/problem.ts';
import { waysOut } from './ways-out.ts';
import { readStanding, searchOf, versionOf, type PageProps, type Standing } from './request.ts';

export interface Asking extends Standing {
  readonly parameters: ReadonlyMap<string, string>;
  /** The query string as written. */
  readonly search: string;
}

/** The address of a kind of page, and what it renders. */
export interface PageKind {
  readonly path: string;
  /** Parameters besides `release`; null if the page checks them itself. */
  readonly accepted: readonly string[] | null;
  readonly render: (asking: Asking) => Promise<ReactElement> | ReactElement;
}

/** Renders a page of that kind for an address. */
export const renderPage = (props: PageProps, kind: PageKind): Promise<ReactElement> =>
  noting(() => render(props, kind));

async function render(props: PageProps, kind: PageKind): Promise<ReactElement> {
  const [{ lang }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const standing = await readStanding(lang, versionOf(searchParams));
  const search = searchOf(searchParams);
  try {
    if (standing.unknownRelease) throw new NotFound(standing.unknownRelease);
    const parameters = parseParameters(search);
    const accepted = kind.accepted && [...kind.accepted, 'release'];
    for (const name of parameters.keys()) {
      if (accepted && !accepted.includes(name)) throw new BadQuery(unknownParameter(name, accepted));
    }
    return await kind.render({ ...standing, parameters, search });
  } catch (error) {
    if (!(error instanceof BadQuery)) throw error;
    const { place, catalogue, releases } = standing;
    if (error instanceof NotFound) {
      return (
        <PageFrame place={place} path={kind.path}>
          <meta name="cotejo-status" content="404" />
          <meta name="robots" content="noindex" />
          <NotFoundView {...{ problem: error.problem, place, catalogue, releases }} />
        </PageFrame>
      );
    }
    return (
      <PageFrame place={place} path={kind.path}>
        <meta name="cotejo-status" content="400" />
        <meta name="robots" content="noindex" />
        <ProblemView
          problem={error.problem}
          language={place.language}
          ways={waysOut(error.problem, search, (query) => pageHref(place, kind.path, query))}
          nameOf={acceptedNames(catalogue, error.problem.parameter, place.language)}
        />
      </PageFrame>
    );
  }
}
