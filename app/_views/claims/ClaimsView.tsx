/** All claims of a release: what was published, the same sum done again, and the verdict. */
import type { ReactElement } from 'react';
import { claimWordsIn } from '#app/_words/claims.ts';
import { whichWordsIn } from '#app/_words/which.ts';
import { stepText } from '#app/_downloads/claims/steps.ts';
import { CHECK_VERDICTS, type CheckVerdict, type ClaimResult } from '#stats/claims/claim.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';
import { VerdictLine } from '../page/Verdict.tsx';
import { PairBars } from './PairBars.tsx';
import { KIND_OF_VERDICT } from './verdict-kind.ts';

export interface ClaimsViewProps {
  readonly results: readonly ClaimResult[];
  /** The verdicts of the release before, by id; null for the first release. */
  readonly before: { readonly version: string; readonly verdicts: ReadonlyMap<string, CheckVerdict> } | null;
  readonly only: CheckVerdict | null;
  readonly catalogue: Catalogue;
  readonly place: PageContext;
}

/** Long because it is markup. */
export function ClaimsView({ results, before, only, catalogue, place }: ClaimsViewProps): ReactElement {
  const { language, release } = place;
  const words = claimWordsIn(language);
  const count = (verdict: CheckVerdict): number =>
    results.filter(({ checked }) => checked.outcome.verdict === verdict).length;
  const shown = results.filter(({ checked }) => only === null || checked.outcome.verdict === only);
  const changed = results.filter(
    ({ claim, checked }) => before && before.verdicts.get(claim.id) !== checked.outcome.verdict,
  );
  const { version } = release;
  return (
    <>
      <div className="title claims-title">
        <h1>{words.title}</h1>
        <p className="def">{words.lead}</p>
      </div>
      <div className="claims-bar">
        <nav className="seg" aria-label={words.filter}>
          <a href={pageHref(place, '/claims')} aria-current={only === null ? 'page' : undefined}>
            {words.all({ n: results.length })}
          </a>
          {CHECK_VERDICTS.map((verdict) => (
            <a
              key={verdict}
              href={pageHref(place, '/claims', `verdict=${verdict}`)}
              aria-current={only === verdict ? 'page' : undefined}
            >
              {words.verdicts[verdict]} {count(verdict)}
            </a>
          ))}
        </nav>
        <p className="small mute">
          {before === null
            ? words.first({ version })
            : changed.length === 0
              ? words.unchanged({ version, before: before.version })
              : words.changed({
                  version,
                  before: before.version,
                  ids: changed.map(({ claim }) => claim.id.toUpperCase()).join(', '),
                })}{' '}
          <a href={pageHref(place, '/claims/check')}>{words.own}</a>.{' '}
          <a href={pageHref(place, '/claims/which')}>{whichWordsIn(language).link}</a>
        </p>
      </div>
      <div className="claims-head small mute" aria-hidden="true">
        <span>{words.published}</span>
        <span>{words.again}</span>
        <span>{words.verdict}</span>
      </div>
      <ol className="claims">
        {shown.map((result) => (
          <ClaimRow key={result.claim.id} {...{ result, catalogue, place }} />
        ))}
      </ol>
      <p className="small mute claims-data">
        {words.data}: <a href={dataAddress(place, 'json')}>JSON</a>,{' '}
        <a href={dataAddress(place, 'csv')}>CSV</a>
      </p>
    </>
  );
}

const dataAddress = ({ release, language }: PageContext, format: string): string =>
  `/data/${release.version}/claims.${format}${language === 'en' ? '' : `?lang=${language}`}`;

function ClaimRow({
  result: { claim, checked },
  catalogue,
  place,
}: {
  readonly result: ClaimResult;
  readonly catalogue: Catalogue;
  readonly place: PageContext;
}): ReactElement {
  const { language } = place;
  const words = claimWordsIn(language);
  const source = catalogue.sources.find(({ id }) => id === claim.document);
  const step = stepText(checked, checked.terms, checked.outcome, language);
  const { verdict } = checked.outcome;
  return (
    <li id={claim.id} className="claim">
      <div>
        <h2>
          <a href={pageHref(place, `/claims/${claim.id}`)}>{claim.statement[language]}</a>
        </h2>
        <p className="small mute">
          {words.where({
            document: source?.shortTitle[language] ?? claim.document,
            paragraph: claim.paragraph,
          })}{' '}
          {words.printed({ text: '' })}
          <b>{claim.printed[language]}</b>
        </p>
      </div>
      <div className="claim-again">
        {step !== '' && <p className="claim-step">{step}</p>}
        <p>{claim.note[language]}</p>
      </div>
      <div className="claim-verdict">
        <PairBars checked={checked} />
        <VerdictLine kind={KIND_OF_VERDICT[verdict]} words={words.verdicts[verdict]} />
      </div>
    </li>
  );
}
