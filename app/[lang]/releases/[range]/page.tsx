/** `/releases/1.0.0...1.1.0`: what changed from one release to a later one. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import { DiffView, type ChangedVerdict } from '#app/_views/releases/DiffView.tsx';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { claimWordsIn } from '#app/_words/claims.ts';
import { diffWordsIn } from '#app/_words/diff.ts';
import type { Language } from '#stats/language.ts';
import type { Release } from '#stats/model/catalogue.ts';
import { BadQuery, NotFound, notFound, unknownValue } from '#stats/problem.ts';
import { decodeEscapes } from '#stats/query-string.ts';
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { describePage } from '../../_reading/metadata.ts';
import { renderPage } from '../../_reading/page.tsx';
import type { PageProps } from '../../_reading/request.ts';

interface RangeProps extends PageProps {
  readonly params: Promise<{ readonly lang: string; readonly range: string }>;
}

async function rangeOf({ params }: RangeProps): Promise<string> {
  const { range } = await params;
  return decodeEscapes(range) ?? range;
}

/** Rows that a page shows; the files have all of them. */
const MOST_ROWS = 200;

const SEPARATOR = '...';

/** The two releases of a range; null if it is none. */
function releasesOf(range: string, releases: readonly Release[]): readonly [Release, Release] | null {
  const [a, b, more] = range.split(SEPARATOR);
  const at = (version: string | undefined): number =>
    releases.findIndex((release) => release.version === version);
  const [from, to] = [releases[at(a)], releases[at(b)]];
  return from && to && more === undefined && at(a) < at(b) ? [from, to] : null;
}

/** The claims whose verdict differs between two releases. */
async function changedVerdicts(from: Release, to: Release, language: Language): Promise<ChangedVerdict[]> {
  const words = claimWordsIn(language).verdicts;
  const [before, after] = await Promise.all([
    siteData.loadClaims(from.version, language),
    siteData.loadClaims(to.version, language),
  ]);
  const was = new Map(before.map(({ claim, checked }) => [claim.id, checked.outcome.verdict]));
  return after.flatMap(({ claim, checked: { outcome } }) => {
    const earlier = was.get(claim.id);
    return earlier === undefined || earlier === outcome.verdict
      ? []
      : [{ id: claim.id, was: words[earlier], is: words[outcome.verdict] }];
  });
}

export async function generateMetadata(props: RangeProps): Promise<Metadata> {
  const range = await rangeOf(props);
  const [from = '', to = ''] = range.split(SEPARATOR);
  return describePage(props, `/releases/${range}`, (language) => ({
    title: diffWordsIn(language).title({ from, to }),
    description: diffWordsIn(language).lead,
  }));
}

/** Long because it checks three parts of the address before it reads. */
export default async function Page(props: RangeProps): Promise<ReactElement> {
  const range = await rangeOf(props);
  const path = `/releases/${range}`;
  return renderPage(props, {
    path,
    accepted: ['area', 'indicator'],
    render: async ({ place, releases, parameters }) => {
      const pair = releasesOf(range, releases);
      if (!pair) {
        const last = releases
          .slice(1)
          .map((release, i) => `${releases[i]?.version}${SEPARATOR}${release.version}`);
        throw new NotFound(notFound(NOT_FOUND_NAMES.release, range, last));
      }
      const [from, to] = pair;
      const [older, catalogue] = await Promise.all([
        siteData.loadCatalogue(from.version),
        siteData.loadCatalogue(to.version),
      ]);
      if (!older || !catalogue) throw new Error(`release ${to.version} has no catalogue`);
      const known = [
        ...new Map([...older.indicators, ...catalogue.indicators].map((entry) => [entry.id, entry])).values(),
      ];
      const [asked, code] = [parameters.get('indicator') || null, parameters.get('area') || null];
      const indicator = known.find(({ id }) => id === asked) ?? null;
      if (asked !== null && !indicator)
        throw new BadQuery(
          unknownValue(
            'indicator',
            asked,
            known.map(({ id }) => id),
          ),
        );
      const area = catalogue.areas.find((candidate) => candidate.code === code)?.code ?? null;
      if (code !== null && area === null)
        throw new BadQuery(
          unknownValue(
            'area',
            code,
            catalogue.areas.map((candidate) => candidate.code),
          ),
        );
      const [byIndicator, rows, verdicts] = await Promise.all([
        siteData.loadRevisionsByIndicator(from.version, to.version, area),
        indicator ? siteData.loadRevisions(from.version, to.version, indicator.id, area, MOST_ROWS) : [],
        changedVerdicts(from, to, place.language),
      ]);
      const counts = known.flatMap((entry) => {
        const own = byIndicator?.get(entry.id);
        return own ? [{ indicator: entry, counts: own }] : [];
      });
      const query = [area === null ? '' : `area=${area}`, indicator ? `indicator=${indicator.id}` : '']
        .filter(Boolean)
        .join('&');
      return (
        <PageFrame isStill place={place} path={path} query={query}>
          <DiffView {...{ from, to, counts, indicator, area, rows, verdicts, catalogue, place }} />
        </PageFrame>
      );
    },
  });
}
