/** `/observations/homicide-rate~owid-homicide-rate~HND~2012`: the evidence of one published figure. */
import type { Metadata } from 'next';
import { cache, type ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import { ObservationView, observationCell } from '#app/_views/evidence/ObservationView.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { observationPath } from '#stats/evidence/address.ts';
import { figureSentence } from '#app/_downloads/sentence/sentence.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { formatObservationId, isObservation, parseObservationId } from '#stats/model/observation-id.ts';
import { NotFound, notFound } from '#stats/problem.ts';
import { decodeEscapes } from '#stats/query-string.ts';
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { describePage } from '../../_reading/metadata.ts';
import { renderPage } from '../../_reading/page.tsx';
import { readStanding, versionOf, type PageProps } from '../../_reading/request.ts';

interface ObservationProps extends PageProps {
  readonly params: Promise<{ readonly lang: string; readonly id: string }>;
}

/** Read once for the metadata and the page. */
const readObservation = cache(async (lang: string, version: string | null, id: string) => {
  const { place } = await readStanding(lang, version);
  const key = parseObservationId(id);
  return key && siteData.loadObservation(place.release.version, key, place.language);
});

async function evidenceOf(props: ObservationProps) {
  const [{ lang, id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const text = decodeEscapes(id) ?? id;
  return { text, evidence: await readObservation(lang, versionOf(searchParams), text) };
}

export async function generateMetadata(props: ObservationProps): Promise<Metadata> {
  const { evidence } = await evidenceOf(props);
  if (!evidence) return describePage(props, '/', () => ({ title: null }));
  const { comparison, key, current } = evidence;
  const cell = observationCell(evidence);
  return describePage(props, observationPath(key), (language) => ({
    title: [
      comparison.indicator.title[language],
      comparison.areas.find(({ code }) => code === key.area)?.name[language] ?? key.area,
      formatPeriodWords(current.period, current.periodStatus, language),
    ].join(', '),
    ...(cell && { description: figureSentence(cell, comparison) }),
  }));
}

export default async function Page(props: ObservationProps): Promise<ReactElement> {
  const { text, evidence } = await evidenceOf(props);
  const path = evidence ? observationPath(evidence.key) : '/';
  return renderPage(props, {
    path,
    accepted: [],
    render: async ({ place }) => {
      if (!evidence) throw new NotFound(notFound(NOT_FOUND_NAMES.observation, text, []));
      const [results, all] = await Promise.all([
        siteData.loadClaims(place.release.version, place.language, evidence.key.indicator),
        siteData.loadDoubts(place.release.version),
      ]);
      const claims = results
        .filter(({ checked }) =>
          checked.terms.some(({ cell }) => cell && isObservation(cell) && formatObservationId(cell) === text),
        )
        .map(({ claim }) => ({ id: claim.id, statement: claim.statement[place.language] }));
      const doubts = all.filter(({ figures }) => figures.includes(text));
      return (
        <PageFrame place={place} path={path}>
          <ObservationView evidence={evidence} place={place} {...{ claims, doubts }} />
        </PageFrame>
      );
    },
  });
}
