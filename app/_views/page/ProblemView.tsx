/** A request that cannot be answered: which parameter, what was read, what is accepted, and the ways out. */
import type { ReactElement } from 'react';
import type { Problem } from '#stats/problem.ts';
import type { Language } from '#stats/language.ts';
import { wordsIn } from '#app/_words/words.ts';
import { VerdictLine } from './Verdict.tsx';

/** The links that mend it: without the parameter, and with each accepted value that makes an address. */
export interface Ways {
  readonly without: string;
  readonly withValue: (value: string) => string | null;
}

interface ProblemProps {
  readonly problem: Problem;
  readonly language: Language;
  readonly ways: Ways;
}

export function ProblemView({ problem, language, ways }: ProblemProps): ReactElement {
  const words = wordsIn(language).wrong;
  return (
    <section className="wrong" aria-labelledby="wrong" data-problem={problem.code}>
      <p>
        <VerdictLine kind="fails" words={wordsIn(language).page.notAnswered} />
      </p>
      <h1 id="wrong">{problem.text[language]}</h1>
      <p className="def">{words.nothing}</p>
      <ProblemFacts {...{ problem, language, ways }} />
      <p className="row">
        {problem.nearest !== undefined && ways.withValue(problem.nearest) !== null && (
          <a className="btn btn-main" href={ways.withValue(problem.nearest) ?? ''}>
            {words.use({ value: problem.nearest })}
          </a>
        )}
        <a className="btn" href={ways.without}>
          {words.without}
        </a>
      </p>
    </section>
  );
}

/** The parameter, what was read of it, and what is accepted. */
function ProblemFacts({ problem, language, ways }: ProblemProps): ReactElement {
  const words = wordsIn(language).wrong;
  return (
    <dl className="facts">
      {problem.parameter !== null && (
        <>
          <dt>{words.parameter}</dt>
          <dd>
            <code>{problem.parameter}</code>
          </dd>
        </>
      )}
      {problem.value !== null && (
        <>
          <dt>{words.value}</dt>
          <dd>
            <code>{problem.value === '' ? '“”' : problem.value}</code>
          </dd>
        </>
      )}
      {problem.accepted.length > 0 && (
        <>
          <dt>{words.accepted}</dt>
          <dd>
            <ul className="accepted">
              {problem.accepted.map((value) => {
                const href = ways.withValue(value);
                return (
                  <li key={value}>{href === null ? <code>{value}</code> : <a href={href}>{value}</a>}</li>
                );
              })}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}
