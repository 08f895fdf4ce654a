'use client';
/**
 * The only script of an indicator's page until the reader uses it. It waits for the first pointer, focus or
 * key event in the controls or the chart, then loads the rest and hands over; until then the page is what the
 * server sent. It also copies texts, because a first click must not wait for a download.
 */
import { useEffect, useRef, useState, type ComponentType, type ReactElement, type ReactNode } from 'react';
import { copyText } from '../page/copy-text.ts';
import type { HydrateAnswerProps } from './takeover-props.ts';
import { isTouched } from './touched.ts';

type Start = Omit<HydrateAnswerProps, 'root' | 'onAnswer'>;

export interface LiveScopeProps extends Start {
  readonly controls: ReactNode;
  /** The answer as the server rendered it. */
  readonly children: ReactNode;
}

const WAKING = ['pointerover', 'pointerdown', 'focusin', 'keydown'] as const;

export function LiveScope({ controls, children, ...start }: LiveScopeProps): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  const [Takeover, setTakeover] = useState<ComponentType<HydrateAnswerProps> | null>(null);
  const [answer, setAnswer] = useState<ReactNode>(null);

  useEffect(() => {
    const scope = root.current;
    if (!scope) return;
    const load = (): void => {
      stop();
      void import('./Takeover.tsx').then((module) => setTakeover(() => module.HydrateAnswer));
    };
    const wake = (event: Event): void => {
      if (event.target instanceof Element && event.target.closest('.controls, .drawing, .tabs')) load();
    };
    const stop = (): void => WAKING.forEach((type) => scope.removeEventListener(type, wake));
    WAKING.forEach((type) => scope.addEventListener(type, wake, { passive: true }));
    // On a slow line a reader may have changed the form before this script ran.
    const form = scope.querySelector<HTMLFormElement>('form.controls');
    if (form && isTouched(form)) load();
    scope.addEventListener('click', copyText);
    return () => {
      stop();
      scope.removeEventListener('click', copyText);
    };
  }, []);

  return (
    <div ref={root} className="scope">
      {controls}
      {Takeover && <Takeover {...start} root={root} onAnswer={setAnswer} />}
      <div className="answer-place">{answer ?? children}</div>
    </div>
  );
}
