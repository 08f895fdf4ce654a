'use client';
/**
 * The only script of an indicator's page until the reader uses it. It waits for the first pointer, focus or
 * key event in the controls or the chart, then loads the rest and hands over; until then the page is what the
 * server sent. It also copies texts, because a first click must not wait for a download.
 */
import { useEffect, useRef, useState, type ComponentType, type ReactElement, type ReactNode } from 'react';
import { copyText } from '../page/copy-text.ts';
import { StillElement } from '../still/StillElement.tsx';
import type { StillMarkup } from '../still/still-markup.ts';
import type { HydrateAnswerProps } from './takeover-props.ts';
import { isTouched } from './touched.ts';

type Start = Omit<HydrateAnswerProps, 'root' | 'onAnswer'>;

export interface LiveScopeProps extends Start {
  /** The form, and the answer as the server rendered it: HTML, which this script leaves as it is. */
  readonly controls: StillMarkup;
  readonly still: StillMarkup;
}

/** What a reader uses that the scripts react to. */
const WAKENED = '.controls, .drawing, .tabs, .year-steps, tr[data-series]';
const WAKING = ['pointerover', 'pointerdown', 'focusin', 'keydown'] as const;

/** Loads the scripts once the reader uses what they react to; returns what ends the waiting. */
function onFirstUse(scope: HTMLElement, load: () => void): () => void {
  const stop = (): void => WAKING.forEach((type) => scope.removeEventListener(type, wake));
  const wake = ({ target }: Event): void => {
    if (!(target instanceof Element && target.closest(WAKENED))) return;
    stop();
    load();
  };
  // On a slow line a reader may have changed the form before this script ran.
  const form = scope.querySelector<HTMLFormElement>('form.controls');
  if (form && isTouched(form)) load();
  else WAKING.forEach((type) => scope.addEventListener(type, wake, { passive: true }));
  return stop;
}

/** A press on Play that comes before the scripts is kept until they are there; a second one takes it back. */
function keepPress(this: HTMLElement, { target }: Event): void {
  if (!(target instanceof Element && target.closest('[data-plays]'))) return;
  if (this.dataset['pressed'] === 'play') delete this.dataset['pressed'];
  else this.dataset['pressed'] = 'play';
}

export function LiveScope({ controls, still, ...start }: LiveScopeProps): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  const stopKeeping = useRef<() => void>(() => undefined);
  const [Takeover, setTakeover] = useState<ComponentType<HydrateAnswerProps> | null>(null);
  const [answer, setAnswer] = useState<ReactNode>(null);

  useEffect(() => {
    const scope = root.current;
    if (!scope) return;
    const keeping = new AbortController();
    stopKeeping.current = () => keeping.abort();
    scope.addEventListener('click', keepPress, { signal: keeping.signal });
    scope.addEventListener('click', copyText);
    const stopWaiting = onFirstUse(scope, () => {
      void import('./Takeover.tsx').then((module) => setTakeover(() => module.HydrateAnswer));
    });
    return () => {
      stopWaiting();
      keeping.abort();
      scope.removeEventListener('click', copyText);
    };
  }, []);

  // By now the effects of the scripts that were loaded have run, and they listen themselves.
  useEffect(() => {
    if (Takeover) stopKeeping.current();
  }, [Takeover]);

  return (
    <div ref={root} className="scope">
      <StillElement tag="div" className="asked" markup={controls} />
      {Takeover && <Takeover {...start} root={root} onAnswer={setAnswer} />}
      {answer !== null ? (
        <div key="live" className="answer-place">
          {answer}
        </div>
      ) : (
        <StillElement key="still" tag="div" className="answer-place" markup={still} />
      )}
    </div>
  );
}
