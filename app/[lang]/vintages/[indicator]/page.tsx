/**
 * `/vintages/homicide-rate?area=HND`: one series in every file of every source; without an area, how far each file
 * revised the one before it, over all series.
 */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { findIndicator } from '#app/_data/catalogue.ts';
import { siteData } from '#app/_data/data.ts';
import { SourceRevisionsView } from '#app/_views/evidence/SourceRevisionsView.tsx';
import { VintagesView } from '#app/_views/evidence/VintagesView.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { breakdownName } from '#app/_charts/wording/code-name.ts';
import { vintageWordsIn } from '#app/_words/vintages.ts';
import { parseSeriesSubject, SERIES_PARAMETERS } from '#stats/evidence/series-parameters.ts';
import { sourceRank } from '#stats/sources/series-key.ts';
import { vintageTable } from '#stats/evidence/vintages.ts';
import { ALL, NONE } from '#stats/model/observation.ts';
import { NotFound, notFound } from '#stats/problem.ts';
import { encodeValue } from '#stats/query-string.ts';
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { describePage } from '../../_reading/metadata.ts';
import { renderPage } from '../../_reading/page.tsx';
import { readStanding, versionOf, type PageProps } from '../../_reading/request.ts';

interface VintagesProps extends PageProps {
  readonly params: Promise<{ readonly lang: string; readonly indicator: string }>;
}

export async function generateMetadata(props: VintagesProps): Promise<Metadata> {
  const [{ lang, indicator: id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { catalogue } = await readStanding(lang, versionOf(searchParams));
  const indicator = catalogue.indicators.find((candidate) => candidate.id === id);
  const metadata = await describePage(props, `/vintages/${id}`, (language) => ({
    title: indicator?.title[language] ?? null,
    description: vintageWordsIn(language).lead,
  }));
  return { ...metadata, robots: { index: false, follow: true } };
}

export default async function Page(props: VintagesProps): Promise<ReactElement> {
  const { indicator: id } = await props.params;
  const path = `/vintages/${id}`;
  return renderPage(props, {
    path,
    accepted: SERIES_PARAMETERS,
    render: async ({ place, catalogue, parameters }) => {
      const { language } = place;
      const indicator = findIndicator(catalogue, id);
      if (parameters.get('area') === undefined) {
        const statistics = await siteData.loadSourceRevisions(indicator.id);
        return (
          <PageFrame place={place} path={path} isStill>
            <SourceRevisionsView {...{ statistics, indicator, catalogue, place }} />
          </PageFrame>
        );
      }
      const subject = parseSeriesSubject(parameters, indicator, catalogue);
      const { area: code } = subject;
      const table = vintageTable(await siteData.loadVintages(subject), sourceRank(indicator.sources));
      if (table.rows.length === 0) throw new NotFound(notFound(NOT_FOUND_NAMES.observation, code, []));
      const [area, origin] = [code, subject.counterpart].map((wanted) =>
        catalogue.areas.find((candidate) => candidate.code === wanted),
      );
      const who = [
        area?.name[language] ?? code,
        origin && ![ALL, NONE].includes(origin.code) ? origin.name[language] : '',
        breakdownName(catalogue.dimensions, subject.breakdown, language),
      ]
        .filter(Boolean)
        .join(', ');
      const query = SERIES_PARAMETERS.flatMap((name) => {
        const value = parameters.get(name);
        return value === undefined ? [] : [`${name}=${encodeValue(value)}`];
      }).join('&');
      return (
        <PageFrame place={place} path={path} query={query} isStill>
          <VintagesView
            {...{ table, subject, indicator, catalogue, who, place }}
            search={`indicator=${id}&${query}`}
          />
        </PageFrame>
      );
    },
  });
}
