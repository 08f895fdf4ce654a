/** One claim: the verdict, the arithmetic with its figures, and whether something else would change it. */
import type { ReactElement } from 'react';
import { CopyButton } from '#app/_controls/CopyButton.tsx';
import { claimSentence } from '#app/_downloads/claims/sentence.ts';
import { claimWordsIn } from '#app/_words/claims.ts';
import type { CheckOutcome, ClaimResult } from '#stats/claims/claim.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { Gutter } from '../page/Brand.tsx';
import { CopyScope } from '../page/CopyScope.tsx';
import { shortDate } from '../page/dates.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';
import { publisherOf } from '../page/publisher.ts';
import {
  Sensitivity,
  StepTable,
  VerdictHead,
  withOtherSources,
  type OtherComputation,
} from './CheckedView.tsx';
import { EmbedCode } from './EmbedCode.tsx';

export interface ClaimViewProps {
  readonly result: ClaimResult;
  /** The outcome in every release, the oldest first. */
  readonly history: readonly { readonly version: string; readonly outcome: CheckOutcome }[];
  readonly catalogue: Catalogue;
  readonly place: PageContext;
}

export function ClaimView({ result, history, catalogue, place }: ClaimViewProps): ReactElement {
  const { claim, checked, alternatives } = result;
  const { language } = place;
  const words = claimWordsIn(language);
  const others: OtherComputation[] = [
    ...alternatives.map((alternative, i) => ({
      name: claim.alternatives?.[i]?.name[language] ?? '',
      checked: alternative,
      terms: alternative.terms,
      outcome: alternative.outcome,
    })),
    ...withOtherSources(checked, catalogue, language),
  ];
  return (
    <CopyScope>
      <nav className="crumbs" aria-label={words.crumbs}>
        <a href={pageHref(place, '/claims')}>{words.claims}</a> / {claim.id.toUpperCase()}
      </nav>
      <div className="title claim-title">
        <h1>{claim.statement[language]}</h1>
      </div>
      <div className="collate">
        <div>
          <VerdictHead checked={checked} place={place} />
          <p className="claim-note">{claim.note[language]}</p>
          <section className="same">
            <div className="same-head">
              <div>
                <h2>{words.steps}</h2>
                {checked.check && <p>{words.stepsLead}</p>}
              </div>
            </div>
            <StepTable checked={checked} place={place} />
          </section>
          {checked.check && <Sensitivity own={checked} others={others} language={language} />}
        </div>
        <Gutter />
        <ClaimMargin {...{ result, history, catalogue, place }} />
      </div>
    </CopyScope>
  );
}

/** Long because it is the markup of five sections. */
function ClaimMargin({
  result: { claim, checked },
  history,
  catalogue,
  place,
}: ClaimViewProps): ReactElement {
  const { language, release } = place;
  const words = claimWordsIn(language);
  const source = catalogue.sources.find(({ id }) => id === claim.document);
  const search = language === 'en' ? '' : `?lang=${language}`;
  return (
    <aside className="margin">
      <section>
        <h2>{words.who}</h2>
        <p>
          {source && (
            <>
              <a href={`${pageHref(place, '/sources')}#${source.id}`}>{source.title[language]}</a>
              <br />
              {publisherOf(source, language)}, {shortDate(source.published, language)}
              <br />
            </>
          )}
          {words.where({
            document: source?.shortTitle[language] ?? claim.document,
            paragraph: claim.paragraph,
          })}
        </p>
        <p>
          {words.printed({ text: '' })}
          <b>{claim.printed[language]}</b>
        </p>
        <p>
          {words.kind}: {words.kinds[claim.kind]}
        </p>
      </section>
      <section>
        <h2>{words.releases}</h2>
        {history.toReversed().map(({ version, outcome }) => (
          <p key={version}>
            <b className="num">{version}</b> {words.verdicts[outcome.verdict]}
          </p>
        ))}
      </section>
      <section>
        <h2>{words.sentence}</h2>
        <p id="sentence" className="quoted">
          {claimSentence({ claim, checked }, release, language)}
        </p>
        <CopyButton target="sentence" language={language} />
        <EmbedCode
          path={`/embed/${release.version}/claims/${claim.id}${search}`}
          title={claim.statement[language]}
          place={place}
        />
      </section>
      <section>
        <h2>{words.data}</h2>
        <p>
          {words.dataText} <a href={`/data/${release.version}/claims/${claim.id}.json${search}`}>JSON</a>
        </p>
      </section>
    </aside>
  );
}
