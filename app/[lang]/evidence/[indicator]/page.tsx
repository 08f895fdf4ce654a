/** `/evidence/homicide-rate?group=northern-triangle&time=2014&cell=...`: the evidence of one computed figure. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { findIndicator } from '#app/_data/catalogue.ts';
import { siteData } from '#app/_data/data.ts';
import { CellView } from '#app/_views/evidence/CellView.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { cellSearch } from '#stats/evidence/address.ts';
import { BadQuery, malformed } from '#stats/problem.ts';
import { parseQuery } from '#stats/query/query.ts';
import { EVIDENCE_PROBLEMS } from '#app/_words/evidence-problems.ts';
import { describePage } from '../../_reading/metadata.ts';
import { renderPage } from '../../_reading/page.tsx';
import { readStanding, versionOf, type PageProps } from '../../_reading/request.ts';

interface EvidenceProps extends PageProps {
  readonly params: Promise<{ readonly lang: string; readonly indicator: string }>;
}

export async function generateMetadata(props: EvidenceProps): Promise<Metadata> {
  const [{ lang, indicator: id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { catalogue } = await readStanding(lang, versionOf(searchParams));
  const indicator = catalogue.indicators.find((candidate) => candidate.id === id);
  const metadata = await describePage(props, `/evidence/${id}`, (language) => ({
    title: indicator?.title[language] ?? null,
  }));
  // There is a page for every cell of every question; the indicator's own page is the one to be found.
  return { ...metadata, robots: { index: false, follow: true } };
}

export default async function Page(props: EvidenceProps): Promise<ReactElement> {
  const { indicator: id } = await props.params;
  const path = `/evidence/${id}`;
  return renderPage(props, {
    path,
    accepted: null,
    render: async ({ place, catalogue, parameters }) => {
      const indicator = findIndicator(catalogue, id);
      const cell = parameters.get('cell');
      const query = parseQuery(parameters, indicator, catalogue, ['release', 'cell']);
      const question = { version: place.release.version, language: place.language, query };
      if (cell === undefined) throw new BadQuery(malformed('cell', '', [], EVIDENCE_PROBLEMS.noCell));
      const evidence = await siteData.loadCellEvidence(question, cell);
      if (!evidence) throw new BadQuery(malformed('cell', cell, [], EVIDENCE_PROBLEMS.unknownCell));
      return (
        <PageFrame place={place} path={path} query={cellSearch(evidence.cell, evidence.comparison)}>
          <CellView evidence={evidence} place={place} />
        </PageFrame>
      );
    },
  });
}
