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
    if (!nav) return undefined;
    const controller = new AbortController();
    void play(nav, language, setFrame, controller);
    return () => controller.abort();
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

/** Plays until the last year, or until the button is pressed again; then the page of that year is loaded. */
async function play(
  nav: HTMLElement,
  language: Language,
  show: (frame: PairFrame) => void,
  controller: AbortController,
): Promise<void> {
  const { signal } = controller;
  const words = PLAY_WORDS[language];
  const button = nav.querySelector<HTMLElement>('[data-plays]');
  const label = (text: string, sign: string): void => {
    button?.querySelector('span')?.replaceChildren(sign);
    button?.lastChild?.replaceWith(` ${text}`);
  };
  const steps = stepsIn(nav);
  const chosen = nav.querySelector<HTMLElement>('li.chosen')?.dataset.code;
  let at: PairFrame | null = null;
  const stop = (): void => {
    controller.abort();
    if (!at) return label(words.play, '▶');
    history.replaceState(null, '', at.step.href);
    location.reload();
  };
  button?.addEventListener('click', stop, { signal });
  button?.setAttribute('aria-pressed', 'true');
  document.documentElement.classList.add('is-playing');
  label(words.loading, '▶');
  try {
    const frames = await loadFrames(steps, language, signal);
    label(words.pause, '❚❚');
    const from = frames.findIndex(({ step }) => step.code === chosen);
    const order = from < 0 || from === frames.length - 1 ? frames : frames.slice(from);
    for (const frame of order) {
      if (signal.aborted) return;
      at = frame;
      show(frame);
      await new Promise((done) => setTimeout(done, SHOWN_MS));
    }
  } catch (error) {
    // Without all years there is nothing to play; the page stays as it is.
    if (!signal.aborted) label(words.failed, '▶');
    if (!(error instanceof Error)) throw error;
    return;
  } finally {
    document.documentElement.classList.remove('is-playing');
  }
  if (!signal.aborted) stop();
}

/** The finding of the year above the drawing, and its bar among the years. */
function tell(drawing: HTMLElement | null, { step, wide }: PairFrame): void {
  const head = drawing?.closest('figure')?.querySelector('.fig-head');
  head?.querySelector('h2')?.replaceChildren(wide.heading.title);
  head?.querySelector('p')?.replaceChildren(wide.heading.subtitle);
  for (const item of document.querySelectorAll<HTMLElement>('nav.year-steps li'))
    item.classList.toggle('chosen', item.dataset.code === step.code);
}
