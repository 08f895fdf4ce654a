'use client';
/** The years of a scatter plot, one after the other, in the place of the drawing of the server. */
import { useEffect, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import { StaticChart } from '#app/_charts/svg/StaticChart.tsx';
import { PLAY_WORDS } from '#app/_words/play.ts';
import type { Language } from '#stats/language.ts';
import { loadFrames, type PairFrame, type PairStep } from './play/play-pairs.ts';

export interface PlayedPairsProps {
  readonly root: RefObject<HTMLElement | null>;
  /** The drawing until the first year is there. */
  readonly still: ReactNode;
  readonly language: Language;
}

const SHOWN_MS = 1000;

/** The steps of the page, from the list of its years. */
const stepsIn = (nav: Element): PairStep[] =>
  [...nav.querySelectorAll<HTMLElement>('li[data-href]')].map(({ dataset }) => ({
    code: dataset.code ?? '',
    href: dataset.href ?? '',
    file: dataset.file ?? '',
    sizes: dataset.sizes ?? null,
  }));

export function PlayedPairs({ root, still, language }: PlayedPairsProps): ReactElement {
  const [frame, setFrame] = useState<PairFrame | null>(null);

  useEffect(() => {
    const nav = document.querySelector<HTMLElement>('nav.year-steps');
    return nav ? listenToPlay(nav, language, setFrame) : undefined;
  }, [language]);

  useEffect(() => {
    if (frame) tell(root.current, frame);
  }, [frame, root]);

  if (!frame) return <>{still}</>;
  return (
    <>
      <div className="only-wide">
        <StaticChart model={frame.wide} palette="css" idPrefix="wide" />
      </div>
      <div className="only-narrow">
        <StaticChart model={frame.narrow} palette="css" idPrefix="narrow" />
      </div>
    </>
  );
}

/**
 * Plays at once, for the press that brought this script here. From then on the button stops it and begins again.
 * @returns a function that ends it without opening another page
 */
function listenToPlay(nav: HTMLElement, language: Language, show: (frame: PairFrame) => void): () => void {
  const gone = new AbortController();
  let run: AbortController | null = null;
  const toggle = (): void => {
    if (run) return run.abort();
    const own = new AbortController();
    run = own;
    void play(nav, language, show, own.signal).then((last) => {
      run = null;
      // The page of the year at which it stopped has its table, its notes and its address.
      if (!last || gone.signal.aborted) return;
      history.replaceState(null, '', last.step.href);
      location.reload();
    });
  };
  nav.querySelector('[data-plays]')?.addEventListener('click', toggle, { signal: gone.signal });
  toggle();
  return () => {
    gone.abort();
    run?.abort();
  };
}

/** Plays until the last year, or until the signal comes. @returns the year that was shown last; null if none was */
async function play(
  nav: HTMLElement,
  language: Language,
  show: (frame: PairFrame) => void,
  signal: AbortSignal,
): Promise<PairFrame | null> {
  const words = PLAY_WORDS[language];
  const chosen = nav.querySelector<HTMLElement>('li.chosen')?.dataset.code;
  let at: PairFrame | null = null;
  document.documentElement.classList.add('is-playing');
  label(nav, words.loading, true);
  try {
    const frames = await loadFrames(stepsIn(nav), language, signal);
    label(nav, words.pause, true, '❚❚');
    const from = frames.findIndex(({ step }) => step.code === chosen);
    const order = from < 0 || from === frames.length - 1 ? frames : frames.slice(from);
    for (const frame of order) {
      if (signal.aborted) break;
      at = frame;
      show(frame);
      await shownFor(SHOWN_MS, signal);
    }
    label(nav, words.play, false);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // Without all years there is nothing to play; the page stays as it is.
    label(nav, signal.aborted ? words.play : words.failed, false);
  } finally {
    document.documentElement.classList.remove('is-playing');
  }
  return at;
}

/** What the button does next. */
function label(nav: HTMLElement, text: string, isPressed: boolean, sign = '▶'): void {
  const button = nav.querySelector('[data-plays]');
  button?.querySelector('span')?.replaceChildren(sign);
  button?.lastChild?.replaceWith(` ${text}`);
  button?.setAttribute('aria-pressed', String(isPressed));
}

/** Waits, but no longer than until the signal comes. */
const shownFor = (time: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, time);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });

/** The finding of the year above the drawing, and its bar among the years. */
function tell(drawing: HTMLElement | null, { step, wide }: PairFrame): void {
  const head = drawing?.closest('figure')?.querySelector('.fig-head');
  head?.querySelector('h2')?.replaceChildren(wide.heading.title);
  head?.querySelector('p')?.replaceChildren(wide.heading.subtitle);
  for (const item of document.querySelectorAll<HTMLElement>('nav.year-steps li'))
    item.classList.toggle('chosen', item.dataset.code === step.code);
}
