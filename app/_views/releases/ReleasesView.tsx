/** The releases of the data, the newest first. */
import { Fragment, type ReactElement } from 'react';
import type { Catalogue, Release } from '#stats/model/catalogue.ts';
import { REVISION_KINDS, type RevisionCounts } from '#stats/evidence/revision.ts';
import { formatNumber } from '#stats/number.ts';
import type { Language } from '#stats/language.ts';
import { diffWordsIn } from '#app/_words/diff.ts';
import { formatVersionsIn } from '#app/_words/format-versions.ts';
import { wordsIn } from '#app/_words/words.ts';
import { pagesIn } from '#app/_words/pages.ts';
import { dateWords } from '../page/dates.ts';
import { BulkLinks } from '../page/files/BulkLinks.tsx';
import { pageHref, type PageContext } from '../page/page-context.ts';

export interface CountedRelease {
  readonly release: Release;
  readonly catalogue: Catalogue;
  /** What it changed relative to the release before it; null for the first. */
  readonly changes: RevisionCounts | null;
}

export function ReleasesView({
  releases,
  place,
}: {
  readonly releases: readonly CountedRelease[];
  readonly place: PageContext;
}): ReactElement {
  const { language } = place;
  const words = pagesIn(language).releases;
  return (
    <>
      <div className="title">
        <h1>{words.title}</h1>
        <p className="def">{words.lead}</p>
      </div>
      {releases.toReversed().map(({ release, catalogue, changes }, i, all) => (
        <section key={release.version} id={`release-${release.version}`} className="kit">
          <h2 className="num">
            <a href={pageHref({ ...place, release, pinned: true }, '/')}>{release.version}</a>
          </h2>
          <div>
            <p>{release.note[language]}</p>
            <p className="small mute">
              {dateWords(release.date, language)}.{' '}
              {wordsIn(language).home.changedFirst({
                indicators: catalogue.indicators.length,
                areas: catalogue.areas.length,
                sources: catalogue.sources.length,
              })}
            </p>
            {changes && (
              <p className="small mute">
                {words.since({ version: all[i + 1]?.release.version ?? '' })}{' '}
                {REVISION_KINDS.filter((kind) => changes[kind] > 0)
                  .map((kind) => words.changes[kind]({ count: formatNumber(changes[kind], language) }))
                  .join(', ') || words.noChanges}
                .
              </p>
            )}
            {changes && (
              <p className="small">
                <a href={pageHref(place, `/releases/${all[i + 1]?.release.version}...${release.version}`)}>
                  {diffWordsIn(language).link({ from: all[i + 1]?.release.version ?? '' })}
                </a>
              </p>
            )}
            <p className="small mute">
              {words.hash} <code>{release.contentHash}</code>
            </p>
            <p className="small">
              <BulkLinks file={`/data/${release.version}/all`} kind="release" language={language} />{' '}
              <a href={`/data/${release.version}/indicators.json`}>indicators.json</a>
            </p>
          </div>
        </section>
      ))}
      <FormatVersions language={language} />
    </>
  );
}

/** How the answers of older URLs changed with the format version. */
function FormatVersions({ language }: { readonly language: Language }): ReactElement {
  const { title, lead, versions } = formatVersionsIn(language);
  return (
    <section id="format" className="kit">
      <h2>{title}</h2>
      <div>
        <p>{lead}</p>
        {versions.map((version) => (
          <Fragment key={version.title}>
            <h3>{version.title}</h3>
            <ul>
              {version.changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </Fragment>
        ))}
      </div>
    </section>
  );
}
