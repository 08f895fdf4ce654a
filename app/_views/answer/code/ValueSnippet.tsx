/** A figure in a sentence, as one line of HTML to copy: the number under a double rule, its unit, its source. */
import type { ReactElement } from 'react';
import { figurePhrase } from '#app/_downloads/sentence/phrase.ts';
import { VALUE_WORDS } from '#app/_words/value.ts';
import { formatQuery } from '#stats/query/query.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { pinnedHref, type PageContext } from '../../page/page-context.ts';
import { Snippet } from '../ShareParts.tsx';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Null for an answer that is not one figure. */
export function ValueSnippet({
  comparison,
  place,
}: {
  readonly comparison: Comparison;
  readonly place: PageContext;
}): ReactElement | null {
  const { cells, indicator, query, language } = comparison;
  const [cell] = cells;
  if (!cell || cells.length > 1 || cell.gap) return null;
  const { figure, unit, source } = figurePhrase(cell, comparison);
  const words = VALUE_WORDS[language];
  const address = pinnedHref(place, indicator.id, formatQuery(query, indicator));
  const look = 'color:inherit;text-decoration:none;border-bottom:3px double';
  const behind = unit === '' ? '' : ` ${escaped(unit)}`;
  const html = `<span lang="${language}"><a href="${escaped(address)}" style="${look}">${escaped(figure)}</a>${behind} (${escaped(source)})</span>`;
  return <Snippet id="value-code" label={words.copy} value={html} help={words.copyHelp} place={place} />;
}
