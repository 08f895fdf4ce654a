'use client';
/** Which of two drawings is visible: the drawing for a page or the drawing for a phone. */
import { useSyncExternalStore } from 'react';

const PHONE = '(max-width: 560px)';

function subscribe(changed: () => void): () => void {
  const media = matchMedia(PHONE);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

/** Whether the style sheet shows the drawing for a phone. */
export const usePhone = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => matchMedia(PHONE).matches,
    () => false,
  );
