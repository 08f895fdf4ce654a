/** Every other address: nothing stands there. */
import type { ReactElement } from 'react';
import { NotFound, notFound } from '#stats/problem.ts';
import { renderPage } from '../_reading/page.tsx';
import type { PageProps } from '../_reading/request.ts';

interface RestProps extends PageProps {
  readonly params: Promise<{ readonly lang: string; readonly rest: readonly string[] }>;
}

export default async function Page(props: RestProps): Promise<ReactElement> {
  const { rest } = await props.params;
  const path = `/${rest.join('/')}`;
  return renderPage(props, {
    path: '/',
    accepted: null,
    render: () => {
      throw new NotFound(notFound({ en: 'page', es: 'la página' }, path, []));
    },
  });
}
