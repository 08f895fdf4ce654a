'use client';
/** Reacts to the form, the tabs and the browser history, and replaces the last answer with the new one. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { followQuery } from '#app/_controls/follow.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { wordsIn } from '#app/_words/words.ts';
import { IndicatorAnswer } from '../answer/Answer.tsx';
import { dataHref, indicatorHref } from '../page/page-context.ts';
import { pageQuery } from '../answer/page-query.ts';
import { writeAddress } from './address.ts';
import { askedIn, type ShownQuestion } from './asked.ts';
import { fetchAnswer } from './fetch-answer.ts';
import { keepFocus } from './focus.ts';
import { listen, searchOfForm, searchOfLink } from './listen.ts';
import { LiveDrawing } from './LiveDrawing.tsx';
import { Refused } from './Refused.tsx';
import type { HydrateAnswerProps } from './takeover-props.ts';

export function Follow({
  place,
  indicator,
  search,
  root,
  onAnswer,
}: HydrateAnswerProps): ReactElement | null {
  const [asked, setAsked] = useState<ShownQuestion>(() => askedIn(search));
  const { answer, error, isFetching } = useAnswer(place, indicator, asked.question);
  const latest = useRef(asked);

  useEffect(() => {
    latest.current = asked;
  }, [asked]);

  useEffect(() => {
    const scope = root.current;
    const show = (search: string): void => {
      history.pushState(null, '', indicatorHref(place, indicator, search));
      setAsked(askedIn(search));
    };
    return listen(scope, {
      onChange: (form) => show(searchOfForm(form, latest.current.tab)),
      onTab: (link) => show(searchOfLink(link)),
      onBack: () => setAsked(askedIn(location.search)),
    });
  }, [root, place, indicator]);

  useEffect(() => {
    if (!answer) return;
    const restore = keepFocus(root.current);
    const tab = asked.tab;
    onAnswer(
      <IndicatorAnswer
        comparison={answer}
        place={place}
        tab={tab}
        chart={(models) => <LiveDrawing models={models} language={place.language} />}
      />,
    );
    const form = root.current?.querySelector<HTMLFormElement>('form.controls');
    if (form) followQuery(form, answer.query);
    writeAddress(place, indicator, pageQuery(answer, tab));
    requestAnimationFrame(restore);
  }, [answer, asked.tab, place, indicator, root, onAnswer]);

  useEffect(() => {
    root.current?.querySelector('.answer-place')?.setAttribute('aria-busy', String(isFetching));
  }, [isFetching, root]);

  return (
    <>
      <p className="vh" role="status">
        {isFetching ? wordsIn(place.language).page.busy : ''}
      </p>
      {error && <Refused error={error} {...{ place, indicator }} />}
    </>
  );
}

/**
 * The answer to a question, once it has arrived and belongs to this question rather than to an earlier one.
 */
function useAnswer(
  place: HydrateAnswerProps['place'],
  indicator: string,
  question: string,
): { readonly answer: Comparison | null; readonly error: Error | null; readonly isFetching: boolean } {
  const address = dataHref(place, indicator, 'json', question);
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['answer', address],
    queryFn: ({ signal }) => fetchAnswer(address, signal),
    placeholderData: keepPreviousData,
  });
  return { answer: data && !isPlaceholderData && !error ? data : null, error, isFetching };
}
