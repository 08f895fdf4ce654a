'use client';
/** Reacts to the form, the tabs and the browser history, and replaces the last answer with the new one. */
import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { CHART_LAYOUTS } from '#app/_charts/chart-kinds.ts';
import { colourOf, type AreaColour } from '#app/_charts/scales/colour.ts';
import { followQuery, periodsIn, redraw, type Shown } from '#app/_controls/follow.ts';
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import { wordsIn } from '#app/_words/words.ts';
import { IndicatorAnswer } from '../answer/Answer.tsx';
import { dataHref, indicatorHref } from '../page/page-context.ts';
import { pageQuery } from '../answer/page-query.ts';
import { questionInWords } from '../answer/question.ts';
import { stepsOf, type Steps } from '../answer/steps/steps.ts';
import { shownTab } from '../answer/tabs.ts';
import { writeAddress } from './address.ts';
import { askedIn, type ShownQuestion } from './asked.ts';
import { fetchAnswer } from './fetch-answer.ts';
import { keepFocus } from './focus.ts';
import { listen, searchOfForm, searchOfHref, searchOfLink } from './listen.ts';
import { LiveDrawing } from './LiveDrawing.tsx';
import { usePlay } from './play/play.ts';
import { Refused } from './Refused.tsx';
import type { HydrateAnswerProps } from './takeover-props.ts';
import { isTouched } from './touched.ts';

/** Long because the state of one page, its history and its form change together. */
export function Follow({
  place,
  indicator,
  search,
  notice,
  doubts,
  maps,
  root,
  onAnswer,
}: HydrateAnswerProps): ReactElement | null {
  const [asked, setAsked] = useState<ShownQuestion>(() => askedIn(search));
  const { answer, error, isFetching } = useAnswer({ place, indicator, doubts }, asked.question);
  const latest = useRef(asked);
  /** The filled form, as it was last asked. */
  const filled = useRef<string | null>(null);
  /** The same without the tab. */
  const filledForm = useRef<string | null>(null);
  const colours = useRef<Shown['colour']>(() => 'others');
  const client = useQueryClient();
  const stepsShown = (): Steps | null => {
    const form = root.current?.querySelector<HTMLFormElement>('form.controls');
    return answer && form ? stepsOf(answer, shownTab(answer, asked.tab), periodsIn(form), place) : null;
  };
  const play = usePlay(
    {
      steps: stepsShown,
      load: async ({ href }) => {
        const { question, tab } = askedIn(searchOfHref(href));
        const step = await client.fetchQuery(answerQuery(dataHref(place, indicator, 'json', question)));
        return tab === null || tab === 'table'
          ? step.cells
          : (CHART_LAYOUTS[tab].derive?.(step).comparison.cells ?? step.cells);
      },
      show: ({ href }) => {
        history.replaceState(null, '', href);
        setAsked(askedIn(searchOfHref(href)));
      },
    },
    answer,
  );
  const control = useRef(play);
  const { among, playing } = play;
  const { isPlaying, isLoading } = playing;

  useEffect(() => {
    latest.current = asked;
    control.current = play;
  }, [asked, play]);

  useEffect(() => {
    const scope = root.current;
    const show = (search: string): void => {
      history.pushState(null, '', indicatorHref(place, indicator, search));
      setAsked(askedIn(search));
    };
    // A field may report the same change twice: when it is left, and when the form is sent.
    const ask = (form: HTMLFormElement): void => {
      redraw(form, colours.current);
      const search = searchOfForm(form, latest.current.tab);
      if (search === filled.current) return;
      filled.current = search;
      filledForm.current = searchOfForm(form, null);
      control.current.clear();
      show(search);
    };
    const form = scope?.querySelector<HTMLFormElement>('form.controls');
    // What the reader changed before this script was there is asked now.
    if (form && isTouched(form)) ask(form);
    return listen(scope, {
      onChange: ask,
      onRedraw: (form) => redraw(form, colours.current),
      onTab: (link) => {
        // A step keeps the scale of all steps.
        if (link.closest('.year-steps')) control.current.pause();
        else control.current.clear();
        show(searchOfLink(link));
      },
      onPlay: () => control.current.toggle(),
      onBack: () => {
        control.current.clear();
        setAsked(askedIn(location.search));
      },
    });
  }, [root, place, indicator]);

  useEffect(() => {
    if (!answer) return;
    const restore = keepFocus(root.current);
    const tab = asked.tab;
    const form = root.current?.querySelector<HTMLFormElement>('form.controls');
    onAnswer(
      <IndicatorAnswer
        comparison={answer}
        place={place}
        tab={tab}
        notice={notice}
        periods={form ? periodsIn(form) : []}
        maps={maps}
        playing={{ isPlaying, isLoading }}
        {...(among && { among })}
        chart={(models) => <LiveDrawing {...{ models, place }} />}
      />,
    );
    colours.current = colourIn(answer);
    const sentence = questionInWords(answer.query, answer.indicator, answer, place.language);
    // A form that the reader has changed since it was asked is ahead of this answer, and stays as it is.
    if (form && [null, searchOfForm(form, null)].includes(filledForm.current)) {
      followQuery(form, answer.query, { sentence, colour: colours.current });
      filled.current = searchOfForm(form, tab);
      filledForm.current = searchOfForm(form, null);
    }
    writeAddress(place, indicator, pageQuery(answer, tab));
    requestAnimationFrame(restore);
  }, [answer, asked.tab, notice, maps, place, indicator, root, onAnswer, isPlaying, isLoading, among]);

  // The button was pressed before this script was there.
  useEffect(() => {
    const scope = root.current;
    if (scope?.getAttribute('data-pressed') !== 'play') return;
    scope.removeAttribute('data-pressed');
    control.current.toggle();
  }, [root]);

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

/** How an answer is fetched and kept. */
const answerQuery = (address: string) =>
  queryOptions({
    queryKey: ['answer', address],
    queryFn: ({ signal }) => fetchAnswer(address, signal),
  });

/** The colour that the chart gives to each area, or to each origin where they differ. */
function colourIn(answer: Comparison): Shown['colour'] {
  const all = seriesOf(answer);
  const colour = colourOf(answer, all);
  const byCode = new Map<string, AreaColour>(
    all.flatMap((series) => [
      [series.key.counterpart, colour(series)],
      [series.key.area, colour(series)],
    ]),
  );
  return (code) => byCode.get(code) ?? 'others';
}

/**
 * The answer to a question, once it has arrived and belongs to this question rather than to an earlier one.
 */
function useAnswer(
  { place, indicator, doubts }: Pick<HydrateAnswerProps, 'place' | 'indicator' | 'doubts'>,
  question: string,
): { readonly answer: Comparison | null; readonly error: Error | null; readonly isFetching: boolean } {
  const address = dataHref(place, indicator, 'json', question);
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    ...answerQuery(address),
    placeholderData: keepPreviousData,
  });
  const found = data && !isPlaceholderData && !error ? data : null;
  const answer = useMemo(() => found && (doubts ? { ...found, doubts } : found), [found, doubts]);
  return { answer, error, isFetching };
}
