/** How pages of vintages write a difference and a file. */
import type { ReactElement } from 'react';
import type { Vintage } from '#stats/evidence/vintages.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { formatNumber } from '#stats/number.ts';
import { shortDate } from '../page/dates.ts';
import type { PageContext } from '../page/page-context.ts';

/** A difference with its sign, in the unit of the indicator. */
export function sizeText(
  size: number,
  { measure, decimals }: Indicator,
  language: PageContext['language'],
): string {
  const shown = measure === 'share' ? size * 100 : size;
  const digits = Math.abs(shown) > 0 && Math.abs(shown) < 0.1 ? 2 : decimals;
  return `${shown > 0 ? '+' : ''}${formatNumber(shown, language, digits)}`;
}

/** The name and the date of a file. */
export function VintageName({
  vintage,
  catalogue,
  place,
}: {
  readonly vintage: Vintage;
  readonly catalogue: Catalogue;
  readonly place: PageContext;
}): ReactElement {
  const source = catalogue.sources.find(({ id }) => id === vintage.source);
  return (
    <>
      {source?.shortTitle[place.language] ?? vintage.source}
      <small>{shortDate(vintage.vintage, place.language)}</small>
    </>
  );
}
