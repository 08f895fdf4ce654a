/** A check step by step: its figures with their evidence, the sum, and what other sources make of it. */
import { ScrollTable } from '../page/ScrollTable.tsx';
import type { ReactElement } from 'react';
import { locatorWords } from '#app/_charts/wording/locator.ts';
import {
  relationText,
  stepText,
  termText,
  valueText,
  verdictWords,
  answerOfTerm,
} from '#app/_downloads/claims/steps.ts';
import { periodWithBasis, subjectOfCell } from '#app/_downloads/sentence/sentence.ts';
import { claimWordsIn } from '#app/_words/claims.ts';
import type { CheckedClaim, CheckedTerm } from '#stats/claims/claim.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { evidenceHref } from '../page/evidence-href.ts';
import type { PageContext } from '../page/page-context.ts';
import { VerdictLine } from '../page/Verdict.tsx';
import { KIND_OF_VERDICT } from './verdict-kind.ts';

interface CheckedProps {
  readonly checked: CheckedClaim;
  readonly place: PageContext;
}

/** The verdict large, with the sum in one line. */
export function VerdictHead({ checked, place: { language } }: CheckedProps): ReactElement {
  const words = claimWordsIn(language);
  const { outcome, check } = checked;
  const step = stepText(checked, checked.terms, outcome, language);
  return (
    <div className="claim-head">
      <p>
        <VerdictLine kind={KIND_OF_VERDICT[outcome.verdict]} words={verdictWords(outcome, language)} badge />
      </p>
      {step !== '' && <p className="claim-sum">{step}</p>}
      {check && (
        <p className="small mute">
          {words.relation}: {relationText(check.relation, language)}
          {outcome.result &&
            outcome.result.value === null &&
            `; ${words.interval}: ${valueText(outcome.result, language)}`}
        </p>
      )}
    </div>
  );
}

/** The figures of a check, each with its evidence. */
export function StepTable({ checked, place }: CheckedProps): ReactElement {
  const { language } = place;
  const words = claimWordsIn(language);
  if (!checked.check) return <p>{words.noCheck}</p>;
  return (
    <ScrollTable
      label={words.steps}
      head={[{ text: words.term }, { text: words.figure }, { text: words.source, className: 't l' }]}
    >
      {checked.terms.map((term) => (
        <TermRow key={term.name} {...{ term, checked, place }} />
      ))}
    </ScrollTable>
  );
}

function TermRow({ term, checked, place }: CheckedProps & { readonly term: CheckedTerm }): ReactElement {
  const { language } = place;
  const words = claimWordsIn(language);
  const answer = answerOfTerm(term, checked);
  const text = termText(term, checked, language);
  const href = term.cell && answer ? evidenceHref(term.cell, answer, place) : null;
  const source = answer?.sources.find(({ id }) => id === term.cell?.source);
  return (
    <tr>
      <th scope="row">
        {term.cell && answer
          ? `${answer.indicator.title[language]}: ${subjectOfCell(term.cell, answer, language)}`
          : (term.given?.text[language] ?? term.question)}
        {term.cell && <small>{periodWithBasis(term.cell, language)}</small>}
      </th>
      <td>
        {href === null ? (
          text || <span className="gap">{words.missing}</span>
        ) : (
          <a className="obs" href={href}>
            {text}
          </a>
        )}
      </td>
      <td className="t l said">
        {source?.shortTitle[language] ?? (term.given ? words.given : '')}
        {term.cell?.locator && <small>{locatorWords(term.cell.locator, language)}</small>}
      </td>
    </tr>
  );
}

/** One other way to compute the claim. */
export interface OtherComputation {
  readonly name: string;
  readonly checked: CheckedClaim;
  readonly terms: CheckedClaim['terms'];
  readonly outcome: CheckedClaim['outcome'];
}

/** The same check with every other source that has all its figures. */
export const withOtherSources = (
  checked: CheckedClaim,
  { sources }: Pick<Catalogue, 'sources'>,
  language: PageContext['language'],
): OtherComputation[] =>
  checked.sources.map(({ source, terms, outcome }) => ({
    name: claimWordsIn(language).withSource({
      source: sources.find(({ id }) => id === source)?.shortTitle[language] ?? source,
    }),
    checked,
    terms,
    outcome,
  }));

export function Sensitivity({
  own,
  others,
  language,
}: {
  readonly own: CheckedClaim;
  readonly others: readonly OtherComputation[];
  readonly language: PageContext['language'];
}): ReactElement {
  const words = claimWordsIn(language);
  const different = others.filter(({ outcome }) => outcome.verdict !== own.outcome.verdict).length;
  return (
    <section className="same">
      <div className="same-head">
        <div>
          <h2 id="sensitivity">{words.sensitivity}</h2>
          <p className="answered">
            {others.length === 0
              ? words.sensitivityNone
              : different === 0
                ? words.sensitivitySame({ n: others.length })
                : words.sensitivityChanges({ n: different, all: others.length })}
          </p>
        </div>
      </div>
      {others.length > 0 && (
        <ScrollTable
          labelledBy="sensitivity"
          className="vs"
          head={[
            { text: words.computation },
            { text: words.again, className: 'l' },
            { text: words.verdict, className: 'l' },
          ]}
        >
          {others.map(({ name, checked, terms, outcome }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="l said">{stepText(checked, terms, outcome, language)}</td>
              <td className="l">
                <VerdictLine
                  kind={KIND_OF_VERDICT[outcome.verdict]}
                  words={words.verdicts[outcome.verdict]}
                />
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </section>
  );
}
