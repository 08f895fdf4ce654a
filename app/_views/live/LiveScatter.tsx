'use client';
/**
 * The chart of two indicators, which stays as the server drew it. At the first pointer event on it or on a row
 * of its table, or the first key on the page, a layer is added in which pointer and keys stop at the points.
 */
import { useEffect, useRef, useState, type ComponentType, type ReactElement, type ReactNode } from 'react';
import type { OverlayProps } from './Overlay.tsx';

interface LiveScatterProps extends OverlayProps {
  /** The drawings. */
  readonly children: ReactNode;
}

export function LiveScatter({ children, ...models }: LiveScatterProps): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  const [Overlay, setOverlay] = useState<ComponentType<OverlayProps> | null>(null);

  useEffect(() => {
    const drawing = root.current;
    if (!drawing) return;
    const wake = (): void => {
      stop();
      void import('./Overlay.tsx').then((module) => setOverlay(() => module.Overlay));
    };
    const stop = (): void => {
      drawing.removeEventListener('pointerover', wake);
      document.removeEventListener('keydown', wake);
      document.removeEventListener('pointerover', wakeByRow);
    };
    const wakeByRow = ({ target }: Event): void => {
      if (target instanceof Element && target.closest('tr[data-series]')) wake();
    };
    document.addEventListener('pointerover', wakeByRow, { passive: true });
    drawing.addEventListener('pointerover', wake, { passive: true });
    document.addEventListener('keydown', wake, { passive: true });
    return stop;
  }, []);

  return (
    <div ref={root} className="drawing under">
      {children}
      {Overlay && <Overlay {...models} />}
    </div>
  );
}
