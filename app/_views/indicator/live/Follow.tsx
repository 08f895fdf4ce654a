'use client';
/** Follows the form, the tabs and the history; shows each answer in the place of the last. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { clear, entriesOf, find, followQuery, placesOf } from '#app/_controls/follow.ts';
import { formSearch } from '#app/_controls/form.ts';
import { wordsIn } from '#app/_words/words.ts';
import { IndicatorAnswer } from '../Answer.tsx';
import { dataHref, indicatorHref } from '../../page/page-context.ts';
import { pageQuery } from '../TabLinks.tsx';
import { writeAddress } from './address.ts';
import { askedIn, type ShownQuestion } from './asked.ts';
import { fetchAnswer } from './fetch-answer.ts';
import { keepFocus } from './focus.ts';
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
  const address = dataHref(place, indicator, 'json', asked.question);
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['answer', address],
    queryFn: ({ signal }) => fetchAnswer(address, signal),
    placeholderData: keepPreviousData,
  });
  const fresh = data && !isPlaceholderData && !error ? data : null;
  const latest = useRef(asked);

  useEffect(() => {
    latest.current = asked;
  }, [asked]);

  useEffect(() => {
    const scope = root.current;
    const form = scope?.querySelector<HTMLFormElement>('form.controls');
    const ask = (next: string): void => {
      const state = askedIn(next);
      history.pushState(null, '', indicatorHref(place, indicator, next));
      setAsked(state);
    };
    const change = (event: Event): void => {
      if (!form || (event.target instanceof HTMLElement && 'finds' in event.target.dataset)) return;
      const entries = entriesOf(form).filter(([name]) => name !== 'tab');
      const tab = latest.current.tab;
      ask(formSearch(tab === null ? entries : [...entries, ['tab', tab]], placesOf(form)));
    };
    const input = (event: Event): void => {
      const field = event.target;
      if (field instanceof HTMLInputElement && 'finds' in field.dataset) find(field);
    };
    const submit = (event: Event): void => {
      event.preventDefault();
      change(event);
    };
    const click = (event: MouseEvent): void => {
      const clears = event.target instanceof Element && event.target.closest<HTMLElement>('[data-clears]');
      if (clears) clear(clears);
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-tab]') : null;
      if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      ask(askedSearch(link));
    };
    const close = (event: Event): void => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
      const open = form?.querySelector<HTMLDetailsElement>('details.fold[open]');
      if (!open) return;
      if (event instanceof KeyboardEvent) open.querySelector('summary')?.focus();
      else if (event.target instanceof Node && open.contains(event.target)) return;
      open.open = false;
    };
    const back = (): void => setAsked(askedIn(location.search));
    form?.addEventListener('change', change);
    form?.addEventListener('input', input);
    form?.addEventListener('submit', submit);
    scope?.addEventListener('click', click);
    document.addEventListener('pointerdown', close);
    form?.addEventListener('keydown', close);
    window.addEventListener('popstate', back);
    return () => {
      form?.removeEventListener('change', change);
      form?.removeEventListener('input', input);
      form?.removeEventListener('submit', submit);
      scope?.removeEventListener('click', click);
      document.removeEventListener('pointerdown', close);
      form?.removeEventListener('keydown', close);
      window.removeEventListener('popstate', back);
    };
  }, [root, place, indicator]);

  useEffect(() => {
    if (!fresh) return;
    const restore = keepFocus(root.current);
    const tab = asked.tab;
    onAnswer(
      <IndicatorAnswer
        comparison={fresh}
        place={place}
        tab={tab}
        chart={(models) => <LiveDrawing models={models} language={place.language} />}
      />,
    );
    const form = root.current?.querySelector<HTMLFormElement>('form.controls');
    if (form) followQuery(form, fresh.query);
    writeAddress(place, indicator, pageQuery(fresh, tab));
    requestAnimationFrame(restore);
  }, [fresh, asked.tab, place, indicator, root, onAnswer]);

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

/** The query of a link, without the release that the address of the page keeps anyway. */
const askedSearch = (link: HTMLAnchorElement): string =>
  link.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('release='))
    .join('&');
