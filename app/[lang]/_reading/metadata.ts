/** Title, description, canonical address and the same page in the other language. */
import type { Metadata } from 'next';
import { CARD } from '#app/_answers/http/format-parameters.ts';
import { oembedLinks } from '#app/_downloads/discovery/oembed-links.ts';
import { wordsIn } from '#app/_words/words.ts';
import { pageHref } from '#app/_views/page/page-context.ts';
import { LANGUAGES } from '#stats/language.ts';
import { readStanding, versionOf, type PageProps } from './request.ts';

export interface Described {
  readonly title: string | null;
  readonly description?: string;
  readonly query?: string;
  /** The address of a card of the page, for previews. */
  readonly card?: string;
  /** Whether the page can be embedded. */
  readonly isEmbeddable?: boolean;
}

/** The metadata of a page at a path. */
export async function describePage(
  props: PageProps,
  path: string,
  describe: (language: (typeof LANGUAGES)[number]) => Described,
): Promise<Metadata> {
  const [{ lang }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { place } = await readStanding(lang, versionOf(searchParams));
  const words = wordsIn(place.language).site;
  const { title, description, query, card, isEmbeddable = false } = describe(place.language);
  const href = (language: (typeof LANGUAGES)[number]): string =>
    place.origin + pageHref({ ...place, language }, path, query);
  const about = { title: title ?? words.tagline, description: description ?? words.description };
  const images =
    card === undefined
      ? []
      : [{ ...CARD, type: 'image/png', url: place.origin + card, alt: title ?? words.name }];
  return {
    title: title === null ? `${words.name}: ${words.tagline}` : `${title} · ${words.name}`,
    description: description ?? words.description,
    openGraph: {
      type: 'website',
      siteName: words.name,
      ...about,
      url: href(place.language),
      locale: place.language,
      ...(images.length > 0 && { images }),
    },
    twitter: {
      card: images.length > 0 ? 'summary_large_image' : 'summary',
      ...about,
      ...(images.length > 0 && { images }),
    },
    alternates: {
      canonical: href(place.language),
      languages: {
        ...Object.fromEntries(LANGUAGES.map((locale) => [locale, href(locale)])),
        'x-default': href('en'),
      },
      ...(isEmbeddable && {
        types: Object.fromEntries(
          oembedLinks(place.origin, href(place.language)).map(({ type, href: url }) => [
            type,
            [{ url, title: about.title }],
          ]),
        ),
      }),
    },
  };
}
