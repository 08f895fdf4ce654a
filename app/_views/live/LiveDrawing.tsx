'use client';
/** The live chart, in the place and at the size of the still one: one drawing for a page, one for a phone. */
import { useSyncExternalStore, type ReactElement } from 'react';
import LiveChart from '#app/_charts/LiveChart.tsx';
import type { Language } from '#stats/language.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { Models } from '../Answer.tsx';

const PHONE = '(max-width: 560px)';

function subscribe(changed: () => void): () => void {
  const media = matchMedia(PHONE);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

export function LiveDrawing({
  models,
  language,
}: {
  readonly models: Models;
  readonly language: Language;
}): ReactElement {
  const phone = useSyncExternalStore(subscribe, () => matchMedia(PHONE).matches);
  return (
    <>
      <LiveChart model={phone ? models.narrow : models.wide} idPrefix="live" />
      <p className="vh">{wordsIn(language).page.liveHint}</p>
    </>
  );
}
