/** Every other address: nothing stands there. */
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { wordsIn } from '#app/_words/words.ts';
import { NotFound, notFound } from '#stats/problem.ts';
import { renderPage } from '../_reading/page.tsx';
import { languageOf, type PageProps } from '../_reading/request.ts';

interface RestProps extends PageProps {
  readonly params: Promise<{ readonly lang: string; readonly rest: readonly string[] }>;
}

/** A title, which every document needs; no canonical address, because there is none. */
export async function generateMetadata({ params }: RestProps): Promise<Metadata> {
  const words = wordsIn(languageOf((await params).lang));
  return { title: `${words.wrong.notFoundTitle} · ${words.site.name}` };
}

export default async function Page(props: RestProps): Promise<ReactElement> {
  const { rest } = await props.params;
  const path = `/${rest.join('/')}`;
  return renderPage(props, {
    path: '/',
    accepted: null,
    render: () => {
      throw new NotFound(notFound(NOT_FOUND_NAMES.page, path, []));
    },
  });
}
