/** The releases as an Atom feed (RFC 4287), the newest first. */
import type { Language, Text } from '#stats/language.ts';
import type { Release } from '#stats/model/catalogue.ts';
import { escapeXml } from './xml.ts';

const FEED: Text = { en: 'Releases of Cotejo', es: 'Ediciones de Cotejo' };
const ENTRY: Text = { en: 'Release', es: 'Edición' };

/** A release is dated by day. */
const moment = (date: string): string => `${date}T00:00:00Z`;

export function formatReleaseFeed(releases: readonly Release[], origin: string, language: Language): string {
  const suffix = language === 'en' ? '' : `?lang=${language}`;
  const page = `${origin}${language === 'en' ? '' : `/${language}`}/releases`;
  const entries = [...releases]
    .reverse()
    .map(
      ({ version, date, note, contentHash }) =>
        `<entry><id>urn:sha256:${contentHash}:${version}</id><title>${ENTRY[language]} ${escapeXml(version)}</title><updated>${moment(date)}</updated><link rel="alternate" href="${escapeXml(`${page}?release=${version}`)}"/><summary>${escapeXml(note[language])}</summary></entry>`,
    );
  const updated = moment(releases.at(-1)?.date ?? '1970-01-01');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">\n<id>urn:cotejo:releases:${language}</id><title>${FEED[language]}</title><updated>${updated}</updated><author><name>Cotejo</name></author><link rel="self" href="${escapeXml(`${origin}/data/releases.atom${suffix}`)}"/>\n${entries.join('\n')}\n</feed>\n`;
}

/** An entry of a feed of changes. */
interface ChangeEntry {
  readonly release: Pick<Release, 'version' | 'date' | 'contentHash'>;
  readonly title: string;
  readonly lines: readonly string[];
}

interface ChangeFeed {
  readonly title: string;
  readonly language: Language;
  /** The address of the feed, and that of the page for a release; both with the address of the site. */
  readonly self: string;
  readonly page: (release: string) => string;
  /** The day of the release that answers. */
  readonly date: string;
  readonly entries: readonly ChangeEntry[];
}

/** The changes of one question as an Atom feed, the newest release first. */
export function formatChangeFeed({ title, language, self, page, date, entries }: ChangeFeed): string {
  const each = entries.map(({ release, title: name, lines }) => {
    const list = `<ul>${lines.map((text) => `<li>${escapeXml(text)}</li>`).join('')}</ul>`;
    return `<entry><id>urn:sha256:${release.contentHash}:${release.version}:${escapeXml(encodeURIComponent(title))}</id><title>${escapeXml(name)}</title><updated>${moment(release.date)}</updated><link rel="alternate" href="${escapeXml(page(release.version))}"/><content type="html">${escapeXml(list)}</content></entry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">\n<id>${escapeXml(self)}</id><title>${escapeXml(title)}</title><updated>${moment(entries[0]?.release.date ?? date)}</updated><author><name>Cotejo</name></author><link rel="self" href="${escapeXml(self)}"/>\n${each.join('\n')}\n</feed>\n`;
}
