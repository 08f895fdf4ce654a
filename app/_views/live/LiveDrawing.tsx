'use client';
/**
 * The interactive chart, with the place and size of the static chart: one drawing for a page, one for a
 * phone.
 */
import type { ReactElement } from 'react';
import RechartsChart from '#app/_charts/interactive/RechartsChart.tsx';
import type { Language } from '#stats/language.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { Models } from '../answer/Answer.tsx';
import { usePhone } from './phone.ts';

export function LiveDrawing({
  models,
  language,
}: {
  readonly models: Models;
  readonly language: Language;
}): ReactElement {
  const phone = usePhone();
  return (
    <>
      <RechartsChart model={phone ? models.narrow : models.wide} idPrefix="live" />
      <p className="vh">{wordsIn(language).page.liveHint}</p>
    </>
  );
}
