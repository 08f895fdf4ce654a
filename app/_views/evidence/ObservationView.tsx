/** The page of one published figure: what Cotejo says beside what the source says, then its past and its peers. */
import type { ReactElement } from 'react';
import { CopyButton } from '#app/_controls/CopyButton.tsx';
import { periodWithBasis, figureSentence, subjectOfCell } from '#app/_downloads/sentence/sentence.ts';
import { doubtWordsIn } from '#app/_words/doubts.ts';
import { evidenceWordsIn } from '#app/_words/evidence.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { Doubt } from '#stats/claims/doubt.ts';
import type { ObservationEvidence } from '#stats/evidence/evidence.ts';
import { cellId } from '#stats/model/observation-id.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatQuery } from '#stats/query/query.ts';
import { formatObservationId } from '#stats/model/observation-id.ts';
import { encodeValue } from '#stats/query-string.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { Gutter, TwinRule } from '../page/Brand.tsx';
import { CopyScope } from '../page/CopyScope.tsx';
import { observationPath } from '#stats/evidence/address.ts';
import { indicatorHref, pageHref, type PageContext } from '../page/page-context.ts';
import { datedValues } from './dated-values.ts';
import { OursFacts, SourceFacts } from './Facts.tsx';
import { History } from './History.tsx';
import { OtherSources, PeriodsAround } from './Peers.tsx';
import { PeriodLine } from './PeriodLine.tsx';
import { ValueByDate } from './ValueByDate.tsx';

/** A claim that rests on the figure. */
export interface UsingClaim {
  readonly id: string;
  readonly statement: string;
}

export interface ObservationViewProps {
  readonly evidence: ObservationEvidence;
  readonly place: PageContext;
  readonly claims: readonly UsingClaim[];
  readonly doubts: readonly Doubt[];
}

/** The figure of the page as a cell of the answer about it; null where it is a gap in that release. */
export const observationCell = ({ comparison, key }: ObservationEvidence): Cell | null =>
  comparison.cells.find((cell) => cellId(cell) === formatObservationId(key)) ?? null;

/** Long because it is markup. */
export function ObservationView({ evidence, place, claims, doubts }: ObservationViewProps): ReactElement {
  const { comparison, current, isInRelease, release } = evidence;
  const { language, indicator } = comparison;
  const words = evidenceWordsIn(language);
  const cell = observationCell(evidence);
  const period = formatPeriodWords(current.period, current.periodStatus, language);
  const who = cell ? subjectOfCell(cell, comparison, language) : '';
  const values = datedValues(evidence);
  return (
    <CopyScope>
      <nav className="crumbs" aria-label={words.crumbs}>
        <a href={pageHref(place, '/')}>{wordsIn(language).site.indicators}</a> /{' '}
        <a href={indicatorHref(place, indicator.id)}>{indicator.title[language]}</a> / {who} / {period}
      </nav>
      <div className="title evidence-title">
        <h1>
          {who}, {period}
        </h1>
        <p className="def">{words.lead({ title: indicator.title[language] })}</p>
      </div>
      {!isInRelease && (
        <p className="chart-notice">
          {words.notThere({ version: place.release.version, shown: release.version })}
        </p>
      )}
      <section className="halves evidence-halves">
        <div>
          <OursFacts evidence={evidence} />
        </div>
        <Gutter />
        <div>
          <SourceFacts evidence={evidence} place={place} />
        </div>
      </section>
      <TwinRule />
      <div className="collate">
        <div>
          {values.length > 1 && (
            <figure className="fig">
              <div className="fig-head">
                <h2>{words.chart({ period })}</h2>
                <p>{words.chartLead}</p>
              </div>
              <div className="only-wide">
                <ValueByDate {...{ values, comparison, place }} width={760} label={words.chart({ period })} />
              </div>
              <div className="only-narrow">
                <ValueByDate {...{ values, comparison, place }} width={343} label={words.chart({ period })} />
              </div>
            </figure>
          )}
          <History {...{ evidence, place }} />
          <OtherSources {...{ evidence, place }} />
          <PeriodsAround {...{ evidence, place }} />
        </div>
        <Gutter />
        <Margin {...{ evidence, place, claims, doubts, cell, who, period }} />
      </div>
    </CopyScope>
  );
}

/** Long because it is the markup of seven sections. */
function Margin({
  evidence: { comparison, current, key, release },
  place,
  claims,
  doubts,
  cell,
  who,
  period,
}: ObservationViewProps & {
  readonly cell: Cell | null;
  readonly who: string;
  readonly period: string;
}): ReactElement {
  const { language, indicator, query } = comparison;
  const words = evidenceWordsIn(language);
  const id = encodeValue(formatObservationId(key));
  const address = place.origin + pageHref({ ...place, release, pinned: true }, observationPath(key));
  const notes = [...indicator.notes, ...(current.note ? [current.note] : [])];
  const cite = words.citeText({
    year: release.date.slice(0, 4),
    title: indicator.title[language],
    who,
    period: cell ? periodWithBasis(cell, language) : period,
    version: release.version,
    address,
  });
  return (
    <aside className="margin">
      <section>
        <h2>{words.period}</h2>
        <PeriodLine period={current.period} label={words.timeline({ period })} />
        {cell && <p>{periodWithBasis(cell, language)}</p>}
      </section>
      {notes.length > 0 && (
        <section>
          <h2>{words.notes}</h2>
          {notes.map(({ text }) => (
            <p key={text[language]}>{text[language]}</p>
          ))}
        </section>
      )}
      {doubts.length > 0 && (
        <section>
          <h2>{doubtWordsIn(language).margin}</h2>
          {doubts.map((doubt) => (
            <p key={doubt.id}>
              <a href={`${pageHref(place, '/doubts')}#${doubt.id}`}>{doubt.title[language]}</a>:{' '}
              {doubt.reason[language]}
            </p>
          ))}
        </section>
      )}
      <section>
        <h2>{words.claims}</h2>
        {claims.length === 0 && <p>{words.noClaims}</p>}
        {claims.map((claim) => (
          <p key={claim.id}>
            <a href={pageHref(place, `/claims/${claim.id}`)}>{claim.statement}</a>
          </p>
        ))}
      </section>
      {cell && (
        <section>
          <h2>{words.sentence}</h2>
          <p id="sentence" className="quoted">
            {figureSentence(cell, comparison)}
          </p>
          <CopyButton target="sentence" language={language} />
        </section>
      )}
      <section>
        <h2>{words.cite}</h2>
        <p id="cite">{cite}</p>
        <CopyButton target="cite" language={language} />
      </section>
      <section>
        <h2>{words.data}</h2>
        <p>
          {words.dataText} <a href={`/data/observations/${id}.json`}>JSON</a>,{' '}
          <a href={`/data/observations/${id}.csv`}>CSV</a>
        </p>
        <p>
          <a href={indicatorHref(place, indicator.id, formatQuery(query, indicator))}>{words.seen}</a>
        </p>
      </section>
    </aside>
  );
}
