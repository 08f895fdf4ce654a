/**
 * A request that cannot be answered: the parameter, its value, the accepted values, and links that correct
 * it.
 */
import type { ReactElement } from 'react';
import type { Problem } from '#stats/problem.ts';
import type { Language } from '#stats/language.ts';
import { wordsIn } from '#app/_words/words.ts';
import { VerdictLine } from './Verdict.tsx';

/**
 * The links that correct it: without the parameter, and with each accepted value that gives a valid address.
 */
export interface Ways {
  readonly without: string;
  readonly withValue: (value: string) => string | null;
}

interface ProblemProps {
  readonly problem: Problem;
  readonly language: Language;
  readonly ways: Ways;
  /** The name of an accepted code, if it has one. */
  readonly nameOf: (code: string) => string | null;
}

/** A code by its name. @example 'Honduras (HND)' */
function named(code: string, nameOf: ProblemProps['nameOf']): string {
  const name = nameOf(code);
  return name === null || name === code ? code : `${name} (${code})`;
}

/** What is wrong, with the name of what was probably meant. */
function headingOf({ problem, language, nameOf }: Omit<ProblemProps, 'ways'>): string {
  const { code, nearest, value } = problem;
  const name = nearest === undefined ? null : nameOf(nearest);
  if (code !== 'unknown-value' || value === null || nearest === undefined || name === null)
    return problem.text[language];
  return wordsIn(language).wrong.didYouMean({ value, name: named(nearest, nameOf) });
}

export function ProblemView({ problem, language, ways, nameOf }: ProblemProps): ReactElement {
  const words = wordsIn(language).wrong;
  return (
    <section className="wrong" aria-labelledby="wrong" data-problem={problem.code}>
      <p>
        <VerdictLine kind="fails" words={wordsIn(language).page.notAnswered} />
      </p>
      <h1 id="wrong">{headingOf({ problem, language, nameOf })}</h1>
      <p className="def">{words.nothing}</p>
      <ProblemFacts {...{ problem, language, ways, nameOf }} />
      <p className="row">
        {problem.nearest !== undefined && ways.withValue(problem.nearest) !== null && (
          <a className="btn btn-main" href={ways.withValue(problem.nearest) ?? ''}>
            {words.use({ value: named(problem.nearest, nameOf) })}
          </a>
        )}
        <a className="btn" href={ways.without}>
          {words.without}
        </a>
      </p>
    </section>
  );
}

/** The parameter, its value and the accepted values. */
function ProblemFacts({ problem, language, ways, nameOf }: ProblemProps): ReactElement {
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
                const text = named(value, nameOf);
                return <li key={value}>{href === null ? <code>{text}</code> : <a href={href}>{text}</a>}</li>;
              })}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}
