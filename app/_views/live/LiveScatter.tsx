'use client';
/**
 * The chart of two indicators, which stays as the server drew it. At the first pointer event on it or on a row
 * of its table, or the first key on the page, a layer is added in which pointer and keys stop at the points.
 * Its years can be played; when they stop, the page of the year that is shown is loaded.
 */
import { useEffect, useRef, useState, type ComponentType, type ReactElement, type ReactNode } from 'react';
import type { OverlayProps } from './Overlay.tsx';
import type { PlayedPairsProps } from './PlayedPairs.tsx';

interface LiveScatterProps extends OverlayProps {
  /** The drawings. */
  readonly children: ReactNode;
}

export function LiveScatter({ children, ...models }: LiveScatterProps): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  const [Overlay, setOverlay] = useState<ComponentType<OverlayProps> | null>(null);
  const [Played, setPlayed] = useState<ComponentType<PlayedPairsProps> | null>(null);

  useEffect(() => {
    const drawing = root.current;
    if (!drawing) return;
    const controller = new AbortController();
    const options = { signal: controller.signal, passive: true };
    let isAwake = false;
    let isWanted = false;
    const wake = (): void => {
      if (isAwake) return;
      isAwake = true;
      void import('./Overlay.tsx').then((module) => setOverlay(() => module.Overlay));
    };
    const on = ({ target }: Event, selector: string): boolean =>
      target instanceof Element && target.closest(selector) !== null;
    drawing.addEventListener('pointerover', wake, options);
    document.addEventListener('keydown', wake, options);
    document.addEventListener('pointerover', (event) => on(event, 'tr[data-series]') && wake(), options);
    document.addEventListener(
      'click',
      (event) => {
        if (!on(event, '[data-plays]')) return;
        isWanted = !isWanted;
        if (!isWanted) return;
        void import('./PlayedPairs.tsx').then((module) => {
          if (!isWanted) return;
          // From then on the played years listen to the button themselves.
          controller.abort();
          setPlayed(() => module.PlayedPairs);
        });
      },
      options,
    );
    return () => controller.abort();
  }, []);

  return (
    <div ref={root} className="drawing under">
      {Played ? <Played root={root} still={children} language={models.wide.language} /> : children}
      {Overlay && !Played && <Overlay {...models} />}
    </div>
  );
}
