/** The register of doubts as a document and as an Atom feed (RFC 4287). */
import { doubtWordsIn } from '#app/_words/doubts.ts';
import type { Doubt } from '#stats/claims/doubt.ts';
import type { Language } from '#stats/language.ts';
import { escapeXml } from '../discovery/xml.ts';

export const doubtsDocument = (doubts: readonly Doubt[], version: string, language: Language): object => ({
  format: 'cotejo-doubts',
  version: 1,
  release: version,
  doubts: doubts.map(({ id, figures, title, reason, status, reporter, date }) => ({
    id,
    title: title[language],
    reason: reason[language],
    status,
    reporter: reporter[language],
    date,
    figures,
  })),
});

export function formatDoubtsFeed(doubts: readonly Doubt[], origin: string, language: Language): string {
  const page = `${origin}${language === 'en' ? '' : `/${language}`}/doubts`;
  const self = `${origin}/data/doubts.atom${language === 'en' ? '' : `?lang=${language}`}`;
  const moment = (date: string): string => `${date}T00:00:00Z`;
  const entries = doubts.map(
    ({ id, title, reason, date }) =>
      `<entry><id>urn:cotejo:doubt:${escapeXml(id)}</id><title>${escapeXml(title[language])}</title><updated>${moment(date)}</updated><link rel="alternate" href="${escapeXml(`${page}#${id}`)}"/><summary>${escapeXml(reason[language])}</summary></entry>`,
  );
  const updated = moment(
    doubts
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? '1970-01-01',
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">\n<id>urn:cotejo:doubts:${language}</id><title>${escapeXml(doubtWordsIn(language).feed)}</title><updated>${updated}</updated><author><name>Cotejo</name></author><link rel="self" href="${escapeXml(self)}"/>\n${entries.join('\n')}\n</feed>\n`;
}
