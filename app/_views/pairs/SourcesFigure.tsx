/** The figure of a place: of one source, or from the lowest to the highest of several. */
import type { ReactElement } from 'react';
import { levelOf } from '#app/_charts/model/level.ts';
import { PAIRS_WORDS } from '#app/_words/pairs.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { EvidenceLink } from '../page/EvidenceLink.tsx';
import type { PageContext } from '../page/page-context.ts';
import { FigureText } from '../table/FigureText.tsx';

export function SourcesFigure({
  cells,
  comparison,
  place,
}: {
  readonly cells: readonly Cell[];
  readonly comparison: Comparison;
  readonly place: PageContext;
}): ReactElement {
  const { language } = place;
  const { indicator } = comparison;
  const ordered = cells.toSorted((a, b) => levelOf(a) - levelOf(b));
  const [low, high] = [ordered[0], ordered.at(-1)];
  const texts = new Set(ordered.map((cell) => figureText(cell, indicator, language)));
  const figure = (cell: Cell): ReactElement => (
    <EvidenceLink {...{ cell, place }} answer={comparison}>
      <FigureText {...{ cell, indicator, language }} />
    </EvidenceLink>
  );
  return (
    <>
      {low && figure(low)}
      {low && high && texts.size > 1 && (
        <>
          {PAIRS_WORDS[language].to}
          {figure(high)}
        </>
      )}
    </>
  );
}
