/** The signs of a chart that need words. */
import type { ReactElement } from 'react';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import { Shapes } from '#app/_charts/svg/Shapes.tsx';
import { wordsIn } from '#app/_words/words.ts';

export function Legend({ model }: { readonly model: ChartModel }): ReactElement | null {
  if (model.legend.length === 0) return null;
  return (
    <ul className="key" aria-label={wordsIn(model.language).page.key}>
      {model.legend.map((entry) => (
        <li key={entry.id}>
          <svg viewBox="0 0 28 14" aria-hidden="true">
            <HatchFor entry={entry.id} />
            <Shapes shapes={entry.sample} palette="css" hatch={`url(#key-${entry.id})`} />
          </svg>
          {entry.words}
        </li>
      ))}
    </ul>
  );
}

/** Each sample has its own hatch, so that it does not depend on a chart that may be hidden. */
const HatchFor = ({ entry }: { readonly entry: string }): ReactElement | null =>
  entry !== 'gap' ? null : (
    <defs>
      <pattern
        id={`key-${entry}`}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line y2="5" stroke="var(--rule-2)" strokeWidth="1.2" />
      </pattern>
    </defs>
  );
