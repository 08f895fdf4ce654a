/** What changed between two releases as an Atom feed (RFC 4287): one entry for each indicator. */
import { DIFF_WORDS } from '#app/_words/diff.ts';
import type { Language } from '#stats/language.ts';
import type { Indicator, Release } from '#stats/model/catalogue.ts';
import { REVISION_KINDS, type RevisionCounts } from '#stats/evidence/revision.ts';
import { formatNumber } from '#stats/number.ts';
import { escapeXml } from '../discovery/xml.ts';

export interface ChangedIndicator {
  readonly indicator: Indicator;
  readonly counts: RevisionCounts;
}

/** The counts of a change in words. @example '12 revised, 3 removed' */
export const countsText = (counts: RevisionCounts, language: Language): string =>
  REVISION_KINDS.filter((kind) => counts[kind] > 0)
    .map((kind) => DIFF_WORDS[language].counts[kind]({ n: formatNumber(counts[kind], language) }))
    .join(', ');

export function formatDiffFeed(
  changed: readonly ChangedIndicator[],
  { from, to }: { readonly from: Release; readonly to: Release },
  origin: string,
  language: Language,
): string {
  const words = DIFF_WORDS[language];
  const range = `${from.version}...${to.version}`;
  const page = `${origin}${language === 'en' ? '' : `/${language}`}/releases/${range}`;
  const updated = `${to.date}T00:00:00Z`;
  const self = `${origin}/data/diff.atom?from=${from.version}${language === 'en' ? '' : `&lang=${language}`}&to=${to.version}`;
  const entries = changed.map(
    ({ indicator, counts }) =>
      `<entry><id>urn:cotejo:diff:${range}:${indicator.id}</id><title>${escapeXml(indicator.title[language])}</title><updated>${updated}</updated><link rel="alternate" href="${escapeXml(`${page}?indicator=${indicator.id}`)}"/><summary>${escapeXml(countsText(counts, language))}</summary></entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">\n<id>urn:cotejo:diff:${range}:${language}</id><title>${escapeXml(words.title({ from: from.version, to: to.version }))}</title><updated>${updated}</updated><author><name>Cotejo</name></author><link rel="self" href="${escapeXml(self)}"/>\n${entries.join('\n')}\n</feed>\n`;
}
