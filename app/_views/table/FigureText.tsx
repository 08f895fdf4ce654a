/** A figure on the page, always with the word of its hedge in smaller type before the number. */
import type { ReactElement } from 'react';
import type { Indicator } from '#stats/model/catalogue.ts';
import { figureOf } from '#stats/format/figure.ts';
import type { Language } from '#stats/language.ts';
import type { Cell } from '#stats/model/observation.ts';

export interface FigureTextProps {
  readonly cell: Pick<Cell, 'stated' | 'computed' | 'intervalKind' | 'transform' | 'rank' | 'isBand'>;
  readonly indicator: Pick<Indicator, 'measure' | 'decimals'>;
  readonly language: Language;
  /** For large figures, the word and the percent sign are smaller. */
  readonly large?: boolean;
}

/** @example <FigureText> of a cell "more-than 20000" reads "more than 20,000" */
export function FigureText({
  cell,
  indicator,
  language,
  large = false,
}: FigureTextProps): ReactElement | null {
  const figure = figureOf(cell, indicator, language);
  if (!figure) return null;
  const { word, number } = figure;
  if (!large) return <>{word === '' ? number : `${word} ${number}`}</>;
  return (
    <>
      {word !== '' && (
        <>
          <span className="hedge">{word}</span>{' '}
        </>
      )}
      {setSmaller(number)}
    </>
  );
}

/** "4,000 to 5,000" and "14.2%" with "to" and "%" in smaller type. */
function setSmaller(number: string): ReactElement {
  const parts = number.split(/( to | a |%)/);
  return (
    <>
      {parts.map((part, i) =>
        part === '%' ? (
          <span key={i} className="unit">
            %
          </span>
        ) : i % 2 === 1 ? (
          <span key={i}>
            {' '}
            <span className="hedge">{part.trim()}</span>{' '}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
