/** A citation as plain text. It names the release, so the figures behind it do not change. */
import type { Comparison } from '#stats/model/comparison.ts';
import { wordsIn } from '#app/_words/words.ts';
import { dateWords } from '../page/dates.ts';
import { footnotesOf } from '../table/footnotes.ts';
import { pinnedHref, type PageContext } from '../page/page-context.ts';
import { publisherOf, reference } from '../page/publisher.ts';
import { pageQuery } from './page-query.ts';

/** @example citationOf(...) === 'Cotejo (2026). Homicide rate. Release 1.0.0, 20 November 2026. https://... Data: ...' */
export function citationOf(comparison: Comparison, place: PageContext): string {
  const { indicator, release, language } = comparison;
  // Weights are data too: whoever published them is cited.
  const { sources } = footnotesOf(comparison);
  return wordsIn(language).page.citation({
    year: release.date.slice(0, 4),
    title: indicator.title[language],
    version: release.version,
    date: dateWords(release.date, language),
    address: pinnedHref(place, indicator.id, pageQuery(comparison, null)),
    sources: sources
      .map(({ source }) =>
        reference(publisherOf(source), `${source.title[language]} (${source.published.slice(0, 4)})`),
      )
      .join('; '),
  });
}
