/** `/indicators/homicide-rate/on-file`: which places and years each source has, before anything is chosen. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { findIndicator } from '#app/_data/catalogue.ts';
import { siteData } from '#app/_data/data.ts';
import { OnFileView } from '#app/_views/on-file/OnFileView.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { ON_FILE_WORDS } from '#app/_words/on-file.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import { onFileMatrix, subjectsOnFile, type OnFileSubject } from '#stats/pairing/on-file.ts';
import { BadQuery, unknownValue } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import { describePage } from '../../../_reading/metadata.ts';
import { renderPage, type Asking } from '../../../_reading/page.tsx';
import { readStanding, versionOf } from '../../../_reading/request.ts';
import type { IndicatorProps } from '../indicator-page.ts';

export async function generateMetadata(props: IndicatorProps): Promise<Metadata> {
  const [{ lang, indicator: id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { catalogue } = await readStanding(lang, versionOf(searchParams));
  const indicator = catalogue.indicators.find((candidate) => candidate.id === id);
  if (!indicator) return describePage(props, '/', () => ({ title: null }));
  return describePage(props, `/indicators/${id}/on-file`, (language) => ({
    title: ON_FILE_WORDS[language].title(indicator.title[language]),
    description: ON_FILE_WORDS[language].description(indicator.title[language]),
  }));
}

/** The subject that the address names, else that of the indicator's own page, else the one with most figures. */
function subjectOf(
  subjects: readonly OnFileSubject[],
  { opening }: Indicator,
  named: string | undefined,
): OnFileSubject {
  const valueOf = ({ axis, breakdown, definition }: OnFileSubject): string =>
    [axis, breakdown, definition].join(' ');
  const asked = subjects.find((subject) => valueOf(subject) === named);
  if (named !== undefined && !asked) throw new BadQuery(unknownValue('of', named, subjects.map(valueOf)));
  const opened = parseParameters(opening ?? '');
  const isOpened = (name: 'breakdown' | 'definition', subject: OnFileSubject): boolean =>
    !opened.has(name) || opened.get(name) === subject[name];
  const usual = subjects.find((subject) => isOpened('breakdown', subject) && isOpened('definition', subject));
  return asked ?? usual ?? subjects[0] ?? { axis: 'area', breakdown: '_T', definition: 'main' };
}

async function render({ place, catalogue, parameters }: Asking, id: string): Promise<ReactElement> {
  const indicator = findIndicator(catalogue, id);
  const series = (await siteData.loadYearsOnFile(place.release.version)).get(id) ?? [];
  const subjects = [...subjectsOnFile(series, 'area'), ...subjectsOnFile(series, 'origin')];
  const subject = subjectOf(subjects, indicator, parameters.get('of'));
  const matrix = onFileMatrix(series, indicator, subject);
  const path = `/indicators/${id}/on-file`;
  return (
    <PageFrame isStill place={place} path={path}>
      <OnFileView {...{ indicator, catalogue, place, matrix, subject, subjects }} />
    </PageFrame>
  );
}

export default async function Page(props: IndicatorProps): Promise<ReactElement> {
  const { indicator } = await props.params;
  return renderPage(props, {
    path: `/indicators/${indicator}/on-file`,
    accepted: ['of'],
    render: (asking) => render(asking, indicator),
  });
}
