'use client';
/** A question that the server refused, with the reason in place, or that did not reach it; the last answer stays below. */
import type { ReactElement } from 'react';
import { BadQuery } from '#stats/problem.ts';
import { wordsIn } from '#app/_words/words.ts';
import { indicatorHref, type PageContext } from '../page/page-context.ts';
import { VerdictGlyph } from '../page/Verdict.tsx';

export function Refused({
  error,
  place,
  indicator,
}: {
  readonly error: Error;
  readonly place: PageContext;
  readonly indicator: string;
}): ReactElement {
  const words = wordsIn(place.language);
  const problem = error instanceof BadQuery ? error.problem : null;
  return (
    <div className="notice v-fails" role="alert">
      <VerdictGlyph kind="fails" />
      <div>
        <b>{words.page.notAnswered}.</b> {problem?.text[place.language] ?? words.page.notReached}{' '}
        {problem && problem.accepted.length > 0 && (
          <>
            {words.wrong.accepted}: <code>{problem.accepted.join(', ')}</code>.{' '}
          </>
        )}
        {words.page.kept} <a href={indicatorHref(place, indicator)}>{words.page.reset}</a>
      </div>
    </div>
  );
}
