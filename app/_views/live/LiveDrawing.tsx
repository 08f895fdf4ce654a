'use client';
/**
 * The interactive chart, with the place and size of the static chart: one drawing for a page, one for a
 * phone.
 */
import type { ReactElement } from 'react';
import RechartsChart from '#app/_charts/interactive/RechartsChart.tsx';
import { wordsIn } from '#app/_words/words.ts';
import type { Models } from '../answer/Answer.tsx';
import { addressHref } from '../page/evidence-href.ts';
import type { PageContext } from '../page/page-context.ts';
import { usePhone } from './phone.ts';

export function LiveDrawing({
  models,
  place,
}: {
  readonly models: Models;
  readonly place: PageContext;
}): ReactElement {
  const phone = usePhone();
  return (
    <>
      <RechartsChart
        model={phone ? models.narrow : models.wide}
        hrefOf={(evidence) => addressHref(evidence, place)}
        idPrefix="live"
      />
      <p className="vh">{wordsIn(place.language).page.liveHint}</p>
    </>
  );
}
